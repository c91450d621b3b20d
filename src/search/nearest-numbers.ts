import { normalize } from '@guiju/standard-numbers';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { editDistance } from './edit-distance.ts';
import type { SearchHit } from './model.ts';

/** Given at most. */
const mostNearest = 8;
/** Serials longer than this are not varied: no register numbers so. */
const longestSerial = 9;

interface Shape {
  /** Letters before the serial. */
  readonly letters: string;
  readonly serial: string;
  readonly parts: readonly string[];
  readonly year: string | undefined;
}

/**
 * Registered numbers that differ from the asked one by a slip of the hand: a digit or the point of a part changed, lost, added or exchanged
 * with its neighbour, a letter for a digit, another prefix, part or year. The work is bounded: one look-up of at most some two
 * hundred serials, and a comparison of at most 600 rows.
 */
export async function nearestNumbers(read: ReadHandle, text: string): Promise<readonly SearchHit[]> {
  const shape = shapeOf(text);
  if (!shape) return [];
  const rows = await read.all<NearRow>(sql`(select home_id, stream_id, kind, number_key, prominence from search_entry
      where serial = any(${serialsLike(shape)}::text[]) limit 500)
    union (select home_id, stream_id, kind, number_key, prominence from search_entry
      where serial >= ${`${shape.serial}.`} and serial < ${`${shape.serial}/`} order by serial limit 100)`);
  const asked = compact([shape.letters, [shape.serial, ...shape.parts].join('.'), shape.year ?? ''].join(''));
  return rows
    .map((row) => ({
      row,
      distance: editDistance(asked, compact(shape.year === undefined ? withoutYear(row.number_key) : row.number_key)),
    }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(asked.length / 4)))
    .sort(
      (one, other) =>
        one.distance - other.distance ||
        other.row.prominence - one.row.prominence ||
        (one.row.number_key < other.row.number_key ? -1 : 1),
    )
    .slice(0, mostNearest)
    .map(({ row }) => ({ homeId: row.home_id, streamId: row.stream_id, kind: row.kind, match: 'prefix' }));
}

interface NearRow {
  readonly home_id: string;
  readonly stream_id: string;
  readonly kind: string;
  readonly number_key: string;
  readonly prominence: number;
}

/** Letters, serial, parts and year of something that looks like a number; undefined when it does not. */
function shapeOf(text: string): Shape | undefined {
  const plain = digitsForLetters(normalize(text.slice(0, 100)).toUpperCase());
  const found = /^([^\d]{0,20}?)(\d{1,12}(?:[.:\-\s]+\d{1,6})*)(?!\d)/.exec(plain);
  if (!found) return undefined;
  const [, letters = '', digits = ''] = found;
  if (letters !== '' && !/[A-Z]/.test(letters)) return undefined;
  const [serial = '', ...others] = digits.split(/[.:\-\s]+/);
  const last = others.at(-1);
  const year = last !== undefined && /^(?:19|20)\d\d$/.test(last) ? last : undefined;
  return { letters, serial, parts: year === undefined ? others : others.slice(0, -1), year };
}

/** Between digits, O is a zero and I or L a one. */
function digitsForLetters(text: string): string {
  return text.replace(/(?<=\d)[OIL](?=[\dOIL.:-])/g, (letter) => (letter === 'O' ? '0' : '1'));
}

/** The serial and every serial one slip away, with the parts as asked, and without parts. */
function serialsLike(shape: Shape): readonly string[] {
  const { serial, parts } = shape;
  if (serial.length > longestSerial) return [serial];
  const digits = [...'0123456789'];
  const like = new Set([serial]);
  for (let at = 0; at <= serial.length; at++) {
    const [before, after] = [serial.slice(0, at), serial.slice(at)];
    for (const digit of digits) {
      like.add(`${before}${digit}${after}`);
      if (after !== '') like.add(`${before}${digit}${after.slice(1)}`);
    }
    if (after !== '') like.add(`${before}${after.slice(1)}`);
    if (after.length > 1) like.add(`${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`);
  }
  like.delete('');
  const tail = parts.length === 0 ? '' : `.${parts.join('.')}`;
  return [...[...like].map((one) => `${one}${tail}`), serial, ...otherPoints(shape)];
}

/** The same digits with a lost point set (97061 for 9706.1), and with an added point taken out (42.061 for 42061). */
function otherPoints({ serial, parts: [first, ...others] }: Shape): readonly string[] {
  if (first !== undefined) return [[serial + first, ...others].join('.')];
  return Array.from(
    { length: serial.length - 1 },
    (_, index) => `${serial.slice(0, index + 1)}.${serial.slice(index + 1)}`,
  );
}

function withoutYear(key: string): string {
  return key.replace(/[-:](?:19|20)\d\d(?!\d).*$/, '');
}

/** Letters and digits alone; parts count the same behind a full stop and a hyphen. */
function compact(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]+/g, '');
}
