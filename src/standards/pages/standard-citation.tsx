import type { Child } from 'hono/jsx';
import { partsOf } from '../../portal/calendar.ts';
import type { TierMarkOf } from '../../portal/register-codes.ts';
import { NumberText } from '../../portal/result-row.tsx';
import { Section } from '../../portal/section.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import type { StandardView } from './standard-view.ts';
import { standardsText } from './texts.ts';
import { leadingTitle } from './titles.ts';

/** How to cite it (GB/T 7714 on Chinese pages), and the record in other forms. */
export function StandardCitation({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { places } = standard;
  const forms: readonly (readonly [string, string])[] = [
    ['BibTeX', places.bibtex],
    ['RIS', places.ris],
    ['CSL-JSON', places.cslJson],
    ['Relaton', places.relaton],
    ['JSON', places.json],
    ['JSON-LD', places.jsonLd],
    ['Atom', places.atom],
  ];
  return (
    <Section id="cite" title={t('standard.citing')}>
      <p>{citation(frame.lang, standard)}</p>
      <p class="small noprint row">
        {forms.map(([name, href]) => (
          <a href={href}>{name}</a>
        ))}
      </p>
    </Section>
  );
}

function citation(lang: StandardPageProps['frame']['lang'], standard: StandardView): Child {
  const t = standardsText(lang);
  const title = leadingTitle(lang, standard.titles, standard.number);
  const { publishedOn } = standard.dates;
  const values = {
    number: <NumberText number={lang === 'en' ? standard.number : printedNumber(standard.number, standard.mark)} />,
    title:
      lang === 'en' ? (
        <cite lang={title.lang === lang ? undefined : title.lang}>{title.text}</cite>
      ) : (
        <span lang={title.lang === lang ? undefined : title.lang}>{title.text}</span>
      ),
  };
  if (publishedOn === undefined) return t.rich('cite.withoutYear', values);
  return t.rich('cite.withYear', { ...values, year: String(partsOf(publishedOn).year) });
}

/** A Chinese number as it is printed, with a dash before the year; the register's key keeps the hyphen. */
export function printedNumber(number: string, { tier }: TierMarkOf): string {
  const isChinese = tier !== 'international' && tier !== 'foreign' && tier !== undefined;
  return isChinese ? number.replaceAll(/-(?=(?:19|20)\d{2}(?:\D|$))/g, '—') : number;
}
