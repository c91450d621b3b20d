import type { StandardRecord } from '../queries/record.ts';

/** What a citation says of a standard, in the language of who cites. */
export interface Cited {
  readonly record: StandardRecord;
  readonly lang: 'zh-Hans' | 'en';
  /** Full address of the record. */
  readonly address: string;
  /** The day of the citation. */
  readonly day: string;
}

/** Citation formats by the ending of their address. */
export const citationForms = {
  bib: { type: 'application/x-bibtex; charset=utf-8', text: bibtex },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', text: ris },
  json: { type: 'application/vnd.citationstyles.csl+json; charset=utf-8', text: cslJson },
} as const;

/** BibTeX: `@techreport` is what every style knows; the number stands where the styles print it. */
export function bibtex(cited: Cited): string {
  const { record } = cited;
  const title = titleCited(cited);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['type', 'Standard'],
    ['number', record.number],
    ['title', title.text],
    ['institution', issuerOf(record)],
    ['year', record.publishedAs?.slice(0, 4)],
    ['month', record.publishedAs?.slice(5, 7) || undefined],
    ['url', cited.address],
    ['urldate', cited.day],
    ['language', title.lang && languageName(title.lang)],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    return [`  ${name} = {${name === 'title' ? withCapitals(texSafe(value)) : texSafe(value)}}`];
  });
  return `@techreport{${record.address.replace(/[^A-Za-z0-9.-]/g, '-')},\n${lines.join(',\n')}\n}\n`;
}

/** Characters that TeX or the format itself would read as commands. */
const texMeanings: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function texSafe(text: string): string {
  return oneLine(text).replace(/[\\{}%&#_$^~]/g, (character) => texMeanings[character] ?? character);
}

/** Many styles write titles in small letters; what stands in braces keeps its capitals. A plain first word keeps them anyway. */
function withCapitals(title: string): string {
  return title.replace(/[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu, (word, place: number) =>
    place === 0 && !/\p{Lu}/u.test(word.slice(1)) ? word : `{${word}}`,
  );
}

/** BibTeX names languages in English, as its packages do: chinese, english, french. */
function languageName(lang: string): string | undefined {
  return languageNames.of(primaryOf(lang))?.toLowerCase();
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** `zh` of `zh-Hans`. */
function primaryOf(lang: string): string {
  return lang.split('-')[0] ?? lang;
}

/** RIS: lines of a tag, two spaces, a hyphen and a space. */
export function ris(cited: Cited): string {
  const { record } = cited;
  const title = titleCited(cited);
  const day = record.publishedAs?.replaceAll('-', '/');
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'STAND'],
    ['TI', title.text],
    ['SN', record.number],
    ['PB', issuerOf(record)],
    ['PY', record.publishedAs?.slice(0, 4)],
    ['DA', day],
    ['UR', cited.address],
    ['LA', title.lang && primaryOf(title.lang)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
}

/** CSL-JSON, the form in which citation managers exchange. */
export function cslJson(cited: Cited): string {
  const { record } = cited;
  const dateParts = record.publishedAs?.split('-').map(Number);
  const issuer = issuerOf(record);
  const title = titleCited(cited);
  return `${JSON.stringify(
    [
      {
        id: record.address,
        type: 'standard',
        number: record.number,
        title: title.text,
        ...(issuer === undefined ? {} : { publisher: issuer, author: [{ literal: issuer }] }),
        ...(dateParts === undefined ? {} : { issued: { 'date-parts': [dateParts] } }),
        accessed: { 'date-parts': [cited.day.split('-').map(Number)] },
        URL: cited.address,
        // Citation styles name Chinese by its country.
        ...(title.lang === undefined ? {} : { language: title.lang === 'zh-Hans' ? 'zh-CN' : title.lang }),
      },
    ],
    null,
    2,
  )}\n`;
}

/** The title in the language of who cites, else the first one; the number, of no language, where there is none. */
function titleCited({ record, lang }: Cited): { readonly text: string; readonly lang?: string } {
  return record.titles.find((title) => title.lang === lang) ?? record.titles[0] ?? { text: record.number };
}

/** A prefix such as GB names no body; only that of an international document is the name of who issues it. */
function issuerOf({ issuers, tier, publisher }: StandardRecord): string | undefined {
  if (issuers.length > 0) return issuers.join('; ');
  return tier === 'international' && publisher !== '' ? publisher : undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
