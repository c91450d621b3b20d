import type { StandardRecord } from '../queries/record.ts';
import { type PublicRelation, publicRelations, publicStatus } from './public-record.ts';

/** A value of a flat table. */
export type FlatValue = string | number | null;

type Column = readonly [name: string, value: (record: StandardRecord, day: string) => FlatValue];

const joined = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '));
const title = (record: StandardRecord, lang: string): string | null =>
  record.titles.find((one) => one.lang === lang)?.text ?? null;
const related = (record: StandardRecord, kind: string): string | null =>
  joined(
    publicRelations(record.relations)
      .filter((one) => one.kind === kind)
      .map(withDegree),
  );
const withDegree = ({ number, degree, whole }: PublicRelation): string =>
  [number, degree ?? '', whole ? '' : '(part)'].join(' ').trim();

/** The columns of CSV and Parquet, in their order. New ones go to the end, so that nobody's program breaks. */
export const flatColumns: readonly Column[] = [
  ['number', (record) => record.number],
  ['address', (record) => record.address],
  ['tier', (record) => record.tier],
  ['kind', (record) => record.kind],
  ['nature', (record) => record.nature],
  ['title_zh', (record) => title(record, 'zh-Hans')],
  ['title_en', (record) => title(record, 'en')],
  ['status', (record, day) => publicStatus(record, day).code],
  ['status_basis', (record, day) => publicStatus(record, day).basis],
  ['as_of', (_, day) => day],
  ['published', (record) => record.publishedAs],
  ['in_force_on', (record) => record.inForceOn],
  ['superseded_on', (record) => record.dates.supersededOn],
  ['withdrawn', (record) => record.withdrawnAs],
  ['ics', (record) => joined(record.ics)],
  ['ccs', (record) => joined(record.ccs)],
  ['industry', (record) => record.industry],
  ['region', (record) => record.region],
  ['sector', (record) => record.sector],
  ['committee', (record) => record.committee],
  ['department', (record) => record.department],
  ['issuers', (record) => joined(record.issuers)],
  ['organizations', (record) => joined(record.organizations.map(({ name }) => name))],
  ['replaces', (record) => related(record, 'replaces')],
  ['replaced_by', (record) => related(record, 'replacedBy')],
  ['adopts', (record) => related(record, 'adopts')],
  ['sources', (record) => joined(record.sources.map(({ source }) => source))],
  ['known_since', (record) => record.knownSince],
];

export function flatRow(record: StandardRecord, day: string): readonly FlatValue[] {
  return flatColumns.map(([, value]) => value(record, day));
}
