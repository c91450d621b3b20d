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
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['type', 'Standard'],
    ['number', record.number],
    ['title', titleOf(cited)],
    ['institution', issuerOf(record)],
    ['year', record.publishedAs?.slice(0, 4)],
    ['month', record.publishedAs?.slice(5, 7) || undefined],
    ['url', cited.address],
    ['urldate', cited.day],
    ['language', cited.lang === 'en' ? 'english' : 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${texSafe(value)}}`]));
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

/** RIS: lines of a tag, two spaces, a hyphen and a space. */
export function ris(cited: Cited): string {
  const { record } = cited;
  const day = record.publishedAs?.replaceAll('-', '/');
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'STAND'],
    ['TI', titleOf(cited)],
    ['SN', record.number],
    ['PB', issuerOf(record)],
    ['PY', record.publishedAs?.slice(0, 4)],
    ['DA', day],
    ['UR', cited.address],
    ['LA', cited.lang === 'en' ? 'en' : 'zh'],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');
}

/** CSL-JSON, the form in which citation managers exchange. */
export function cslJson(cited: Cited): string {
  const { record } = cited;
  const dateParts = record.publishedAs?.split('-').map(Number);
  const issuer = issuerOf(record);
  return `${JSON.stringify(
    [
      {
        id: record.address,
        type: 'standard',
        number: record.number,
        title: titleOf(cited),
        ...(issuer === undefined ? {} : { publisher: issuer, author: [{ literal: issuer }] }),
        ...(dateParts === undefined ? {} : { issued: { 'date-parts': [dateParts] } }),
        accessed: { 'date-parts': [cited.day.split('-').map(Number)] },
        URL: cited.address,
        language: cited.lang === 'en' ? 'en' : 'zh-CN',
      },
    ],
    null,
    2,
  )}\n`;
}

/** The title in the language of the citation, else the first one; the number where there is none. */
export function titleOf({ record, lang }: Pick<Cited, 'record' | 'lang'>): string {
  return (record.titles.find((title) => title.lang === lang) ?? record.titles[0])?.text ?? record.number;
}

function issuerOf(record: StandardRecord): string | undefined {
  return record.issuers.length > 0 ? record.issuers.join('; ') : record.publisher || undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
