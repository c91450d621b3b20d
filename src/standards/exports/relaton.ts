import { stringify } from 'yaml';
import type { StandardRecord } from '../queries/record.ts';
import { supersededDay } from '../views/days.ts';
import type { Cited } from './citation.ts';

const relationTypes: Readonly<Record<string, string>> = {
  replaces: 'obsoletes',
  replacedBy: 'obsoletedBy',
  mergedInto: 'obsoletedBy',
  splitInto: 'obsoletedBy',
  amends: 'updates',
  adopts: 'adoptedFrom',
  normativeReference: 'cites',
  cites: 'cites',
  translates: 'translatedFrom',
};

/** Relaton YAML, the bibliographic form of the standards world, as our own import reads it. */
export function relaton({ record, address, day }: Cited): string {
  return stringify({
    id: record.address.replace(/[^A-Za-z0-9]+/g, ''),
    type: 'standard',
    fetched: day,
    docid: [{ id: record.number, type: record.publisher, primary: true }],
    title: record.titles.map(({ lang, text }) => ({ type: 'main', content: text, ...languageOf(lang) })),
    link: [
      { type: 'src', content: address },
      ...(record.textAddress === null ? [] : [{ type: 'obp', content: record.textAddress }]),
    ],
    date: datesOf(record),
    contributor: record.issuers.map((name) => ({
      role: [{ type: 'publisher' }],
      organization: { name: [{ content: name }] },
    })),
    ...(record.edition === null ? {} : { edition: { content: String(record.edition) } }),
    language: [...new Set(record.titles.map(({ lang }) => lang.slice(0, 2)))],
    abstract: record.scope.map(({ lang, text }) => ({ content: text, ...languageOf(lang) })),
    relation: record.relations
      .filter((row) => row.stated === 'here')
      .map((row) => ({
        type: relationTypes[row.kind] ?? 'related',
        ...(row.locality === null ? {} : { locality: [{ type: 'clause', reference_from: row.locality }] }),
        bibitem: { docid: [{ id: row.target }], formattedref: row.target },
      })),
    ext: {
      doctype: { type: record.kind },
      ...(record.stage === null ? {} : { stagename: record.stage }),
      ics: record.ics.map((code) => ({ code })),
      ccs: record.ccs.map((code) => ({ code })),
    },
  });
}

function languageOf(lang: string) {
  const [language = lang, script] = lang.split('-');
  return { language, ...(script === undefined ? {} : { script }) };
}

function datesOf(record: StandardRecord) {
  const dates: readonly (readonly [string, string | null])[] = [
    ['published', record.publishedAs],
    ['implemented', record.days.first?.written ?? null],
    ['obsoleted', record.withdrawnAs ?? supersededDay(record)?.written ?? null],
  ];
  return dates.flatMap(([type, value]) => (value === null ? [] : [{ type, at: value }]));
}
