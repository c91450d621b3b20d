export { defaultLimits, type Limits } from './limits.ts';
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
