import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDocument, paragraph, table } from '../sample-files/documents.ts';
import { utf8 } from '../sample-files/encodings.ts';
import { aWorkbook } from '../sample-files/workbooks.ts';
import { dayOfSerial, isDay, isoDay, serialOfDay } from './calendar.ts';
import { cleanText } from './clean-text.ts';
import { escapeCsvCell } from './csv-escape.ts';
import {
  columnLetter,
  readTables,
  readUntidyDate,
  splitList,
  understandTable,
  unescapeCsvCell,
  writeCsv,
  writeXlsx,
} from './index.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.stringMatching(/^[=+\-@'\t"，,;|0-9A-Za-z标准\n ]{0,12}$/),
  fc.constantFrom('=1+1', "'=1", "''", '_x000D_', '_x_x0041_', 'GB/T 1-2020', '007', '-', '1e5', '\u202eabc'),
);
/** A first cell that is never blank holds the grid in place. */
const grid = fc
  .array(fc.tuple(text, text), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map(([a, b], index) => [`r${index}`, a, b, 'end']));
const columns = ['a', 'b', 'c', 'd'].map((title) => ({ title }));
const clean = (value: string) => cleanText(value).text;

describe('what is written is read back', () => {
  test('from XLSX: every text, cleaned, and never a formula', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const read = readTables(writeXlsx({ sheets: [{ name: 'x', columns, rows }] }));
        expect(read.ok && read.tables[0]?.rows.slice(1).map((row) => row.map((cell) => cell.text))).toEqual(
          rows.map((row) => row.map(clean)),
        );
        expect(
          read.ok && read.tables[0]?.rows.flat().every((cell) => cell.kind === 'text' || cell.kind === 'empty'),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('from CSV: every text, cleaned, and never a formula', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        const read = readTables(writeCsv(columns, rows));
        expect(read.ok && read.tables[0]?.rows.slice(1).map((row) => row.map((cell) => cell.text))).toEqual(
          rows.map((row) => row.map(clean)),
        );
        expect(read.ok && read.tables[0]?.rows.flat().some((cell) => cell.kind === 'formula')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('the apostrophe is put on and taken off without loss', () => {
    fc.assert(
      fc.property(text, (value) => unescapeCsvCell(escapeCsvCell(value)) === value),
      { numRuns: 2_000 },
    );
  });

  test('dates: a day written in any of the usual ways is that day', () => {
    const days = fc
      .record({
        year: fc.integer({ min: 1901, max: 2099 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      })
      .filter(isDay);
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: date } = day;
        const pad = (value: number) => String(value).padStart(2, '0');
        const ways = [
          isoDay(day),
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          `${year}/${pad(month)}/${pad(date)}`,
          `${year}${pad(month)}${pad(date)}`,
        ];
        // Numbers below 10,000 (27 years from 1900) look like a year.
        if (serialOfDay(day) >= 10_000) ways.push(String(serialOfDay(day)));
        for (const way of ways)
          expect(readUntidyDate({ text: way, kind: 'text' })).toMatchObject({ date: isoDay(day) });
      }),
    );
  });

  test('spreadsheet numbers and days are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_462, max: 2_958_465 }), (serial) => {
        const day = dayOfSerial(serial, 1900);
        return (
          day !== undefined &&
          isDay(day) &&
          serialOfDay(day) === serial &&
          dayOfSerial(serial - 1462, 1904)?.day === day.day
        );
      }),
    );
  });
});

/** Bytes with some of them changed, cut off or doubled, as a damaged or forged file has. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat(bytes.length - 1),
    value: fc.integer({ min: 0, max: 255 }),
    how: fc.constantFrom('set', 'cut', 'drop', 'double'),
  });
  return fc.array(change, { minLength: 1, maxLength: 8 }).map((changes) => {
    let result = bytes.slice();
    for (const { at, value, how } of changes) {
      const place = at % Math.max(1, result.length);
      if (how === 'set') result[place] = value;
      else if (how === 'cut' && value < 32) result = result.slice(0, place);
      else if (how === 'drop')
        result = new Uint8Array([...result.subarray(0, place), ...result.subarray(place + 1 + (value % 16))]);
      else result = new Uint8Array([...result.subarray(0, place), ...result.subarray(Math.max(0, place - value))]);
    }
    return result;
  });
}

function readsOrRefuses(bytes: Uint8Array): void {
  const read = readTables(bytes, { formulas: 'cached' });
  if (!read.ok) return;
  for (const found of read.tables) {
    const width = found.rows[0]?.length;
    expect(found.rows.every((row) => row.length === width)).toBe(true);
    const understood = understandTable(found, [
      { field: 'number', names: ['编号'], required: true, looksLike: (value) => /\d/.test(value) },
    ]);
    expect(understood.rows.length + understood.skipped.length).toBe(found.rows.length);
  }
}

describe('no input makes an exception', () => {
  const workbook = aWorkbook({
    formats: [14],
    strings: '<si><t>编号</t></si>',
    sheets: [
      {
        rows: [[{ type: 's', value: '0' }, 'b'], [{ value: 45047, style: 1 }, 'GB 1'], [{ formula: 'A1', value: 3 }]],
        merges: ['A1:A2'],
      },
    ],
  });
  const document = aDocument(paragraph('GB 1-2020') + table(['编号', 'x'], ['GB 1', 'y']));

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), readsOrRefuses), { numRuns: 800 });
  });

  test('random text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }).map(utf8), readsOrRefuses), { numRuns: 2_000 });
    fc.assert(fc.property(fc.stringMatching(/^[a-c",;\t\r\n={}:[\]<>&]{0,80}$/).map(utf8), readsOrRefuses), {
      numRuns: 800,
    });
  });

  test.each([
    ['a workbook', workbook],
    ['a document', document],
    ['a CSV', utf8('编号,名称\n"GB 1, 2",x\n=1,y\n')],
  ])('damage to %s', (_, bytes) => {
    fc.assert(fc.property(damaged(bytes), readsOrRefuses), { numRuns: 800 });
  });

  test('damage inside the parts of a sound archive', () => {
    const part = utf8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号&amp;</t></is></c><c r="B1" s="1"><v>2</v></c></row><row r="3"><c t="s"><f t="array" ref="A1:B2">1</f><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
    );
    fc.assert(
      fc.property(damaged(part), (bytes) =>
        readsOrRefuses(
          aWorkbook({ sheets: [{}], strings: '<si><t>x</t></si>', parts: { 'xl/worksheets/sheet1.xml': bytes } }),
        ),
      ),
      { numRuns: 1_000 },
    );
  });

  test('any text is read as a date or not, and split, without exception', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.stringMatching(/^[0-9.\-/年月日一二十 ]{0,14}$/)), (value) => {
        const read = readUntidyDate({ text: value, kind: 'text' });
        if (read.ok) expect(read.date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
        expect(splitList(value).every((entry) => entry !== '' && value.includes(entry))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

test('column letters count as spreadsheet programs do', () => {
  expect([1, 26, 27, 702, 703, 16_384].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});
