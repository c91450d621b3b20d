import { type Cursor, codeIn, digitsEnd, eat, isDigit, lettersEnd, missing, skipSpaces, upperCase } from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import { readColonYear } from '../international/dates.ts';
import { frameOf } from '../international/frames.ts';
import { readNumber } from '../international/read.ts';
import { headWords, kindOfType, publisherWords } from '../international/words.ts';
import type { NumberFields, NumberKind, Scheme, StandardNumber } from '../model.ts';
import { readEtsiNorm } from './etsi.ts';

/** Words that chain in front of a European or national adoption: BS EN ISO, PD CEN/TS, DIN EN IEC. */
const chainWords: ReadonlySet<string> = new Set([
  'EN',
  'CEN',
  'CLC',
  'CENELEC',
  'HD',
  'ES',
  'CWA',
  'BS',
  'BSI',
  'PD',
  'DD',
  'PAS',
  'DIN',
  'NF',
  'UNE',
  'SS',
  'VDE',
  'NEN',
  'SIST',
  'UNI',
  'PREN',
  'FPREN',
]);

/** Reads a European standard: EN ISO 14090:2019, CEN/CLC/TR 17602-80-12:2021, CLC Guide 25:2023. */
export function readEuropean(cursor: Cursor, first: string): StandardNumber | undefined {
  return (first === 'EN' ? readEtsiNorm(cursor) : undefined) ?? readChain(cursor, first, 'cen');
}

/** Reads a British standard: BS 5250:2021 ExComm, PD IEC TR 80002-3:2014, PAS 99:2006 (Italian). */
export function readBritish(cursor: Cursor, first: string): StandardNumber | undefined {
  return readChain(cursor, first, 'bsi');
}

/** Reads the national annex to a European standard: NA+A1:2012 to BS EN 1993-5:2007. */
export function readNationalAnnex(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  const amended = eat(cursor, '+A');
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  const amendment = amended ? `+A${cursor.text.slice(from, cursor.at)}` : '';
  const year = readColonYear(cursor)?.year;
  const lead = `NA${amendment}${year === undefined ? '' : `:${year}`} to `;
  if (!eat(cursor, ' TO ')) {
    cursor.at = start;
    return missing(cursor, 'serial');
  }
  const first = upperCase(cursor.text.slice(cursor.at, lettersEnd(cursor.text, cursor.at)));
  if (first !== 'BS') return missing(cursor, 'serial');
  cursor.at += 2;
  const base = readChain(cursor, 'BS', 'bsi');
  return base === undefined
    ? undefined
    : withForms({ ...base, prefix: lead + base.prefix }, lead + base.canonical, lead + base.seriesKey);
}

/** Reads Flex 8670 v3.0:2021-04, whose version stands before its date. */
export function readFlex(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  if (cursor.at === from) return missing(cursor, 'serial');
  const serial = cursor.text.slice(from, cursor.at);
  const edition = readVersion(cursor);
  const date = readColonYear(cursor);
  const base = bareFields({
    scheme: 'bsi',
    tier: 'foreign',
    kind: 'technical-document',
    publisher: 'BSI',
    prefix: 'BSI Flex',
    serial,
  });
  return flexNumber({ ...base, edition, year: date?.year, month: date?.month });
}

/** Derives the forms of a Flex document. */
export function flexNumber(fields: NumberFields): StandardNumber {
  const series = `${fields.prefix} ${fields.serial}`;
  const month = fields.month === undefined ? '' : `-${String(fields.month).padStart(2, '0')}`;
  const date = fields.year === undefined ? '' : `:${fields.year}${month}`;
  return withForms(fields, series + (fields.edition === undefined ? '' : ` ${fields.edition}`) + date, series);
}

function readVersion(cursor: Cursor): string | undefined {
  if (!eat(cursor, ' V')) return undefined;
  const from = cursor.at;
  cursor.at = digitsEnd(cursor.text, from);
  if (codeIn(cursor.text, cursor.at) === 46) cursor.at = digitsEnd(cursor.text, cursor.at + 1);
  return `v${cursor.text.slice(from, cursor.at)}`;
}

interface Chain {
  prefix: string;
  kind: NumberKind;
  stage: string | undefined;
}

function readChain(cursor: Cursor, first: string, scheme: Scheme): StandardNumber | undefined {
  const chain: Chain = {
    prefix: first,
    kind: first === 'PAS' ? 'publicly-available-specification' : 'standard',
    stage: undefined,
  };
  while (readLink(cursor, chain));
  skipSpaces(cursor);
  if (scheme === 'bsi' && chain.prefix === 'BSI' && eat(cursor, 'FLEX')) return readFlex(cursor);
  return readNumber(
    cursor,
    frameOf({
      publisher: first.replace(/^F?pr/i, ''),
      prefix: chain.prefix,
      stage: chain.stage ?? (/^F?pr/i.test(first) ? first.slice(0, -2) : undefined),
      iteration: undefined,
      kind: chain.kind,
      scheme,
      tier: 'foreign',
    }),
  );
}

/** The sign before a word is kept as a slash only inside one organization (CEN/TS, ISO/IEC); `IEC/TR` becomes `IEC TR`. */
function readLink(cursor: Cursor, chain: Chain): boolean {
  const { text } = cursor;
  const sign = codeIn(text, cursor.at);
  if (sign !== 32 && sign !== 47) return false;
  const from = cursor.at + 1;
  const end = lettersEnd(text, from);
  const word = upperCase(text.slice(from, end));
  const isOrganization = chainWords.has(word) || publisherWords.has(word);
  const type = headWords.get(word);
  if (end === from || isDigit(codeIn(text, end)) || (!isOrganization && type === undefined)) return false;
  if (type !== undefined) chain.kind = kindOfType.get(type.type) ?? chain.kind;
  if (type?.stage !== undefined) chain.stage = type.stage;
  const isSlashed = sign === 47 && !(chain.prefix.endsWith('IEC') && !isOrganization);
  chain.prefix += (isSlashed ? '/' : ' ') + (isOrganization ? word : (type?.print ?? word));
  cursor.at = end;
  return true;
}

/** FprISO 10140-4: the final draft of the European adoption of an ISO standard. */
export function readFprIso(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  return readNumber(
    cursor,
    frameOf({
      publisher: 'ISO',
      prefix: 'FprISO',
      stage: 'Fpr',
      iteration: undefined,
      kind: 'standard',
      scheme: 'cen',
      tier: 'foreign',
    }),
  );
}
