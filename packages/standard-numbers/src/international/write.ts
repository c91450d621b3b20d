import { upperCase } from '../cursor.ts';
import type { NumberFields, StandardNumber, Supplement } from '../model.ts';
import { typeWord } from './words.ts';

/** Derives the forms of an ISO or IEC number from its fields: a colon before the year, supplements behind it. */
export function internationalNumber(fields: NumberFields): StandardNumber {
  let tail = fields.serial;
  for (const part of fields.parts) tail += `-${part}`;
  const plain = fields.prefix === '' ? tail : `${fields.prefix} ${tail}`;
  const isPlain = fields.prefix === fields.publisher && !isExtended(fields);
  const seriesKey = isPlain ? upperCase(plain) : upperCase(seriesOf(fields, tail));
  const dated = fields.year === undefined ? plain : `${plain}:${yearOf(fields)}`;
  const canonical = isPlain ? dated : extended(fields, plain);
  const key = isPlain ? upperCase(dated) : keyOf(fields, plain);
  return { ...fields, canonical, key, seriesKey, workKey: upperCase(`${poolOf(fields)} ${tail}`), typographic: canonical };
}

function isExtended(fields: NumberFields): boolean {
  return (
    fields.supplements.length > 0 ||
    fields.stage !== undefined ||
    fields.allParts ||
    fields.language !== undefined ||
    fields.variant !== undefined ||
    fields.edition !== undefined
  );
}

function yearOf(fields: NumberFields): string {
  const month = fields.month === undefined ? '' : `-${String(fields.month).padStart(2, '0')}`;
  const day = fields.day === undefined ? '' : `-${String(fields.day).padStart(2, '0')}`;
  return `${fields.year}${month}${day}`;
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
  const isIso = fields.publisher.startsWith('ISO');
  const iteration = fields.iteration === undefined ? '' : `.${fields.iteration}`;
  const date = fields.year === undefined ? '' : `:${yearOf(fields)}`;
  // ISO drops the edition behind a number but keeps it between an undated number and its supplement.
  const inner = isIso && fields.edition !== undefined && fields.supplements.length > 0 && fields.year === undefined && !fields.allParts;
  const joined = fields.supplements.filter((sheet) => sheet.label.startsWith('+'));
  const others = fields.supplements.filter((sheet) => !sheet.label.startsWith('+'));
  const variant = fields.variant === undefined ? '' : ` ${fields.variant}`;
  const edition = fields.edition === undefined ? '' : ` ${fields.edition}`;
  return (
    plain +
    iteration +
    date +
    (inner ? edition : '') +
    joined.map(writeSupplement).join('') +
    (joined.length > 0 ? variant : '') +
    others.map(writeSupplement).join('') +
    (joined.length > 0 ? '' : variant) +
    (isIso ? '' : edition) +
    (fields.language === undefined ? '' : `(${fields.language})`) +
    (fields.allParts ? ' (all parts)' : '')
  );
}

function writeSupplement(sheet: Supplement): string {
  const month = sheet.month === undefined ? '' : `-${String(sheet.month).padStart(2, '0')}`;
  return `${sheet.label}${sheet.number}${sheet.year === undefined ? '' : `:${sheet.year}${month}`}`;
}

/** Language and spelling of the supplement do not tell editions apart, so the key leaves them out. */
function keyOf(fields: NumberFields, plain: string): string {
  const date = fields.year === undefined ? '' : `:${yearOf(fields)}`;
  const iteration = fields.iteration === undefined ? '' : `.${fields.iteration}`;
  const variant = fields.variant === undefined ? '' : ` ${fields.variant}`;
  const edition = fields.edition === undefined ? '' : ` ${fields.edition}`;
  return upperCase(plain + iteration + date + edition + fields.supplements.map(keyOfSupplement).join('') + variant + (fields.allParts ? ' (ALL PARTS)' : ''));
}

export function keyOfSupplement(sheet: Supplement): string {
  const sign = sheet.label.startsWith('+') ? '+' : '/';
  const year = sheet.year === undefined ? '' : `:${sheet.year}`;
  return `${sign}${sheet.stage === undefined ? '' : `${sheet.stage} `}${sheet.kind} ${sheet.number}${year}`;
}
