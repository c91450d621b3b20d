import {
  type Cursor,
  codeAt,
  codeIn,
  digitsEnd,
  eat,
  isDigit,
  isLetter,
  isLetterOrDigit,
  missing,
  skipSpaces,
} from '../cursor.ts';
import type { Ambiguous, Nature, StandardNumber } from '../model.ts';
import { regions } from '../tables/regions.ts';
import { type Prefix, type PrefixFields, prefixOf } from './prefix.ts';
import { type CodeEntry, codeEntries } from './prefixes.ts';
import { readBehindPrefix, readCoded, skipGap } from './read.ts';
import { chineseNumber } from './write.ts';

/**
 * Reads what starts with DB: a local standard has two or four digits of its region directly behind the letters, DB/T is
 * the earthquake sector. DB alone with a bare serial can be meant either way and is answered so.
 */
export function readDb(cursor: Cursor): StandardNumber | Ambiguous | undefined {
  const start = cursor.at;
  const local = readRegional(cursor, 'DB');
  if (local !== undefined || isDigit(codeIn(cursor.text, start))) return local;
  const expected = cursor.expected;
  cursor.at = start;
  const earthquake = codeEntries.get('DB');
  if (earthquake === undefined) return missing(cursor, expected);
  return readTianjin(cursor) ?? readEarthquake(cursor, earthquake);
}

/** Tianjin numbers its engineering standards DB/T 29-88-2014, where 29 is the old number of the city. */
function readTianjin(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  const suffixed = eat(cursor, '/T');
  skipSpaces(cursor);
  const isTianjin = eat(cursor, '29-') && digitsEnd(cursor.text, cursor.at) > cursor.at;
  const next = codeIn(cursor.text, digitsEnd(cursor.text, cursor.at));
  if (isTianjin && next === 45) {
    cursor.at -= 3;
    return readBehindPrefix(cursor, localPrefix(suffixed ? 'DB/T' : 'DB', '12', natureOf(suffixed)));
  }
  cursor.at = start;
  return undefined;
}

function readEarthquake(cursor: Cursor, entry: CodeEntry): StandardNumber | Ambiguous | undefined {
  const start = cursor.at;
  const number = readCoded(cursor, entry);
  if (number === undefined || number.nature !== 'mandatory') return number;
  const end = cursor.at;
  cursor.at = start;
  skipGap(cursor);
  const voluntary = entry.T === undefined ? undefined : readBehindPrefix(cursor, entry.T);
  cursor.at = end;
  return { outcome: 'ambiguous', readings: voluntary ? [voluntary, number] : [number], why: 'local-or-earthquake' };
}

/** Reads DBS (local food safety): printed with a slash and a space, DBS44/ 006-2016. */
export function readDbs(cursor: Cursor): StandardNumber | undefined {
  const region = readRegion(cursor);
  if (region === undefined) return undefined;
  eat(cursor, '/');
  skipGap(cursor);
  return readBehindPrefix(
    cursor,
    prefixOf({ ...localFields(`DBS${region}/`, region, 'mandatory'), kind: 'special-regime' }),
  );
}

/** Reads DBJ (local engineering): DBJ50/T 164-2021 by region, DBJ/T 15-38-2019 with an old provincial number in the serial. */
export function readDbj(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  if (isDigit(codeAt(cursor)) || (codeAt(cursor) === 32 && codeAt(cursor, 3) === 47))
    return readOldProvince(cursor) ?? readRegional(restart(cursor, start), 'DBJ');
  const suffixed = readSlashT(cursor);
  skipGap(cursor);
  return readOldSerial(cursor, suffixed) ?? readEngineering(cursor, suffixed);
}

/**
 * DBJ15-31-2016, DBJ04/T 226-2015: before GB/T 2260 was used for it, construction authorities numbered the provinces
 * from 01 to 30 in an order of their own (15 Guangdong, 14 Shandong, 29 Tianjin), so these digits name no region.
 */
function readOldProvince(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  const end = digitsEnd(cursor.text, cursor.at);
  const digits = cursor.text.slice(cursor.at, end);
  if (digits.length !== 2 || Number(digits) < 1 || Number(digits) > mostOldProvince) return undefined;
  cursor.at = end;
  const suffixed = readSlashT(cursor);
  if (!suffixed && codeAt(cursor) !== 45 && codeAt(cursor) !== 32 && codeAt(cursor) !== 47) return undefined;
  skipGap(cursor);
  if (suffixed) return readBehindPrefix(cursor, localPrefix(`DBJ${digits}/T`, undefined, 'voluntary'));
  return withOldProvince(digits, readEngineering(cursor, false));
}

const mostOldProvince = 30;

/** `DBJ 15-31-2016`, `DBJ/T 15-60`: the old number of the province and the serial. */
function readOldSerial(cursor: Cursor, suffixed: boolean): StandardNumber | undefined {
  const { text, at } = cursor;
  if (digitsEnd(text, at) !== at + 2 || codeIn(text, at + 2) !== 45 || !isLetterOrDigit(codeIn(text, at + 3)))
    return undefined;
  cursor.at = at + 3;
  return withOldProvince(text.slice(at, at + 2), readEngineering(cursor, suffixed));
}

function withOldProvince(digits: string, number: StandardNumber | undefined): StandardNumber | undefined {
  return number === undefined ? undefined : chineseNumber({ ...number, serial: `${digits}-${number.serial}` });
}

function readEngineering(cursor: Cursor, suffixed: boolean): StandardNumber | undefined {
  return readBehindPrefix(cursor, localPrefix(suffixed ? 'DBJ/T' : 'DBJ', undefined, natureOf(suffixed)));
}

function restart(cursor: Cursor, at: number): Cursor {
  cursor.at = at;
  return cursor;
}

/** Reads the engineering codes of Shanghai (DG/TJ08-7-2021, DGJ08-11-2018) and Jiangsu (DGJ32/TJ 01-2003). */
export function readDg(cursor: Cursor): StandardNumber | undefined {
  const head = eat(cursor, '/TJ') ? 'DG/TJ' : 'DG';
  return readDgBehind(cursor, head);
}

export function readDgj(cursor: Cursor): StandardNumber | undefined {
  return readDgBehind(cursor, 'DGJ');
}

function readDgBehind(cursor: Cursor, head: string): StandardNumber | undefined {
  skipSpaces(cursor);
  const end = digitsEnd(cursor.text, cursor.at);
  if (end - cursor.at !== 2) return missing(cursor, 'region-code');
  const digits = cursor.text.slice(cursor.at, end);
  cursor.at = end;
  const kind = eat(cursor, '/TJ') ? '/TJ' : eat(cursor, '/J') ? '/J' : '';
  skipGap(cursor);
  const isVoluntary = head === 'DG/TJ' || kind === '/TJ';
  return readBehindPrefix(
    cursor,
    localPrefix(head + digits + kind, digits === '08' ? '31' : digits, natureOf(isVoluntary)),
  );
}

function readRegional(cursor: Cursor, code: string): StandardNumber | undefined {
  const region = readRegion(cursor);
  if (region === undefined) return undefined;
  const suffixed = readSlashT(cursor);
  const before = cursor.at;
  skipGap(cursor);
  eat(cursor, '/');
  skipSpaces(cursor);
  if (!suffixed && cursor.at === before) return missing(cursor, 'serial');
  return readBehindPrefix(cursor, localPrefix(`${code}${region}${suffixed ? '/T' : ''}`, region, natureOf(suffixed)));
}

/** The region must exist in GB/T 2260: two digits a province, four a city of a known province. */
function readRegion(cursor: Cursor): string | undefined {
  skipSpaces(cursor);
  const end = digitsEnd(cursor.text, cursor.at);
  const digits = cursor.text.slice(cursor.at, end);
  const isRegion = (digits.length === 2 || digits.length === 4) && regions.has(digits.slice(0, 2));
  if (!isRegion) return missing(cursor, 'region-code');
  cursor.at = end;
  return digits;
}

function readSlashT(cursor: Cursor): boolean {
  const start = cursor.at;
  skipSpaces(cursor);
  if (codeAt(cursor) === 47 || codeAt(cursor) === 45) cursor.at++;
  skipSpaces(cursor);
  if (eat(cursor, 'T') && !isLetter(codeAt(cursor))) return true;
  cursor.at = start;
  return false;
}

function natureOf(suffixed: boolean): Nature {
  return suffixed ? 'voluntary' : 'mandatory';
}

function localPrefix(prefix: string, region: string | undefined, nature: Nature): Prefix {
  return prefixOf(localFields(prefix, region, nature));
}

function localFields(prefix: string, region: string | undefined, nature: Nature): PrefixFields {
  const publisher = prefix.endsWith('/T') ? prefix.slice(0, -2) : prefix.replace(/\/$/, '');
  return { scheme: 'cn-local', tier: 'local', kind: 'standard', nature, publisher, region, prefix };
}
