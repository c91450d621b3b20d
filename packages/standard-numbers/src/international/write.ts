import { codeIn, upperCase } from '../cursor.ts';
import { type UnwrittenNumber, unwritten } from '../fields.ts';
import type { NumberFields, StandardNumber, Supplement, SupplementKind } from '../model.ts';
import { colonYear } from './dates.ts';
import { typeWord } from './words.ts';

/** Derives the forms of an ISO or IEC number from its fields: a colon before the year, supplements behind it. */
export function internationalNumber(fields: NumberFields): StandardNumber {
  return writeInternational(unwritten(fields), formLeadsOf(fields));
}

/** What stands before the serial in the forms, with its space. It depends on the prefix alone, so usual prefixes have it ready. */
export interface FormLeads {
  readonly canonical: string;
  /** Undefined when it is that of the canonical form. */
  readonly key: string | undefined;
  /** Undefined when it is that of the key. */
  readonly series: string | undefined;
  /** Undefined when it is that of the series. */
  readonly work: string | undefined;
}

type Lead = Pick<NumberFields, 'scheme' | 'kind' | 'publisher' | 'prefix'>;

export function formLeadsOf(lead: Lead): FormLeads {
  // IEC/DIS of the ISO catalogue and IEC DIS are one prefix.
  const isSlashed = lead.publisher === 'IEC' && codeIn(lead.prefix, 3) === 47;
  const key = upperCase(isSlashed ? `IEC ${lead.prefix.slice(4)}` : lead.prefix);
  const series = upperCase(seriesOf(lead));
  const work = upperCase(poolOf(lead));
  return {
    canonical: `${lead.prefix} `,
    key: key === lead.prefix ? undefined : `${key} `,
    series: series === key ? undefined : `${series} `,
    work: work === series ? undefined : `${work} `,
  };
}

/** Fills in the forms of a number just read. Forms that are alike share one string. */
export function writeInternational(number: UnwrittenNumber, leads: FormLeads): StandardNumber {
  let tail = number.serial;
  for (const part of number.parts) tail = `${tail}-${part}`;
  const upperTail = upperCase(tail);
  const plain = leads.canonical + tail;
  const isUpper = leads.key === undefined && upperTail === tail;
  const head = isUpper ? plain : (leads.key ?? leads.canonical) + upperTail;
  const series = leads.series === undefined ? head : leads.series + upperTail;
  number.seriesKey = series;
  number.workKey = leads.work === undefined ? series : leads.work + upperTail;
  const year = yearOf(number);
  if (isExtended(number)) {
    number.canonical = extended(number, plain + iterationOf(number) + year);
    number.key = keyOf(number, head + upperCase(iterationOf(number)) + year);
  } else {
    number.canonical = plain + year;
    number.key = isUpper ? number.canonical : head + year;
  }
  number.typographic = number.canonical;
  return number;
}

function isExtended(fields: NumberFields): boolean {
  return (
    fields.supplements.length > 0 ||
    fields.iteration !== undefined ||
    fields.allParts ||
    fields.language !== undefined ||
    fields.variant !== undefined ||
    fields.edition !== undefined ||
    fields.editionNote !== undefined
  );
}

function yearOf(fields: NumberFields): string {
  if (fields.year === undefined) return '';
  if (fields.month === undefined) return colonYear(fields.year);
  const day = fields.day === undefined ? '' : `-${String(fields.day).padStart(2, '0')}`;
  return `${colonYear(fields.year)}-${String(fields.month).padStart(2, '0')}${day}`;
}

/** The series is named without stage: a draft and its edition belong together. Slash for ISO alone, space for joint and IEC. */
function seriesOf(lead: Lead): string {
  if (lead.kind === 'workshop-agreement') return 'IWA';
  if (lead.scheme === 'cen' || lead.scheme === 'bsi') return lead.prefix.replace(/^(?:Fpr|pr)/, '');
  const type = typeWord(lead.kind);
  return type === '' ? lead.publisher : lead.publisher + typeGap(lead.publisher, type) + type;
}

export function typeGap(publisher: string, type: string): string {
  return publisher.includes('/') || !publisher.startsWith('ISO') || type === 'Guide' ? ' ' : '/';
}

/** ISO, ISO/IEC and ISO/IEEE draw on one pool of numbers, IEC and CISPR on theirs: people cite ISO 27001 for ISO/IEC 27001. */
function poolOf(lead: Lead): string {
  if (lead.kind === 'workshop-agreement' || lead.scheme === 'cen' || lead.scheme === 'bsi') return seriesOf(lead);
  const slash = lead.publisher.indexOf('/');
  return slash === -1 ? lead.publisher : lead.publisher.slice(0, slash);
}

function extended(fields: NumberFields, head: string): string {
  const variant = fields.variant === undefined ? '' : ` ${fields.variant}`;
  const edition = editionOf(fields);
  const isEditionFirst = fields.scheme === 'iso' && !edition.startsWith(' Edition');
  const sheets = sheetsOf(fields, variant);
  const isVariantOpen = sheets === '' || fields.supplements[0] === undefined || !isJoined(fields.supplements[0]);
  const late = isVariantOpen ? variant : '';
  const body = isEditionFirst ? head + edition + sheets + late : head + sheets + late + edition;
  return body + languageOf(fields) + notesOf(fields) + (fields.allParts ? ' (all parts)' : '');
}

/** What is consolidated (+AMD1) comes first and the form of publication (CSV) directly behind it. */
function sheetsOf(fields: NumberFields, variant: string): string {
  let joined = '';
  let others = '';
  for (const sheet of fields.supplements) {
    if (isJoined(sheet)) joined += writeSupplement(sheet);
    else others += writeSupplement(sheet);
  }
  return joined === '' ? others : joined + variant + others;
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
  return `${sheet.label}${sheet.number}${sheet.year === undefined ? '' : colonYear(sheet.year) + month}`;
}

/**
 * Language, notes and the spelling of the supplement do not tell editions apart, so the key leaves them out. Each piece is
 * put in upper case on its own: nearly all are so already and cost no copy.
 */
function keyOf(fields: NumberFields, head: string): string {
  let key = head + upperCase(editionOf(fields));
  for (const sheet of fields.supplements) key += keyOfSupplement(sheet);
  if (fields.variant !== undefined) key += ` ${upperCase(fields.variant)}`;
  return fields.allParts ? `${key} (ALL PARTS)` : key;
}

/** What tells one supplement of a document from another, in upper case. */
export function keyOfSupplement(sheet: Supplement): string {
  const stage = sheet.stage === undefined ? '' : `${upperCase(sheet.stage)} `;
  const year = sheet.year === undefined ? '' : colonYear(sheet.year);
  const kind = upperKinds.get(sheet.kind) ?? sheet.kind;
  return `${isJoined(sheet) ? '+' : '/'}${stage}${kind} ${upperCase(sheet.number)}${year}`;
}

const upperKinds: ReadonlyMap<SupplementKind, string> = new Map(
  (['Amd', 'Cor', 'Add', 'Suppl', 'Ext', 'Annex', 'Err', 'Int', 'Upd', 'Expl'] as const).map(
    (kind) => [kind, kind.toUpperCase()] as const,
  ),
);

/** Consolidated into the text of its document, which a plus says. */
function isJoined(sheet: Supplement): boolean {
  return codeIn(sheet.label, 0) === 43;
}
