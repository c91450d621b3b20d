import type { Child } from 'hono/jsx';
import { WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Language, LanguageText } from '../../portal/languages.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { AsWritten, InLanguage } from '../../portal/rich-text.tsx';
import { SafeLink } from '../../portal/safe-link.tsx';
import { Section } from '../../portal/section.tsx';
import { TierMark } from '../../portal/tier-mark.tsx';
import type { LabelledLink, SourceView, TitleView } from './standard-link.ts';
import type { StandardPageProps } from './standard-page-props.ts';
import type { CodeView, OrganizationLink, StandardView } from './standard-view.ts';
import { standardsText } from './texts.ts';

/** What the register holds of it: identity, titles, classification, who is responsible, and from where. */
export function StandardRecord({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { classification, responsibility } = standard;
  const correct = (
    <a class="noprint" href={standard.places.reportError}>
      {t('record.addOrCorrect')}
    </a>
  );
  return (
    <Section id="record" title={t('standard.record')}>
      <FieldList
        entries={[
          { label: t('field.tier'), value: <TierMark lang={lang} of={standard.mark} isNamed /> },
          {
            label: t('field.documentType'),
            value: standard.documentType && <InLanguage text={standard.documentType} around={lang} />,
          },
          { label: t('field.numberAsPrinted'), value: asWritten(lang, standard.numberAsPrinted) },
          {
            label: t('field.otherNumbers'),
            value: standard.otherNumbers.length > 0 ? standard.otherNumbers.join(lang === 'en' ? ', ' : '，') : null,
          },
          { label: t('field.editionNote'), value: asWritten(lang, standard.editionNote) },
          ...standard.titles.map((title) => titleEntry(lang, title)),
          { label: t('field.scope'), value: standard.scope && <Running text={standard.scope} around={lang} /> },
          { label: t('field.ics'), value: codes(lang, classification.ics), empty: t('field.notRecorded') },
          { label: t('field.ccs'), value: codes(lang, classification.ccs), empty: t('field.notRecorded') },
          {
            label: t('field.issuer'),
            value: organizations(lang, responsibility.issuers),
            empty: t('field.notRecorded'),
          },
          {
            label: t('field.committee'),
            value: responsibility.committee && organizations(lang, [responsibility.committee]),
            empty: t.rich('record.notRecorded', { correct }),
          },
          ...optionalEntries(lang, standard),
          { label: t('field.sources'), value: <Sources lang={lang} sources={standard.sources} /> },
        ]}
      />
    </Section>
  );
}

/** A text long enough to need the measure of running text. */
function Running({ text, around }: { readonly text: LanguageText; readonly around: Language }) {
  return (
    <span class="running" lang={text.lang === around ? undefined : text.lang}>
      {text.text}
    </span>
  );
}

function asWritten(lang: Language, text: string | undefined): Child {
  return text === undefined ? null : <AsWritten text={text} around={lang} />;
}

function optionalEntries(lang: Language, { classification, responsibility }: StandardView) {
  const t = standardsText(lang);
  return [
    {
      label: t('field.department'),
      value: responsibility.department && organizations(lang, [responsibility.department]),
    },
    { label: t('field.sector'), value: classification.sector && codes(lang, [classification.sector]) },
    { label: t('field.region'), value: classification.region && codes(lang, [classification.region]) },
    { label: t('field.industry'), value: codes(lang, classification.industries) },
    { label: t('field.topics'), value: links(lang, classification.topics) },
    {
      label: t('field.sourceClass'),
      value: classification.sourceClass && <InLanguage text={classification.sourceClass} around={lang} />,
    },
  ];
}

function titleEntry(lang: Language, title: TitleView) {
  const t = standardsText(lang);
  const label =
    title.lang === 'zh-Hans' || title.lang === 'en' || title.lang === 'fr'
      ? t(`field.title.${title.lang}`)
      : t('field.title.other', { lang: title.lang });
  return {
    label,
    value: (
      <>
        <span lang={title.lang}>{title.text}</span>
        {title.standing === 'not-stated' ? null : <span class="small soft"> {t(`standing.${title.standing}`)}</span>}
      </>
    ),
  };
}

function codes(lang: Language, views: readonly CodeView[]): Child {
  if (views.length === 0) return null;
  return (
    <ul>
      {views.map(({ code, name, href }) => (
        <li>
          {href === undefined ? <span class="num">{code}</span> : <a href={href}>{code}</a>}
          {name === undefined ? null : (
            <>
              {' '}
              <InLanguage text={name} around={lang} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function organizations(lang: Language, list: readonly OrganizationLink[]): Child {
  if (list.length === 0) return null;
  return (
    <ul>
      {list.map(({ name, fullName, href }) => (
        <li>
          {href === undefined ? (
            <InLanguage text={name} around={lang} />
          ) : (
            <a href={href}>
              <InLanguage text={name} around={lang} />
            </a>
          )}
          {fullName === undefined ? null : (
            <>
              {' '}
              <InLanguage text={fullName} around={lang} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function links(lang: Language, list: readonly LabelledLink[]): Child {
  return list.length === 0
    ? null
    : organizations(
        lang,
        list.map(({ label, href }) => ({ name: label, href })),
      );
}

interface SourcesProps {
  readonly lang: Language;
  readonly sources: readonly SourceView[];
}

/** The sources by name, each with its day and licence as far as stated. */
export function Sources({ lang, sources }: SourcesProps) {
  const t = standardsText(lang);
  if (sources.length === 0) return <span class="soft">{t('field.notRecorded')}</span>;
  return (
    <ul>
      {sources.map(({ name, href, asOf, licence }) => {
        const words = <InLanguage text={name} around={lang} />;
        return (
          <li>
            {href === undefined ? words : <SafeLink href={href}>{words}</SafeLink>}
            {asOf === undefined ? null : (
              <span class="soft">
                {sentenceGap(lang)}
                {t.rich('source.asOf', { day: <WrittenDay lang={lang} date={asOf} /> })}
              </span>
            )}
            {licence === undefined ? null : (
              <span class="soft">
                {sentenceGap(lang)}
                {t.rich('source.licence', { licence: <span class="num">{licence}</span> })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
