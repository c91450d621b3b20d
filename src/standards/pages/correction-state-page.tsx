import { DataTable } from '../../portal/data-table.tsx';
import { distanceText, IsoDay, WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { NumberLink } from '../../portal/result-row.tsx';
import { AsWritten, InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { CorrectionStateView } from './service-view.ts';
import { standardsText } from './texts.ts';

interface CorrectionStatePageProps {
  readonly frame: Frame;
  readonly correction: CorrectionStateView;
}

/** A reported error: what was said, who answers by when, what was decided and why. */
export function CorrectionStatePage({ frame, correction }: CorrectionStatePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { standard, state, number } = correction;
  return (
    <Layout
      frame={frame}
      title={t('correction.stateTitle', { number, standard: standard.number })}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: standard.number, href: standard.href },
        { label: number },
      ]}
      isUnlisted
    >
      <PageHead
        margin={
          <FieldList
            entries={[
              { label: t('correction.number'), value: <span class="num">{number}</span> },
              { label: t('correction.reported'), value: <WrittenDay lang={lang} date={correction.reportedOn} /> },
              { label: t('correction.record'), value: <NumberLink number={standard.number} href={standard.href} /> },
            ]}
          />
        }
      >
        <h1>{t('correction.stateHeading', { standard: standard.number })}</h1>
        <div class="says">
          <p>{t.rich(`correction.state.${state}`)}</p>
          <AnswerBy frame={frame} correction={correction} />
        </div>
      </PageHead>
      <Said frame={frame} correction={correction} />
      <Steps frame={frame} correction={correction} />
    </Layout>
  );
}

function AnswerBy({ frame, correction }: CorrectionStatePageProps) {
  const { lang, today } = frame;
  const t = standardsText(lang);
  const { answerBy } = correction;
  if (answerBy === undefined || correction.state !== 'open') return null;
  const values = {
    who: <InLanguage text={answerBy.who} around={lang} />,
    on: <WrittenDay lang={lang} date={answerBy.on} />,
    distance: distanceText(lang, today, answerBy.on) ?? '',
  };
  const isLate = answerBy.on < today;
  return <p>{t.rich(isLate ? 'correction.answerLate' : 'correction.answerBy', values)}</p>;
}

function Said({ frame, correction }: CorrectionStatePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Section id="said" title={t('correction.said')}>
      <FieldList
        entries={[
          { label: t('correction.field'), value: <InLanguage text={correction.field} around={lang} /> },
          {
            label: t('correction.was'),
            value: correction.was === '' ? null : <AsWritten text={correction.was} around={lang} />,
            empty: t('field.notRecorded'),
          },
          { label: t('correction.shouldBe'), value: <AsWritten text={correction.shouldBe} around={lang} /> },
          {
            label: t('correction.evidence'),
            value: (
              <span class="wrap">
                <AsWritten text={correction.evidence} around={lang} />
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Steps({ frame, correction }: CorrectionStatePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Section id="steps" title={t('standard.history')}>
      <DataTable
        caption={t('correction.steps')}
        isCaptionHidden
        rows={correction.steps}
        columns={[
          { head: t('correction.stepOn'), isRowHead: true, cell: ({ on }) => <IsoDay date={on} /> },
          {
            head: t('correction.stepWhat'),
            isSelfEvident: true,
            cell: ({ what, reason }) => (
              <>
                <InLanguage text={what} around={lang} />
                {reason === undefined ? null : (
                  <p class="small">{t.rich('says.reason', { reason: <InLanguage text={reason} around={lang} /> })}</p>
                )}
              </>
            ),
          },
          { head: t('correction.stepWho'), cell: ({ who }) => <InLanguage text={who} around={lang} /> },
          {
            head: t('correction.stepUnder'),
            cell: ({ under }) => (under === undefined ? null : <InLanguage text={under} around={lang} />),
          },
        ]}
      />
    </Section>
  );
}
