import { upperCase } from '../cursor.ts';
import { type UnwrittenNumber, unwritten } from '../fields.ts';
import type { NumberFields, StandardNumber } from '../model.ts';

/** Derives the forms of a Chinese number from its fields. */
export function chineseNumber(fields: NumberFields): StandardNumber {
  return writeChinese(unwritten(fields));
}

/** Fills in the forms of a number just read. Filling in place and joining few strings is what makes reading fast. */
export function writeChinese(number: UnwrittenNumber): StandardNumber {
  const { prefix, year } = number;
  let tail = number.serial;
  for (const part of number.parts) tail = `${tail}.${part}`;
  const gap = gapOf(number);
  const designation = prefix + gap + tail;
  const seriesKey = prefix === 'GBn' ? upperCase(designation) : designation;
  const shared = withoutNature(number);
  number.seriesKey = seriesKey;
  number.workKey = shared === prefix ? seriesKey : shared + gap + tail;
  if (year === undefined) {
    number.canonical = designation;
    number.key = seriesKey;
    number.typographic = designation;
  } else {
    const printed = number.yearAsPrinted ?? year;
    number.canonical = `${designation}-${printed}`;
    number.key = number.yearAsPrinted === undefined && prefix !== 'GBn' ? number.canonical : `${seriesKey}-${year}`;
    number.typographic = `${designation}—${printed}`;
  }
  return isExtended(number) ? extend(number) : number;
}

function extend(number: UnwrittenNumber): StandardNumber {
  const remarks = remarksOf(number);
  number.canonical += remarks + supplementsOf(number, '-') + dualOf(number, 'canonical');
  number.key += upperCase(remarks + supplementsOf(number, '-')) + dualOf(number, 'key');
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
function gapOf(fields: NumberFields): string {
  return fields.scheme === 'cn-local' && fields.prefix.startsWith('DG') ? '-' : ' ';
}

/** GB, GB/T and GB/Z draw on one serial pool, so the work is named without the suffix. */
function withoutNature(fields: NumberFields): string {
  const { prefix } = fields;
  if (
    prefix.charCodeAt(prefix.length - 2) !== 47 ||
    fields.scheme === 'cn-association' ||
    fields.scheme === 'cn-enterprise'
  )
    return prefix;
  const suffix = prefix.charCodeAt(prefix.length - 1);
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

function dualOf(fields: NumberFields, form: 'canonical' | 'key' | 'typographic'): string {
  return fields.dual === undefined ? '' : `/${fields.dual[form]}`;
}
