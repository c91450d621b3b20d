import { WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import { NumberLink } from '../../portal/result-row.tsx';
import { AsWritten, InLanguage } from '../../portal/rich-text.tsx';
import { Section } from '../../portal/section.tsx';
import { implementation } from './standard-margin.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import type { DatesView } from './standard-view.ts';
import { standardsText } from './texts.ts';

/** Days as the source gives them, shown where the margin could not say all. */
export function StandardDates({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { dates, amendments } = standard;
  if (!needsSection(dates) && amendments.length === 0) return null;
  const written = (date: string | undefined) => (date === undefined ? null : <WrittenDay lang={lang} date={date} />);
  return (
    <Section id="dates" title={t('standard.dates')} side={t('standard.datesSide')}>
      <FieldList
        entries={[
          { label: t('field.approved'), value: written(dates.approvedOn) },
          { label: t('field.published'), value: written(dates.publishedOn) },
          { label: t('field.filed'), value: written(dates.filedOn) },
          {
            label: t('field.filingNumber'),
            value: dates.filingNumber && <AsWritten text={dates.filingNumber} around={lang} />,
          },
          ...dates.implementations.map((view) => ({
            label: t('field.inForce'),
            value: (
              <>
                {implementation(lang, view)}
                {view.asWritten === undefined || view.on === undefined ? null : (
                  <p class="small soft">
                    {t.rich('field.asWritten', { words: <InLanguage text={view.asWritten} around={lang} /> })}
                  </p>
                )}
              </>
            ),
          })),
          { label: t('field.ended'), value: written(dates.endedOn) },
          ...amendments.map(({ standard: sheet, implementedOn, publishedOn }) => ({
            label: t('field.amendment'),
            value: (
              <>
                <NumberLink number={sheet.number} href={sheet.href} />
                {implementedOn === undefined && publishedOn === undefined ? null : (
                  <span class="soft">
                    {' '}
                    {implementedOn === undefined
                      ? t.rich('field.publishedOn', { on: written(publishedOn) })
                      : t.rich('field.inForceFrom', { on: written(implementedOn) })}
                  </span>
                )}
              </>
            ),
          })),
        ]}
      />
    </Section>
  );
}

function needsSection(dates: DatesView): boolean {
  const isSpecial = dates.implementations.some(
    ({ scope, togetherWith, asWritten }) => scope ?? togetherWith ?? asWritten,
  );
  return isSpecial || dates.implementations.length > 1 || dates.approvedOn !== undefined || dates.filedOn !== undefined;
}
