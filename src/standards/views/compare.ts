import type { LanguageText } from '../../portal/languages.ts';
import { plainTitle } from '../../portal/rich-text.tsx';
import { portalText } from '../../portal/texts.ts';
import type { CompareRow, CompareView } from '../pages/register-view.ts';
import { statusAt } from '../queries/brief.ts';
import type { StandardRecord } from '../queries/record.ts';
import type { Series } from '../queries/series.ts';
import { kindSeenFromHere } from '../relation-kinds.ts';
import { codeName, linkOf, standardPath, type ViewContext, written } from './link.ts';
import { fieldName, valueText } from './words.ts';

type Reading = readonly [field: string, read: (record: StandardRecord, context: ViewContext) => readonly unknown[]];

const readings: readonly Reading[] = [
  ['title', (record) => record.titles.map(({ text }) => text)],
  ['nature', (record, context) => nameOf(context, 'natures', record.nature)],
  ['kind', (record, context) => nameOf(context, 'kinds', record.kind)],
  ['published_as', (record) => one(record.publishedAs)],
  ['implemented_on', (record) => one(record.inForceOn)],
  ['withdrawn_as', (record) => one(record.withdrawnAs)],
  ['relation.replaces', (record) => related(record, 'replaces')],
  ['relation.replacedBy', (record) => related(record, 'replacedBy')],
  ['relation.adopts', (record) => related(record, 'adopts')],
  ['relation.normativeReference', (record) => related(record, 'cites')],
  ['ics', (record) => record.ics],
  ['ccs', (record) => record.ccs],
  ['sector', (record, context) => coded(context, 'sector-codes', record.sector)],
  ['region', (record, context) => coded(context, 'regions', record.region)],
  ['committee', (record) => one(record.committee)],
  ['department', (record) => one(record.department)],
  ['issuers', (record) => record.issuers],
  ['organizations', (record) => record.organizations.map(({ name }) => name)],
  ['drafters', (record) => record.drafters],
  ['pages', (record) => one(record.pages)],
  ['scope', (record) => record.scope.map(({ text }) => text)],
];

/** The name of a code, which is what a reader compares. */
function nameOf(context: ViewContext, list: string, code: string | null): readonly unknown[] {
  return code === null ? [] : [codeName(context, list, code)?.text ?? code];
}

/** A code that readers know by itself, with its name. */
function coded(context: ViewContext, list: string, code: string | null): readonly unknown[] {
  return code === null ? [] : [[code, codeName(context, list, code)?.text ?? ''].join(' ').trim()];
}

function one(value: unknown): readonly unknown[] {
  return value === null || value === undefined ? [] : [value];
}

function related(record: StandardRecord, kind: string): readonly unknown[] {
  const rows = record.relations.filter((row) => kindSeenFromHere(row) === kind);
  return [...new Set(rows.map((row) => [row.otherNumber ?? row.target, row.degree ?? ''].join(' ').trim()))].sort();
}

/** Two records field by field; fields that both leave open are not shown. */
export function compareView(
  left: StandardRecord,
  right: StandardRecord,
  shown: { readonly series: Series; readonly context: ViewContext },
): CompareView {
  const { context } = shown;
  const status = (record: StandardRecord) => portalText(context.lang)(`status.${statusAt(record, context.day).code}`);
  const rows = [
    row('status', { left: [status(left)], right: [status(right)] }, context),
    ...readings.map(([field, read]) => row(field, { left: read(left, context), right: read(right, context) }, context)),
  ];
  return {
    left: linkOf(left, context),
    right: linkOf(right, context),
    rows: rows.filter((each) => each.left.length > 0 || each.right.length > 0),
    choices: shown.series.editions.map((brief) => linkOf(brief, context)),
    action: `${standardPath(left.address)}/compare`,
  };
}

interface Sides {
  readonly left: readonly unknown[];
  readonly right: readonly unknown[];
}

function row(field: string, { left, right }: Sides, context: ViewContext): CompareRow {
  const words = (values: readonly unknown[]): readonly LanguageText[] =>
    values.map((value) => {
      const text = written(valueText(context.lang, value));
      return field === 'title' ? { ...text, text: plainTitle(text) } : text;
    });
  return {
    field: fieldName(context.lang, field),
    left: words(left),
    right: words(right),
    isSame: JSON.stringify(left) === JSON.stringify(right),
  };
}
