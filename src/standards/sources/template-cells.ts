import { type Cell, readUntidyDate, splitList } from '@guiju/office-tables';
import type { AdoptionDegree, DraftingOrganization, Implementation, Relation, StatedDate } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import { implementationsOf, statedDate } from './stated-date.ts';

/** What one cell says, the doubt to show beside it, or why it can not be taken. */
export type CellReading<Value> =
  | { readonly value: Value | undefined; readonly doubt?: string }
  | { readonly wrong: string };

/** What offices write where there is nothing to say. */
export function isBlank(text: string): boolean {
  return /^(?:|[-—–/\\.…*?_]+|无|暂无|空|n\/?a|none|null)$/i.test(text.normalize('NFKC').trim());
}

/** A day, month or year as offices write it; spreadsheet numbers and ambiguous orders are taken with a doubt. */
export function dateIn(cell: Cell, dateBase: 1900 | 1904): CellReading<StatedDate> {
  const exact = cell.iso === undefined ? undefined : statedDate(cell.iso);
  if (exact) return { value: exact };
  const read = readUntidyDate(cell, dateBase);
  if (!read.ok) return read.code === 'office-tables.date-missing' ? { value: undefined } : { wrong: read.code };
  const value = statedDate(read.date);
  return read.doubtful === undefined ? { value } : { value, doubt: read.doubtful };
}

/** One day or several, each with its scope; or "together with" another standard. */
export function implementationsIn(cell: Cell, dateBase: 1900 | 1904): CellReading<readonly Implementation[]> {
  const several = cell.kind === 'text' ? implementationsOf(cell.text) : undefined;
  if (several && several.length > 0) return { value: several };
  const single = dateIn(cell, dateBase);
  if ('wrong' in single) return single;
  return { ...single, value: single.value && [{ date: single.value }] };
}

/** 即日起, 自发布之日起实施: on the day of publication, which the words themselves do not name. */
export function isOnPublication(text: string): boolean {
  return /^(?:自?即日起?|自?(?:发布|公布|批准)之?日起?|from (?:the (?:day|date) of )?publication)(?:施行|实施|生效|执行)?$/i.test(
    cleanLine(text),
  );
}

/** Numbers this one replaces; "部分代替" and a bracket before or behind a number concern that number alone. */
export function replacedIn(text: string, kind: 'replaces' | 'replacedBy'): readonly Relation[] {
  return numbersIn(text).map((entry): Relation => {
    const isPart = /部分代替|部分替代|部分|in part|partly/i.test(entry);
    const bracket = /[（(]([^（）()]{1,200})[）)]\s*$/.exec(entry);
    // A bracket can belong to the number itself: GB 50016-2014(2018年版).
    const isRemark = bracket !== null && !/^\d{4}\s*年版$/.test(bracket[1] ?? '');
    const target = entry
      .slice(0, isRemark ? bracket.index : entry.length)
      .replace(
        /^(?:部分)?(?:代替|替代|取代)\s*|^(?:partly |in part )?(?:replaces|supersedes)\s*:?\s*|^(?:partly|in part)\s+/i,
        '',
      );
    const locality = isRemark
      ? (bracket[1] ?? '').replace(/^(?:部分代替|部分替代|部分|in part|partly)[：:，,]?\s*/i, '').trim()
      : '';
    return { kind, target: target.trim(), ...(isPart ? { whole: false } : {}), ...(locality ? { locality } : {}) };
  });
}

/** Adopted documents with their degree: `ISO 13485:2016, IDT`, `IDT ISO 13485:2016`, `ISO 13485:2016（IDT）`. */
export function adoptedIn(text: string, general: AdoptionDegree | undefined): readonly Relation[] {
  return numbersIn(text).map((entry): Relation => {
    const own = /(?<![A-Za-z])(IDT|MOD|NEQ|EQV)(?![A-Za-z])/i.exec(entry)?.[1];
    const target = entry.replace(/[\s,，（(]*(?<![A-Za-z])(?:IDT|MOD|NEQ|EQV)(?![A-Za-z])[\s,，）):：]*/i, ' ').trim();
    const degree = own === undefined ? general : degreeOf(own);
    return { kind: 'adopts', target, ...(degree ? { degree } : {}) };
  });
}

const degrees: Readonly<Record<string, AdoptionDegree>> = {
  IDT: 'IDT',
  MOD: 'MOD',
  NEQ: 'NEQ',
  EQV: 'EQV',
  等同: 'IDT',
  修改: 'MOD',
  非等效: 'NEQ',
  等效: 'EQV',
};

export function degreeOf(text: string): AdoptionDegree | undefined {
  return degrees[cleanLine(text).toUpperCase()] ?? degrees[cleanLine(text).replace(/采用$/, '')];
}

export function numbersIn(text: string): readonly string[] {
  return splitList(text)
    .map(cleanLine)
    .filter((entry) => !isBlank(entry));
}

/**
 * Organizations in printed order. Names may hold commas and brackets of their own (`Co., Ltd.`, `（北京）`), so only the
 * marks of Chinese lists and line breaks divide, and only a role or a credit code in brackets is taken off the name.
 */
export function organizationsIn(text: string, role: DraftingOrganization['role']): readonly DraftingOrganization[] {
  return listIn(text).map((entry): DraftingOrganization => {
    const code = /[[［（(]\s*([0-9A-Z]{18})\s*[\]］）)]/.exec(entry);
    const mark = /[（([［]\s*(牵头|牵头起草|负责|leading|参与|参加|taking part)(?:单位)?\s*[）)\]］]/i.exec(entry);
    const name = cleanLine(entry.replace(code?.[0] ?? '\u0000', '').replace(mark?.[0] ?? '\u0000', ''));
    const isLeading = mark === null ? role === 'leading' : /牵头|负责|leading/i.test(mark[1] ?? '');
    return { name, role: isLeading ? 'leading' : 'takingPart', ...(code?.[1] ? { creditCode: code[1] } : {}) };
  });
}

export function listIn(text: string): readonly string[] {
  return text
    .split(/[\r\n；;、，]+/)
    .map(cleanLine)
    .filter((entry) => !isBlank(entry));
}
