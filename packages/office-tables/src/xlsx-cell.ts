import { isDay, isoDay } from './calendar.ts';
import { emptyCell } from './cell-grid.ts';
import { isoOfSerial, type NumberFormat, numberText } from './number-formats.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import type { Cell, FilePlace } from './table.ts';
import { type SharedString, unescapeXstring } from './xlsx-strings.ts';

/** A cell as it stands in the sheet part, before it is understood (ISO/IEC 29500-1, 18.3.1.4). */
export interface RawCell {
  readonly type: string;
  readonly format: NumberFormat;
  readonly value: string;
  readonly inline: string;
}

export interface CellContext {
  readonly reading: Reading;
  readonly strings: readonly SharedString[];
  readonly dateBase: 1900 | 1904;
}

export function readXlsxCell(raw: RawCell, place: FilePlace, context: CellContext): Cell {
  switch (raw.type) {
    case 's':
      return sharedCell(raw.value, place, context);
    case 'inlineStr':
      return textCell(context.reading.clean(raw.inline, place));
    case 'str':
      return textCell(context.reading.clean(unescapeXstring(raw.value), place));
    case 'b':
      return { text: raw.value.trim() === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      context.reading.remark('office-tables.error-cell', place, { value: raw.value.slice(0, 20) });
      return { text: context.reading.clean(raw.value, place), kind: 'error' };
    case 'd':
      return isoDateCell(context.reading.clean(raw.value, place));
    default:
      return raw.value.trim() === '' ? emptyCell : numberCell(raw, place, context);
  }
}

function textCell(text: string): Cell {
  return text === '' ? emptyCell : { text, kind: 'text' };
}

function sharedCell(value: string, place: FilePlace, { reading, strings }: CellContext): Cell {
  if (value.trim() === '') return emptyCell;
  const shared = strings[Number(value)];
  if (!shared) return refuse('office-tables.xml-broken', place, { string: value.slice(0, 20) });
  if (shared.removed > 0) reading.remark('office-tables.characters-removed', place, { count: shared.removed });
  reading.countText(shared.text, place);
  return textCell(shared.text);
}

function numberCell({ value, format }: RawCell, place: FilePlace, { reading, dateBase }: CellContext): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) return refuse('office-tables.xml-broken', place, { number: value.slice(0, 20) });
  if (format.kind === 'number') return { text: numberText(number, format.digits), kind: 'number', number };
  const iso = isoOfSerial(number, dateBase, format.shows);
  if (iso !== undefined) return { text: iso, kind: 'date', number, iso };
  reading.remark('office-tables.impossible-date', place, { number });
  return { text: numberText(number, 0), kind: 'number', number };
}

function isoDateCell(text: string): Cell {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? [];
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return isDay(read) ? { text: isoDay(read), kind: 'date', iso: isoDay(read) } : textCell(text);
}
