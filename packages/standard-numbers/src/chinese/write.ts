import { codeIn, upperCase } from '../cursor.ts';
import { type UnwrittenNumber, unwritten } from '../fields.ts';
import type { NumberFields, StandardNumber } from '../model.ts';

/** Derives the forms of a Chinese number from its fields. */
export function chineseNumber(fields: NumberFields): StandardNumber {
  return writeChinese(unwritten(fields), formLeadsOf(fields));
}

/** What stands before the serial in the forms, with its sign. It depends on the prefix alone, so known prefixes have it ready. */
export interface FormLeads {
  readonly canonical: string;
  /** Undefined when it is that of the canonical form. */
  readonly series: string | undefined;
  /** Undefined when it is that of the series. */
  readonly work: string | undefined;
}

export function formLeadsOf(lead: Pick<NumberFields, 'scheme' | 'prefix'>): FormLeads {
  const { prefix } = lead;
  const gap = gapOf(lead);
  const canonical = prefix + gap;
  const shared = withoutNature(lead);
  return {
    canonical,
    series: prefix === 'GBn' ? upperCase(canonical) : undefined,
    work: shared === prefix ? undefined : shared + gap,
  };
}

/** Fills in the forms of a number just read. Filling in place and joining few strings is what makes reading fast. */
export function writeChinese(number: UnwrittenNumber, leads: FormLeads): StandardNumber {
  const { year } = number;
  let tail = number.serial;
  for (const part of number.parts) tail = `${tail}.${part}`;
  const designation = leads.canonical + tail;
  const seriesKey = leads.series === undefined ? designation : leads.series + upperCase(tail);
  number.seriesKey = seriesKey;
  number.workKey = leads.work === undefined ? seriesKey : leads.work + tail;
  if (year === undefined) {
    number.canonical = designation;
    number.key = seriesKey;
    number.typographic = designation;
  } else if (number.yearAsPrinted === undefined) {
    number.canonical = designation + hyphenYear(year);
    number.key = leads.series === undefined ? number.canonical : seriesKey + hyphenYear(year);
    number.typographic = designation + dashYear(year);
  } else {
    number.canonical = `${designation}-${number.yearAsPrinted}`;
    number.key = seriesKey + hyphenYear(year);
    number.typographic = `${designation}—${number.yearAsPrinted}`;
  }
  return isExtended(number) ? extend(number) : number;
}

/** Years as they stand behind their dash, ready to be joined: nearly every number has one. */
const hyphenYears: readonly string[] = Array.from({ length: 200 }, (_, index) => `-${1900 + index}`);
const dashYears: readonly string[] = Array.from({ length: 200 }, (_, index) => `—${1900 + index}`);

function hyphenYear(year: number): string {
  return hyphenYears[year - 1900] ?? `-${year}`;
}

function dashYear(year: number): string {
  return dashYears[year - 1900] ?? `—${year}`;
}

function extend(number: UnwrittenNumber): StandardNumber {
  const remarks = remarksOf(number);
  number.canonical += remarks + supplementsOf(number, '-') + dualOf(number, 'canonical');
  // A dual number is the number of one edition; the register holds that edition under its own number alone.
  number.key += upperCase(remarks + supplementsOf(number, '-'));
  number.typographic += remarks + supplementsOf(number, '—') + dualOf(number, 'typographic');
  return number;
}

function isExtended(fields: NumberFields): boolean {
  return (
    fields.supplements.length > 0 ||
    fields.editionNote !== undefined ||
    fields.stage !== undefined ||
    fields.allParts ||
    fields.dual !== undefined
  );
}

/** Shanghai writes its engineering codes with a hyphen: DG/TJ08-7-2021. */
function gapOf(lead: Pick<NumberFields, 'scheme' | 'prefix'>): string {
  return lead.scheme === 'cn-local' && lead.prefix.startsWith('DG') ? '-' : ' ';
}

/** GB, GB/T and GB/Z draw on one serial pool, so the work is named without the suffix. */
function withoutNature(lead: Pick<NumberFields, 'scheme' | 'prefix'>): string {
  const { prefix } = lead;
  if (codeIn(prefix, prefix.length - 2) !== 47 || lead.scheme === 'cn-association' || lead.scheme === 'cn-enterprise')
    return prefix;
  const suffix = codeIn(prefix, prefix.length - 1);
  return suffix === 84 || suffix === 90 ? prefix.slice(0, -2) : prefix;
}

function remarksOf(fields: NumberFields): string {
  const note = fields.editionNote === undefined ? '' : `(${fields.editionNote})`;
  const stage = fields.stage === undefined ? '' : `(${fields.stage})`;
  return note + stage + (fields.allParts ? '(所有部分)' : '');
}

function supplementsOf(fields: NumberFields, dash: string): string {
  return fields.supplements
    .map((sheet) => `/XG${sheet.number}${sheet.year === undefined ? '' : dash + sheet.year}`)
    .join('');
}

function dualOf(fields: NumberFields, form: 'canonical' | 'typographic'): string {
  return fields.dual === undefined ? '' : `/${fields.dual[form]}`;
}
