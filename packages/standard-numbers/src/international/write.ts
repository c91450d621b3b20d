import { upperCase } from '../cursor.ts';
import { type UnwrittenNumber, unwritten } from '../fields.ts';
import type { NumberFields, StandardNumber, Supplement } from '../model.ts';
import { typeWord } from './words.ts';

/** Derives the forms of an ISO or IEC number from its fields: a colon before the year, supplements behind it. */
export function internationalNumber(fields: NumberFields): StandardNumber {
  return writeInternational(unwritten(fields));
}

/** Fills in the forms of a number just read. */
export function writeInternational(number: UnwrittenNumber): StandardNumber {
  const { prefix, publisher } = number;
  let tail = number.serial;
  for (const part of number.parts) tail = `${tail}-${part}`;
  const plain = `${prefix} ${tail}`;
  const upperTail = upperCase(tail);
  const isOrdinary = prefix === publisher;
  number.seriesKey = isOrdinary ? `${publisher} ${upperTail}` : upperCase(seriesOf(number, upperTail));
  const pool = poolOf(number);
  number.workKey = isOrdinary && pool === publisher ? number.seriesKey : `${pool} ${upperTail}`;
  if (isOrdinary && !isExtended(number)) {
    const year = number.year === undefined ? '' : `:${yearOf(number)}`;
    number.canonical = plain + year;
    number.key = tail === upperTail ? number.canonical : number.seriesKey + year;
  } else {
    number.canonical = extended(number, plain);
    number.key = keyOf(number, plain);
  }
  number.typographic = number.canonical;
  return number;
}

function isExtended(fields: NumberFields): boolean {
  return (
    fields.supplements.length > 0 ||
    fields.stage !== undefined ||
    fields.iteration !== undefined ||
    fields.allParts ||
    fields.language !== undefined ||
    fields.variant !== undefined ||
    fields.edition !== undefined ||
    fields.editionNote !== undefined
  );
}

function yearOf(fields: NumberFields): string {
  if (fields.month === undefined) return String(fields.year);
  const day = fields.day === undefined ? '' : `-${String(fields.day).padStart(2, '0')}`;
  return `${fields.year}-${String(fields.month).padStart(2, '0')}${day}`;
}

/** The series is named without stage: a draft and its edition belong together. Slash for ISO alone, space for joint and IEC. */
function seriesOf(fields: NumberFields, tail: string): string {
  const type = typeWord(fields.kind);
  if (fields.kind === 'workshop-agreement') return `IWA ${tail}`;
  if (type === '' || fields.scheme === 'cen') return `${fields.publisher} ${tail}`;
  return `${fields.publisher}${typeGap(fields.publisher, type)}${type} ${tail}`;
}

export function typeGap(publisher: string, type: string): string {
  return publisher.includes('/') || !publisher.startsWith('ISO') || type === 'Guide' ? ' ' : '/';
}

/** ISO, ISO/IEC and ISO/IEEE draw on one pool of numbers, IEC and CISPR on theirs: people cite ISO 27001 for ISO/IEC 27001. */
function poolOf(fields: NumberFields): string {
  if (fields.kind === 'workshop-agreement') return 'IWA';
  const slash = fields.publisher.indexOf('/');
  return slash === -1 ? fields.publisher : fields.publisher.slice(0, slash);
}

function extended(fields: NumberFields, plain: string): string {
  const joined = fields.supplements.filter((sheet) => sheet.label.startsWith('+'));
  const others = fields.supplements.filter((sheet) => !sheet.label.startsWith('+'));
  const variant = fields.variant === undefined ? '' : ` ${fields.variant}`;
  const edition = editionOf(fields);
  const sheets =
    joined.map(writeSupplement).join('') + (joined.length > 0 ? variant : '') + others.map(writeSupplement).join('');
  const head = plain + iterationOf(fields) + (fields.year === undefined ? '' : `:${yearOf(fields)}`);
  const isEditionFirst = fields.scheme === 'iso' && !edition.startsWith(' Edition');
  const body = isEditionFirst ? head + edition + sheets : head + sheets + (joined.length > 0 ? '' : variant) + edition;
  return (
    body +
    (isEditionFirst && joined.length === 0 ? variant : '') +
    languageOf(fields) +
    notesOf(fields) +
    (fields.allParts ? ' (all parts)' : '')
  );
}

/** ISO drops the edition behind a number but keeps it between an undated number and its supplement. */
function editionOf(fields: NumberFields): string {
  if (fields.edition === undefined) return '';
  const isKept = fields.supplements.length > 0 && fields.year === undefined && !fields.allParts;
  return fields.scheme !== 'iso' || isKept || fields.edition.startsWith('Edition') ? ` ${fields.edition}` : '';
}

function iterationOf(fields: NumberFields): string {
  return fields.iteration === undefined ? '' : `.${fields.iteration}`;
}

/** Beside the number of an American text the language is written by its letter, as that text does. */
function languageOf(fields: NumberFields): string {
  if (fields.language === undefined) return '';
  if (fields.scheme === 'bsi') return ` (${fields.language})`;
  return fields.editionNote === undefined ? `(${fields.language})` : `(${fields.language.charAt(0).toUpperCase()})`;
}

function notesOf(fields: NumberFields): string {
  return fields.editionNote === undefined ? '' : ` (${fields.editionNote})`;
}

function writeSupplement(sheet: Supplement): string {
  const month = sheet.month === undefined ? '' : `-${String(sheet.month).padStart(2, '0')}`;
  return `${sheet.label}${sheet.number}${sheet.year === undefined ? '' : `:${sheet.year}${month}`}`;
}

/** Language, notes and the spelling of the supplement do not tell editions apart, so the key leaves them out. */
function keyOf(fields: NumberFields, plain: string): string {
  const date = fields.year === undefined ? '' : `:${yearOf(fields)}`;
  const variant = fields.variant === undefined ? '' : ` ${fields.variant}`;
  const isSlashed = fields.publisher === 'IEC' && plain.charCodeAt(3) === 47;
  const head = isSlashed ? `IEC ${plain.slice(4)}` : plain;
  const sheets = fields.supplements.map(keyOfSupplement).join('');
  return upperCase(
    head + iterationOf(fields) + date + editionOf(fields) + sheets + variant + (fields.allParts ? ' (ALL PARTS)' : ''),
  );
}

export function keyOfSupplement(sheet: Supplement): string {
  const sign = sheet.label.startsWith('+') ? '+' : '/';
  const year = sheet.year === undefined ? '' : `:${sheet.year}`;
  return `${sign}${sheet.stage === undefined ? '' : `${sheet.stage} `}${sheet.kind} ${sheet.number}${year}`;
}
