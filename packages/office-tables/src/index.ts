export { columnLetter } from './cell-grid.ts';
export { oneLine } from './clean-text.ts';
export { unescapeCsvCell } from './csv-escape.ts';
export { type DecodedText, decodeText, decodeXml } from './decode-text.ts';
export { explainDate } from './explain-date.ts';
export { type Explanation, explainTableProblem } from './explain-table-problem.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { isNestedDeeperThan } from './nesting.ts';
export type { OutColumn, OutValue } from './out-table.ts';
export { type ReadOptions, readTables } from './read-tables.ts';
export { readUntidyDate } from './read-untidy-date.ts';
export { Refused } from './refused.ts';
export { splitList } from './split-list.ts';
export type {
  Cell,
  CellKind,
  CellPlace,
  FilePlace,
  ReadTables,
  Table,
  TableDetails,
  TableFormat,
  TableProblem,
  TableProblemCode,
  TableRefusal,
  TableRefusalCode,
  TextBlock,
  TextEncoding,
} from './table.ts';
export { understandTable } from './understand-table.ts';
export type {
  BodyRow,
  ColumnMapping,
  ColumnReason,
  FieldSpec,
  HeaderChoice,
  MappedColumn,
  SkippedRow,
  Understanding,
  UnderstoodColumn,
} from './understanding.ts';
export type { DateDoubt, DateProblem, DateProblemCode, UntidyDate } from './untidy-date.ts';
export { type CsvOptions, csvLine, writeCsv } from './write-csv.ts';
export { type OutNotes, type OutSheet, type OutWorkbook, writeXlsx } from './write-xlsx.ts';
export { scanXml, type XmlHandler } from './xml-scanner.ts';
export { openZip, type ZipArchive } from './zip-archive.ts';
