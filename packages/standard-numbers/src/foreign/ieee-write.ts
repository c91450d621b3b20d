import { withForms } from '../fields.ts';
import { monthNames } from '../match.ts';
import type { NumberFields, StandardNumber, Supplement } from '../model.ts';

/** Derives the forms of an IEEE number: an edition is dated by year, a draft by month and year. */
export function ieeeNumber(fields: NumberFields): StandardNumber {
  const series = `${fields.prefix} ${fields.serial}`;
  const edition = fields.edition === undefined ? '' : ` ${fields.edition}`;
  const language = fields.language === undefined ? '' : `(${fields.language})`;
  const notes = fields.editionNote === undefined ? '' : ` (${fields.editionNote})`;
  const variant = fields.variant === undefined ? '' : ` ${fields.variant}`;
  const dated = isLongDate(fields)
    ? sheets(fields) + draft(fields) + edition + longDate(fields)
    : shortDate(fields) + sheets(fields) + draft(fields) + edition;
  return withForms(fields, series + dated + language + notes + variant, series);
}

function isLongDate(fields: NumberFields): boolean {
  return fields.month !== undefined;
}

function draft(fields: NumberFields): string {
  return fields.stage === undefined ? '' : `/${fields.stage}`;
}

function sheets(fields: NumberFields): string {
  return fields.supplements.map(writeSheet).join('');
}

function writeSheet(sheet: Supplement): string {
  return `${sheet.label}${sheet.number}${sheet.year === undefined ? '' : `-${sheet.year}`}`;
}

function shortDate(fields: NumberFields): string {
  return fields.year === undefined ? '' : `-${fields.year}`;
}

function longDate(fields: NumberFields): string {
  const month = monthNames[(fields.month ?? 1) - 1] ?? '';
  const day = fields.day === undefined ? '' : ` ${fields.day},`;
  return `, ${month}${day}${fields.year === undefined ? '' : ` ${fields.year}`}`;
}
