import type { Child } from 'hono/jsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language, LanguageText } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { ComparedClause, Comparison } from '../compare/compare.ts';
import { documentText } from './texts.ts';

/** Why there is nothing to compare. */
export type NotComparable = 'no-text' | 'no-reader' | 'not-comparable' | 'unreadable' | 'too-long';

export interface ComparisonView {
  readonly title: LanguageText;
  readonly documentHref: string;
  readonly href: string;
  readonly from: number;
  readonly to: number;
  readonly lang: string;
  readonly mostClauses: number;
  readonly result: { readonly comparison: Comparison } | { readonly reason: NotComparable };
}

interface ComparisonPageProps {
  readonly frame: Frame;
  readonly view: ComparisonView;
}

/** What changed from one version to another: how much, in which clauses, and the text with its changes. */
export function ComparisonPage({ frame, view }: ComparisonPageProps) {
  const { lang } = frame;
  const t = documentText(lang);
  const numbers = { from: String(view.from), to: String(view.to) };
  return (
    <Layout
      frame={frame}
      title={t('compare.heading', numbers)}
      crumbs={[{ label: view.title.text, href: view.documentHref }, { label: t('compare.title') }]}
      isUnlisted
    >
      <PageHead>
        <p class="note" lang={view.title.lang}>
          {view.title.text}
        </p>
        <h1>{t('compare.heading', numbers)}</h1>
        {'comparison' in view.result ? <ComparisonSays lang={lang} comparison={view.result.comparison} /> : null}
      </PageHead>
      {'comparison' in view.result ? (
        <Compared lang={lang} view={view} comparison={view.result.comparison} />
      ) : (
        <Notice kind="empty" title={t('compare.none.title')}>
          <p>{t(`compare.none.${view.result.reason}`, { most: view.mostClauses })}</p>
        </Notice>
      )}
    </Layout>
  );
}

function ComparisonSays({
  lang,
  comparison: { counts, clauses },
}: {
  readonly lang: Language;
  readonly comparison: Comparison;
}) {
  const t = documentText(lang);
  const n = clauses.length - counts.same;
  return (
    <div class="says">
      <p>{n === 0 ? t.rich('compare.same') : t.rich('compare.sum', { n })}</p>
      {n === 0 ? null : <p>{t('compare.counts', { ...counts })}</p>}
    </div>
  );
}

interface ComparedProps {
  readonly lang: Language;
  readonly view: ComparisonView;
  readonly comparison: Comparison;
}

function Compared({ lang, view, comparison }: ComparedProps) {
  const t = documentText(lang);
  const blocks = inBlocks(comparison.clauses);
  const changed = [
    ...Map.groupBy(
      comparison.clauses.filter(({ kind }) => kind !== 'same'),
      ({ within }) => within ?? '',
    ),
  ];
  return (
    <>
      <ul class="row acts">
        <li>
          <a href={`${view.href}/changes.docx`}>{t('compare.docx')}</a>
        </li>
        <li>
          <a href={`${view.href}/changes.txt`}>{t('compare.txt')}</a>
        </li>
      </ul>
      {changed.length === 0 ? null : (
        <Section id="clauses" title={t('compare.clauses')}>
          <ul class="columns">
            {changed.map(([label, clauses]) => (
              <li>
                <a href={`#${anchorOf(label)}`}>{label === '' ? t('compare.unnumbered') : label}</a>{' '}
                <small class="soft">
                  {kindsIn(clauses)
                    .map((kind) => t(`compare.kind.${kind}`))
                    .join(lang === 'en' ? ', ' : '、')}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        id="text"
        title={t('compare.text')}
        side={t.rich('compare.legend', { del: (inner) => <del>{inner}</del>, ins: (inner) => <ins>{inner}</ins> })}
      >
        <div class="stack" lang={view.lang}>
          {blocks.map((block) => (
            <Block lang={lang} block={block} />
          ))}
        </div>
      </Section>
    </>
  );
}

const anchorOf = (label: string): string => `c-${encodeURIComponent(label)}`;

function kindsIn(clauses: readonly ComparedClause[]): readonly ComparedClause['kind'][] {
  return [...new Set(clauses.map(({ kind }) => kind))];
}

type TextBlock =
  | { readonly same: readonly ComparedClause[] }
  | { readonly change: ComparedClause; readonly anchor?: string };

/** Runs of equal paragraphs fold; each clause has its anchor at its first change. */
function inBlocks(clauses: readonly ComparedClause[]): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const anchored = new Set<string>();
  let same: ComparedClause[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'same') {
      same.push(clause);
      continue;
    }
    if (same.length > 0) blocks.push({ same });
    same = [];
    const label = clause.within ?? '';
    blocks.push({ change: clause, ...(anchored.has(label) ? {} : { anchor: anchorOf(label) }) });
    anchored.add(label);
  }
  if (same.length > 0) blocks.push({ same });
  return blocks;
}

function Block({ lang, block }: { readonly lang: Language; readonly block: TextBlock }) {
  const t = documentText(lang);
  if ('change' in block)
    return (
      <p id={block.anchor}>
        <span class="mark" lang={lang}>
          {t(`compare.kind.${block.change.kind}`)}
        </span>
        <Label clause={block.change} />
        <Pieces clause={block.change} />
      </p>
    );
  return (
    <details>
      <summary lang={lang}>{t('compare.between', { n: block.same.length })}</summary>
      {block.same.map((clause) => (
        <p>
          <Label clause={clause} />
          {clause.after?.text}
        </p>
      ))}
    </details>
  );
}

function Label({ clause: { before, after } }: { readonly clause: ComparedClause }): Child {
  const [one, other] = [before?.label, after?.label];
  if (before === undefined || after === undefined || one === other) {
    const label = other ?? one;
    return label === undefined ? null : <b>{label} </b>;
  }
  return (
    <b>
      {one === undefined ? null : <del>{one}</del>} {other === undefined ? null : <ins>{other}</ins>}{' '}
    </b>
  );
}

function Pieces({ clause }: { readonly clause: ComparedClause }): Child {
  return clause.pieces.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
  });
}
