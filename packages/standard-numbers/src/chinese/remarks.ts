import { type Cursor, codeIn, digitsEnd, eat, fourDigits, isDigit, skipSpaces } from '../cursor.ts';
import type { UnwrittenNumber } from '../fields.ts';
import type { Supplement } from '../model.ts';

/** What may stand behind the year: edition note, draft stage, all parts, amendment sheets. The fields of the number that are filled in here. */
export type Remarks = Pick<UnwrittenNumber, 'editionNote' | 'stage' | 'allParts' | 'supplements'>;

/** Reads the remarks behind the year in any order; stops in front of the first thing it does not know, such as a title. */
export function readRemarks(cursor: Cursor, remarks: Remarks): void {
  if (cursor.at >= cursor.text.length || !mayBeRemark(cursor)) return;
  for (;;) {
    const from = cursor.at;
    if (readOne(cursor, remarks)) continue;
    cursor.at = from;
    return;
  }
}

const remarkReaders = [readAllParts, readSheet, readSheetBehindTitle, readEdition, readStage] as const;

const openings = '(/《第国所全系征送报草修一二三四五六七八九十AXax0123456789';

/** Most often a title follows, and its first character tells. */
function mayBeRemark(cursor: Cursor): boolean {
  const ahead = codeIn(cursor.text, cursor.at) === 32 ? 1 : 0;
  return openings.includes(cursor.text.charAt(cursor.at + ahead));
}

function readOne(cursor: Cursor, remarks: Remarks): boolean {
  skipSpaces(cursor);
  const from = cursor.at;
  for (const read of remarkReaders) {
    if (read(cursor, remarks)) return true;
    cursor.at = from;
  }
  return false;
}

const allPartsWords = ['(所有部分)', '(全部)', '(ALL PARTS)', '(所有)', '(系列)', '所有部分', 'ALL PARTS'] as const;

function readAllParts(cursor: Cursor, remarks: Remarks): boolean {
  if (!allPartsWords.some((word) => eat(cursor, word))) return false;
  remarks.allParts = true;
  return true;
}

/** `/XG1-2013`, `第1号修改单`, `《第一号修改单》`: an amendment sheet changes neither number nor year of its standard. */
function readSheet(cursor: Cursor, remarks: Remarks): boolean {
  const sheet = readPrintedSheet(cursor) ?? readNamedSheet(cursor);
  if (sheet === undefined) return false;
  remarks.supplements = [...remarks.supplements, sheet];
  return true;
}

/** `《预包装食品标签通则》第1号修改单`, `国家标准第1号修改单`: the sheet is named behind the title or the tier of its standard. */
function readSheetBehindTitle(cursor: Cursor, remarks: Remarks): boolean {
  if (eat(cursor, '《')) {
    const close = cursor.text.indexOf('》', cursor.at);
    if (close === -1) return false;
    cursor.at = close + 1;
  }
  skipSpaces(cursor);
  eat(cursor, '国家标准');
  skipSpaces(cursor);
  const sheet = readNamedSheet(cursor);
  if (sheet === undefined) return false;
  remarks.supplements = [...remarks.supplements, sheet];
  return true;
}

function readPrintedSheet(cursor: Cursor): Supplement | undefined {
  const from = cursor.at;
  if (codeIn(cursor.text, cursor.at) === 47) cursor.at++;
  skipSpaces(cursor);
  if (!eat(cursor, 'XG')) {
    cursor.at = from;
    return undefined;
  }
  skipSpaces(cursor);
  const number = cursor.text.slice(cursor.at, digitsEnd(cursor.text, cursor.at));
  cursor.at += number.length;
  return { kind: 'XG', number, year: readSheetYear(cursor), month: undefined, stage: undefined, label: '/XG' };
}

function readSheetYear(cursor: Cursor): number | undefined {
  const from = cursor.at;
  skipSpaces(cursor);
  const year = codeIn(cursor.text, cursor.at) === 45 ? fourDigits(cursor.text, cursor.at + 1) : -1;
  if (year < 1949 || year > 2099) {
    cursor.at = from;
    return undefined;
  }
  cursor.at += 5;
  return year;
}

const ordinals = '一二三四五六七八九十';

function readNamedSheet(cursor: Cursor): Supplement | undefined {
  const from = cursor.at;
  const opened = eat(cursor, '《') || eat(cursor, '(') || eat(cursor, '/');
  skipSpaces(cursor);
  eat(cursor, '第');
  skipSpaces(cursor);
  const digits = cursor.text.slice(cursor.at, digitsEnd(cursor.text, cursor.at));
  const ordinal = ordinals.indexOf(cursor.text[cursor.at] ?? ' ') + 1;
  cursor.at += digits !== '' || ordinal === 0 ? digits.length : 1;
  skipSpaces(cursor);
  eat(cursor, '号');
  skipSpaces(cursor);
  if (!eat(cursor, '修改单')) {
    cursor.at = from;
    return undefined;
  }
  if (opened && !eat(cursor, '》')) eat(cursor, ')');
  const number = digits === '' && ordinal > 0 ? String(ordinal) : digits;
  return { kind: 'XG', number, year: undefined, month: undefined, stage: undefined, label: '/XG' };
}

/** `(2018年版)`, `(2018版)`, `2016年局部修订版`: kept as one text, because editions of engineering codes are told apart by it. */
function readEdition(cursor: Cursor, remarks: Remarks): boolean {
  const opened = eat(cursor, '(');
  const year = fourDigits(cursor.text, cursor.at);
  if (year < 1949 || year > 2099 || remarks.editionNote !== undefined) return false;
  cursor.at += 4;
  skipSpaces(cursor);
  eat(cursor, '年');
  skipSpaces(cursor);
  const partial = eat(cursor, '局部修订') || eat(cursor, '修订');
  const named = eat(cursor, '版') || partial;
  if (opened && !eat(cursor, ')')) return false;
  if (!named) return false;
  remarks.editionNote = partial ? `${year}年局部修订` : `${year}年版`;
  return true;
}

const stages = ['征求意见稿', '送审稿', '报批稿', '草案'] as const;

function readStage(cursor: Cursor, remarks: Remarks): boolean {
  const opened = eat(cursor, '(');
  const stage = stages.find((word) => eat(cursor, word));
  if (stage === undefined || (opened && !eat(cursor, ')'))) return false;
  if (isDigit(codeIn(cursor.text, cursor.at))) return false;
  remarks.stage = stage;
  return true;
}
