import { decodeText } from './decode-text.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { openOfficeParts } from './office-parts.ts';
import { readDocx } from './read-docx.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Reading, startReading } from './reading.ts';
import { recognizeFormat } from './recognize-format.ts';
import { Refused, refuse } from './refused.ts';
import type { ReadTables, TableRefusal } from './table.ts';
import { openZip } from './zip-archive.ts';

export interface ReadOptions {
  /** The sender's file name. It decides only what the content leaves open: whether lines without a delimiter are a CSV of one column. */
  readonly name?: string;
  /** `refuse` (default): a formula is no value. `cached`: take the value stored with it, as for a list to be checked. */
  readonly formulas?: 'refuse' | 'cached';
  readonly limits?: Partial<Limits>;
}

/**
 * Reads what a file holds, decided by its content: XLSX, DOCX (ISO/IEC 29500), CSV, TSV, JSON Lines or plain text.
 * Never throws: a file that cannot or must not be read gives a refusal with code, place and details.
 *
 * @example
 * const read = readTables(bytes, { name: 'list.xlsx' });
 * if (!read.ok) return explainTableProblem(read).en.what;
 * for (const table of read.tables) understandTable(table, fields);
 */
export function readTables(bytes: Uint8Array, options: ReadOptions = {}): ReadTables | TableRefusal {
  const reading = startReading({ ...defaultLimits, ...options.limits }, options.formulas ?? 'refuse');
  try {
    return readBytes(bytes, options.name ?? '', reading);
  } catch (fault) {
    if (fault instanceof Refused) return fault.refusal;
    throw fault;
  }
}

function readBytes(bytes: Uint8Array, name: string, reading: Reading): ReadTables {
  const { limits } = reading;
  if (bytes.length > limits.fileBytes)
    refuse('office-tables.file-too-large', {}, { bytes: bytes.length, limit: limits.fileBytes });
  if (recognizeFormat(bytes) === 'zip') return readArchive(bytes, reading);
  const decoded = decodeText(bytes);
  const zero = decoded.text.indexOf('\0');
  if (zero !== -1) refuse('office-tables.not-a-table-file', { offset: zero }, { format: 'binary' });
  const content = readText(decoded, name, reading);
  return { ok: true, ...content, encoding: decoded.encoding, problems: reading.problems() };
}

function readArchive(bytes: Uint8Array, reading: Reading): ReadTables {
  const archive = openZip(bytes, reading.limits);
  if (archive.has('EncryptedPackage')) refuse('office-tables.password-protected');
  if (archive.has('content.xml') || archive.has('mimetype'))
    refuse('office-tables.other-office-format', {}, { format: 'OpenDocument' });
  if (!archive.has('_rels/.rels')) refuse('office-tables.zip-not-office');
  const parts = openOfficeParts(archive, reading);
  const kind = kindOf(parts.main, archive.names);
  if (kind === 'xlsx') {
    const tables = readXlsx(parts);
    if (tables.length === 0) refuse('office-tables.nothing-inside');
    const order = tables.map((_, table) => ({ table }));
    return { ok: true, format: 'xlsx', tables, paragraphs: [], order, problems: reading.problems() };
  }
  const blocks = readDocx(parts);
  if (blocks.order.length === 0) refuse('office-tables.nothing-inside');
  return { ok: true, format: 'docx', ...blocks, problems: reading.problems() };
}

function kindOf(main: string, names: readonly string[]): 'xlsx' | 'docx' {
  if (/\.bin$/i.test(main)) return refuse('office-tables.binary-workbook', { part: main });
  const folder = main.split('/')[0]?.toLowerCase();
  if (folder === 'xl' || names.some((name) => /^xl\/worksheets\//i.test(name))) return 'xlsx';
  if (folder === 'word') return 'docx';
  return refuse('office-tables.other-office-format', { part: main }, { format: folder ?? '' });
}
