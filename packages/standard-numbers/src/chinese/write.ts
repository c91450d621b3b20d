import { upperCase } from '../cursor.ts';
import type { NumberFields, StandardNumber } from '../model.ts';

/** Derives the forms of a Chinese number from its fields. */
export function chineseNumber(fields: NumberFields): StandardNumber {
  const { serial, year, supplements } = fields;
  let tail = serial;
  for (const part of fields.parts) tail += `.${part}`;
  const designation = fields.prefix + gap(fields) + tail;
  const seriesKey = upperCase(designation);
  const workKey = upperCase(withoutNature(fields) + gap(fields) + tail);
  const canonicalYear = year === undefined ? '' : `-${fields.yearAsPrinted ?? year}`;
  let canonical = designation + canonicalYear;
  let key = year === undefined ? seriesKey : `${seriesKey}-${year}`;
  let typographic = year === undefined ? designation : `${designation}—${canonicalYear.slice(1)}`;
  if (isExtended(fields)) {
    const remarks = remarksOf(fields);
    canonical += remarks + supplementsOf(fields, '-') + dualOf(fields, 'canonical');
    key += upperCase(remarks + supplementsOf(fields, '-')) + dualOf(fields, 'key');
    typographic += remarks + supplementsOf(fields, '—') + dualOf(fields, 'typographic');
  }
  return {
    scheme: fields.scheme,
    tier: fields.tier,
    kind: fields.kind,
    nature: fields.nature,
    publisher: fields.publisher,
    region: fields.region,
    prefix: fields.prefix,
    serial,
    parts: fields.parts,
    allParts: fields.allParts,
    year,
    yearAsPrinted: fields.yearAsPrinted,
    month: fields.month,
    day: fields.day,
    stage: fields.stage,
    iteration: fields.iteration,
    supplements,
    editionNote: fields.editionNote,
    edition: fields.edition,
    language: fields.language,
    variant: fields.variant,
    dual: fields.dual,
    canonical,
    key,
    seriesKey,
    workKey,
    typographic,
  };
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
function gap(fields: NumberFields): string {
  return fields.scheme === 'cn-local' && fields.prefix.startsWith('DG') ? '-' : ' ';
}

/** GB, GB/T and GB/Z draw on one serial pool, so the work is named without the suffix. */
function withoutNature(fields: NumberFields): string {
  const { prefix } = fields;
  const isSuffixed = prefix.charCodeAt(prefix.length - 2) === 47 && (prefix.endsWith('T') || prefix.endsWith('Z'));
  return isSuffixed && fields.scheme !== 'cn-association' ? prefix.slice(0, -2) : prefix;
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
