import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isDay } from './clock.ts';
import type { DefinitionMistake } from './definitions-mistakes.ts';

/** One line of a code list: what a code means during a period. A code that changed its name has several. */
export interface CodelistEntry {
  readonly code: string;
  readonly parent?: string;
  readonly name: { readonly zh?: string; readonly en?: string };
  /** First day; absent when the beginning is unknown or lies before all records. */
  readonly validFrom?: string;
  /** First day on which it no longer holds. */
  readonly validUntil?: string;
  /** False when the value was not read in a source: the page that applies it says so. */
  readonly confirmed: boolean;
  readonly source: string;
  /** The list's own further columns; an empty cell is an empty text. */
  readonly extra: Readonly<Record<string, string>>;
  readonly line: number;
}

/** A code list with its history. */
export interface Codelist {
  readonly name: string;
  /** Every line, of all periods, in the order of the file. */
  readonly entries: readonly CodelistEntry[];
  /** What the codes mean on a day. */
  at(day: string): CodelistOnDay;
}

export interface CodelistOnDay {
  get(code: string): CodelistEntry | undefined;
  children(code: string): readonly CodelistEntry[];
  /** Parents from the nearest upwards. */
  ancestors(code: string): readonly CodelistEntry[];
  roots(): readonly CodelistEntry[];
  entries(): readonly CodelistEntry[];
}

/** A code list of checked lines. Look-ups of a day read two maps and never copy the list. */
export function codelist(name: string, entries: readonly CodelistEntry[]): Codelist {
  const byCode = Map.groupBy(entries, ({ code }) => code);
  const byParent = Map.groupBy(entries, ({ parent }) => parent ?? '');
  return {
    name,
    entries,
    at(day) {
      const get = (code: string) => byCode.get(code)?.find((entry) => holdsOn(entry, day));
      const under = (parent: string) => (byParent.get(parent) ?? []).filter((entry) => holdsOn(entry, day));
      return {
        get,
        children: under,
        ancestors: (code) => ancestorsOf(code, get),
        roots: () => under(''),
        entries: () => entries.filter((entry) => holdsOn(entry, day)),
      };
    },
  };
}

/** The rule of all dated definitions: from the first day, up to but not including the last. */
export function holdsOn(period: { readonly validFrom?: string; readonly validUntil?: string }, day: string): boolean {
  return (
    (period.validFrom === undefined || period.validFrom <= day) &&
    (period.validUntil === undefined || day < period.validUntil)
  );
}

function ancestorsOf(code: string, get: (code: string) => CodelistEntry | undefined): readonly CodelistEntry[] {
  const found: CodelistEntry[] = [];
  for (let parent = get(code)?.parent; parent !== undefined; ) {
    const entry = get(parent);
    if (entry === undefined) break;
    found.push(entry);
    parent = entry.parent;
  }
  return found;
}

const baseColumns = [
  'code',
  'parent',
  'name_zh',
  'name_en',
  'valid_from',
  'valid_until',
  'confirmed',
  'source',
] as const;

export interface ReadCodelist {
  readonly entries: readonly CodelistEntry[];
  readonly mistakes: readonly DefinitionMistake[];
}

/** Reads one CSV of `definitions/codelists`. Lines with mistakes are still returned, so that one mistake does not cause a hundred. */
export function readCodelist(file: string, text: string): ReadCodelist {
  const table = csvLines(file, text);
  if ('mistake' in table) return { entries: [], mistakes: [table.mistake] };
  const missing = baseColumns.filter((column) => !table.header.includes(column));
  if (missing.length > 0) {
    return {
      entries: [],
      mistakes: missing.map((column) => ({ file, line: 1, code: 'definitions.column-missing', details: { column } })),
    };
  }
  const entries = table.lines.map(({ line, cells }) => entryOf(line, cells));
  return { entries, mistakes: [...lineMistakes(file, table.lines), ...listMistakes(file, entries)] };
}

/** What csv-parse gives with `info`; its types do not say so. */
const csvRecords = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

export interface CsvLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** The lines of a definition in CSV, with their line numbers. */
export function csvLines(
  file: string,
  text: string,
):
  | { readonly header: readonly string[]; readonly lines: readonly CsvLine[] }
  | { readonly mistake: DefinitionMistake } {
  try {
    const rows = csvRecords.parse(parse(text, { bom: true, info: true, skip_empty_lines: true }));
    const header = rows[0]?.record ?? [];
    const lines = rows.slice(1).map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(header.map((column, index) => [column, (record[index] ?? '').trim()])),
    }));
    return { header, lines };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { mistake: { file, code: 'definitions.file-unreadable', details: { why } } };
  }
}

function entryOf(line: number, cells: Readonly<Record<string, string>>): CodelistEntry {
  const { code = '', parent, name_zh, name_en, valid_from, valid_until, confirmed, source = '', ...extra } = cells;
  return {
    code,
    ...(parent ? { parent } : {}),
    name: { ...(name_zh ? { zh: name_zh } : {}), ...(name_en ? { en: name_en } : {}) },
    ...(valid_from ? { validFrom: valid_from } : {}),
    ...(valid_until ? { validUntil: valid_until } : {}),
    confirmed: confirmed === 'true',
    source,
    extra,
    line,
  };
}

function lineMistakes(file: string, lines: readonly CsvLine[]): readonly DefinitionMistake[] {
  return lines.flatMap(({ line, cells }) => {
    const value = cells['code'] ?? '';
    const mistake = (wrong: boolean, code: string, shown = value): readonly DefinitionMistake[] =>
      wrong ? [{ file, line, code, details: { value: shown } }] : [];
    const from = cells['valid_from'] ?? '';
    const until = cells['valid_until'] ?? '';
    return [
      ...mistake(value === '', 'definitions.code-missing'),
      ...mistake(!cells['name_zh'] && !cells['name_en'], 'definitions.name-missing'),
      ...mistake(!cells['source'], 'definitions.source-missing'),
      ...mistake(!/^(true|false)$/.test(cells['confirmed'] ?? ''), 'definitions.confirmed-wrong', cells['confirmed']),
      ...mistake(from !== '' && !isDay(from), 'definitions.date-wrong', from),
      ...mistake(until !== '' && !isDay(until), 'definitions.date-wrong', until),
      ...mistake(isDay(from) && isDay(until) && until <= from, 'definitions.period-empty'),
    ];
  });
}

function listMistakes(file: string, entries: readonly CodelistEntry[]): readonly DefinitionMistake[] {
  const byCode = Map.groupBy(entries, ({ code }) => code);
  const parentOf = new Map(entries.map(({ code, parent }) => [code, parent]));
  return entries.flatMap((entry): readonly DefinitionMistake[] => {
    const { code, parent, line } = entry;
    const place = { file, line };
    const other = byCode.get(code)?.find((one) => one.line < line && overlaps(one, entry));
    return [
      ...(other
        ? [{ ...place, code: 'definitions.periods-overlap', details: { value: code, other: other.line } }]
        : []),
      ...(parent !== undefined && !byCode.has(parent)
        ? [{ ...place, code: 'definitions.parent-unknown', details: { value: code, parent } }]
        : []),
      ...(isItsOwnAncestor(code, parentOf)
        ? [{ ...place, code: 'definitions.parent-circle', details: { value: code } }]
        : []),
    ];
  });
}

function overlaps(one: CodelistEntry, two: CodelistEntry): boolean {
  return (
    (one.validFrom ?? '') < (two.validUntil ?? '9999-12-31') && (two.validFrom ?? '') < (one.validUntil ?? '9999-12-31')
  );
}

function isItsOwnAncestor(code: string, parentOf: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let parent = parentOf.get(code); parent !== undefined && !seen.has(parent); parent = parentOf.get(parent)) {
    if (parent === code) return true;
    seen.add(parent);
  }
  return false;
}
