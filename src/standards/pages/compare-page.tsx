import type { Child } from 'hono/jsx';
import { DataTable } from '../../portal/data-table.tsx';
import { Field } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { LanguageText } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { NumberLink } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { CompareRow, CompareView } from './register-view.ts';
import type { StandardLink } from './standard-link.ts';
import { standardsText } from './texts.ts';

interface ComparePageProps {
  readonly frame: Frame;
  readonly compare: CompareView;
}

/** Two editions field by field, what differs first. */
export function ComparePage({ frame, compare }: ComparePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { left, right, rows } = compare;
  const different = rows.filter(({ isSame }) => !isSame);
  const same = rows.filter(({ isSame }) => isSame);
  return (
    <Layout
      frame={frame}
      title={t('compare.title', { left: left.number, right: right.number })}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: left.number, href: left.href },
        { label: t('crumb.compare') },
      ]}
      isUnlisted
    >
      <PageHead>
        <h1>{t.rich('compare.heading', { left: numberOf(left), right: numberOf(right) })}</h1>
        <p>{t('compare.summary', { n: different.length, same: same.length })}</p>
        <CompareForm frame={frame} compare={compare} />
      </PageHead>
      <Section id="different" title={t('compare.different')}>
        {different.length === 0 ? (
          <p>{t('compare.noDifference')}</p>
        ) : (
          <CompareTable frame={frame} compare={compare} rows={different} />
        )}
      </Section>
      {same.length === 0 ? null : (
        <Section id="same" title={t('compare.same')}>
          <CompareTable frame={frame} compare={compare} rows={same} />
        </Section>
      )}
    </Layout>
  );
}

function CompareForm({ frame, compare }: ComparePageProps) {
  const t = standardsText(frame.lang);
  const options = compare.choices.map(({ number, href }) => ({ value: slugOf(href) ?? number, label: number }));
  if (options.length < 3) return null;
  return (
    <form class="trio noprint res" action={compare.action} method="get">
      <Field
        lang={frame.lang}
        name="left"
        label={t('compare.left')}
        control={{ kind: 'choice', value: slugOf(compare.left.href) ?? compare.left.number, options }}
      />
      <Field
        lang={frame.lang}
        name="right"
        label={t('compare.right')}
        control={{ kind: 'choice', value: slugOf(compare.right.href) ?? compare.right.number, options }}
      />
      <p>
        <button type="submit">{t('compare.again')}</button>
      </p>
    </form>
  );
}

function slugOf(href: string | undefined): string | undefined {
  return href?.split('?')[0]?.split('/').at(-1);
}

interface CompareTableProps extends ComparePageProps {
  readonly rows: readonly CompareRow[];
}

function CompareTable({ frame, compare, rows }: CompareTableProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <div class="compared">
      <DataTable
        caption={t('compare.caption', { left: compare.left.number, right: compare.right.number })}
        isCaptionHidden
        rows={rows}
        columns={[
          { head: t('compare.field'), isRowHead: true, cell: ({ field }) => <InLanguage text={field} around={lang} /> },
          { head: compare.left.number, cell: ({ left }) => values(frame, left) },
          {
            head: compare.right.number,
            cell: ({ right, isSame }) => (isSame ? values(frame, right) : <b>{values(frame, right)}</b>),
          },
        ]}
      />
    </div>
  );
}

function values({ lang }: Frame, texts: readonly LanguageText[]): Child {
  if (texts.length === 0) return <span class="soft">{standardsText(lang)('field.notRecorded')}</span>;
  if (texts.length === 1) return texts.map((text) => <InLanguage text={text} around={lang} />);
  return (
    <ul>
      {texts.map((text) => (
        <li>
          <InLanguage text={text} around={lang} />
        </li>
      ))}
    </ul>
  );
}

function numberOf({ number, href }: StandardLink): Child {
  return <NumberLink number={number} href={href} />;
}
