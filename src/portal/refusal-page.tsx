import type { Child } from 'hono/jsx';
import { DataTable } from './data-table.tsx';
import { WrittenDay } from './dates.tsx';
import type { Frame } from './frame.ts';
import type { LanguageText } from './languages.ts';
import { type Crumb, Layout } from './layout.tsx';
import { sentenceGap } from './listed.ts';
import { InLanguage } from './rich-text.tsx';
import { PageHead, Section } from './section.tsx';
import { portalText } from './texts.ts';

/** A rule as a refusal cites it. */
export interface RuleView {
  /** Law and article, in words of the page's language. */
  readonly name: LanguageText;
  /** The article's own words, in its own language. */
  readonly quotation?: LanguageText | undefined;
  /** What it means here, in the page's language. */
  readonly meaning: LanguageText;
  readonly href?: string | undefined;
  /** The rule was not read in a source; said where it is applied. */
  readonly isConfirmed: boolean;
}

export interface FactView {
  readonly question: LanguageText;
  readonly answer: LanguageText;
  readonly record?: { readonly label: LanguageText; readonly href: string } | undefined;
}

export interface RemedyView {
  readonly label: LanguageText;
  readonly href?: string | undefined;
  readonly about?: LanguageText | undefined;
}

/** An expected "no": verdict, rule, facts, remedies, and what would change the answer. */
export interface RefusalView {
  /** What was asked for. */
  readonly asked: LanguageText;
  readonly verdict: LanguageText;
  readonly decidedOn: string;
  /** Why, in one or two sentences; absent where the verdict says it. */
  readonly because?: LanguageText | undefined;
  readonly rule?: RuleView | undefined;
  readonly facts: readonly FactView[];
  readonly remedies: readonly RemedyView[];
  readonly otherwise?: LanguageText | undefined;
}

interface RefusalPageProps {
  readonly frame: Frame;
  readonly refusal: RefusalView;
  readonly crumbs?: readonly Crumb[] | undefined;
}

/** The page of a refusal. Nothing was changed in the register, and the page says so. */
export function RefusalPage({ frame, refusal, crumbs }: RefusalPageProps) {
  const { lang } = frame;
  const t = portalText(lang);
  return (
    <Layout frame={frame} title={t('refusal.pageTitle', { verdict: refusal.verdict.text })} crumbs={crumbs} isUnlisted>
      <PageHead>
        <p class="row">
          <span class="mark">{t('refusal.mark')}</span>
          <span class="soft">
            <WrittenDay lang={lang} date={refusal.decidedOn} />
          </span>
          <span class="soft">
            <InLanguage text={refusal.asked} around={lang} />
          </span>
        </p>
        <h1>
          <InLanguage text={refusal.verdict} around={lang} />
        </h1>
        <div class="says">
          {refusal.because === undefined ? null : (
            <p>
              <InLanguage text={refusal.because} around={lang} />
            </p>
          )}
          <p>{t('refusal.nothingChanged')}</p>
        </div>
      </PageHead>
      {refusal.rule === undefined ? null : <RuleSection frame={frame} rule={refusal.rule} />}
      {refusal.facts.length === 0 ? null : <FactsSection frame={frame} facts={refusal.facts} />}
      {refusal.remedies.length === 0 ? null : <RemedySection frame={frame} remedies={refusal.remedies} />}
      {refusal.otherwise === undefined ? null : (
        <Section id="otherwise" title={t('refusal.otherwise')}>
          <p>
            <InLanguage text={refusal.otherwise} around={lang} />
          </p>
        </Section>
      )}
    </Layout>
  );
}

function RuleSection({ frame, rule }: { readonly frame: Frame; readonly rule: RuleView }) {
  const { lang } = frame;
  const t = portalText(lang);
  return (
    <Section id="rule" title={t('refusal.rule')}>
      <div class="gap">
        {rule.quotation === undefined ? null : (
          <blockquote class="quote" lang={rule.quotation.lang}>
            <p>{rule.quotation.text}</p>
          </blockquote>
        )}
        <p>
          <InLanguage text={rule.meaning} around={lang} />
          {sentenceGap(lang)}
          <span class="soft">
            <InLanguage text={rule.name} around={lang} />
          </span>
          {rule.isConfirmed ? null : <span class="tag">{t('refusal.unconfirmed')}</span>}
        </p>
        {rule.href === undefined ? null : (
          <p class="small">
            <a href={rule.href}>{t('refusal.ruleAsApplied')}</a>
          </p>
        )}
      </div>
    </Section>
  );
}

function FactsSection({ frame, facts }: { readonly frame: Frame; readonly facts: readonly FactView[] }) {
  const { lang } = frame;
  const t = portalText(lang);
  const record = (fact: FactView): Child =>
    fact.record === undefined ? null : (
      <a href={fact.record.href}>
        <InLanguage text={fact.record.label} around={lang} />
      </a>
    );
  return (
    <Section id="facts" title={t('refusal.facts')}>
      <DataTable
        caption={t('refusal.factsCaption')}
        isCaptionHidden
        rows={facts}
        columns={[
          {
            head: t('refusal.question'),
            isRowHead: true,
            cell: (fact) => <InLanguage text={fact.question} around={lang} />,
          },
          {
            head: t('refusal.answer'),
            cell: (fact) => (
              <b>
                <InLanguage text={fact.answer} around={lang} />
              </b>
            ),
          },
          { head: t('refusal.record'), cell: record },
        ]}
      />
    </Section>
  );
}

function RemedySection({ frame, remedies }: { readonly frame: Frame; readonly remedies: readonly RemedyView[] }) {
  const { lang } = frame;
  return (
    <Section id="remedy" title={portalText(lang)('refusal.remedy')}>
      <ol class="remedy">
        {remedies.map(({ label, href, about }) => {
          const words = <InLanguage text={label} around={lang} />;
          return (
            <li>
              <h3>{href === undefined ? words : <a href={href}>{words}</a>}</h3>
              {about === undefined ? null : (
                <p>
                  <InLanguage text={about} around={lang} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
