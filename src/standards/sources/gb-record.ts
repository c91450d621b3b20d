import { z } from 'zod';
import type { Problem } from '../../foundation/refusal.ts';
import {
  type Implementation,
  nothingStated,
  type Relation,
  type ReportedState,
  type StandardStatement,
  type StatedDate,
  type Title,
} from '../model.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import { type Doubt, type Place, problem, type RecordReading, type StatedRecord, shapeProblems } from './reading.ts';
import { statedDate } from './stated-date.ts';
import { implementationsOf } from './stated-implementations.ts';

/**
 * One row of `chinese-standards.jsonl`: a number with what one source says of it, and under `conflicts` what other
 * documents say differently. Each becomes a statement of its own source: nothing is settled here.
 */
export function readGbRecord(row: unknown, place: Place = {}): RecordReading {
  const read = gbRow.safeParse(row, { reportInput: true });
  if (!read.success) return { outcome: 'refused', problems: shapeProblems(read.error, place) };
  const name = sourceName(read.data.source, read.data.extraction);
  if (name === undefined) {
    const details = { value: read.data.source };
    return {
      outcome: 'refused',
      problems: [problem(place, 'standards.source-not-described', { field: 'source', details })],
    };
  }
  const doubts: Problem[] = [];
  const main: StatedRecord = {
    source: { name, key: read.data.number, locator: read.data.source },
    statement: statementOf(read.data, (code, field, value) =>
      doubts.push(problem(place, code, { field, details: { value } })),
    ),
  };
  const others = read.data.conflicts.flatMap((conflict, index) => {
    const other = conflictRecord(read.data.number, conflict);
    if (!other)
      doubts.push(
        problem(place, 'standards.conflict-not-understood', {
          field: `conflicts.${index}`,
          details: { value: conflict.field },
        }),
      );
    return other ? [other] : [];
  });
  return { outcome: 'read', records: [main, ...others], doubts };
}

const line = z.string().max(2_000).transform(cleanLine);
const optionalLine = line.nullish().transform((text) => text || undefined);
const lines = z
  .array(line)
  .max(200)
  .nullish()
  .transform((list) => (list ?? []).filter((text) => text !== ''));
const conflictShape = z.object({ field: line, value: line, source: line });
type Conflict = z.infer<typeof conflictShape>;

const gbRow = z.looseObject({
  number: line.refine((text) => text !== ''),
  number_raw: optionalLine,
  title_zh: optionalLine,
  title_en: optionalLine,
  status: z.enum(['active', 'upcoming', 'abolished', 'replaced']).nullish(),
  issue_date: optionalLine,
  issue_date_raw: optionalLine,
  implementation_date: optionalLine,
  implementation_date_raw: optionalLine,
  abolition_date: optionalLine,
  abolition_date_raw: optionalLine,
  replaces: lines,
  replaced_by: lines,
  ics: lines,
  ccs: lines,
  committee: optionalLine,
  department: optionalLine,
  issuing_body: optionalLine,
  adoption: z
    .looseObject({ degree: z.enum(['IDT', 'MOD', 'NEQ', 'EQV']).nullish(), reference: optionalLine })
    .nullish(),
  drafters: lines,
  scope_zh: z.string().max(100_000).nullish(),
  category: lines,
  region: z
    .string()
    .regex(/^\d{6}$/)
    .nullish(),
  filing_no: optionalLine,
  filing_date: optionalLine,
  remarks: optionalLine,
  conflicts: z
    .array(conflictShape)
    .max(200)
    .nullish()
    .transform((list) => list ?? []),
  extraction: z.enum(['register', 'table', 'filename', 'citation']),
  source: line.refine((text) => text !== ''),
});
type GbRow = z.infer<typeof gbRow>;

const states: Readonly<Record<NonNullable<GbRow['status']>, ReportedState>> = {
  active: 'inForce',
  upcoming: 'notYetInForce',
  abolished: 'withdrawn',
  replaced: 'superseded',
};

function statementOf(row: GbRow, doubt: Doubt): StandardStatement {
  const publishedOn = dateOf('issue_date', row.issue_date, row.issue_date_raw, doubt);
  const filedOn = row.filing_date === undefined ? undefined : statedDate(row.filing_date);
  const scope = cleanLines(row.scope_zh ?? '');
  return {
    number: row.number,
    titles: titlesOf(row),
    ...(scope === '' ? {} : { scope: [{ lang: 'zh-Hans', text: scope }] }),
    ...(publishedOn ? { publishedOn } : {}),
    implementations: implementationsIn(row, doubt),
    ...withdrawalOf(row, doubt),
    ...(row.status ? { reported: { state: states[row.status], words: row.status } } : {}),
    relations: relationsOf(row),
    ics: row.ics,
    ccs: row.ccs,
    ...(row.region ? { region: row.region } : {}),
    topics: row.category,
    ...(row.committee ? { committee: row.committee } : {}),
    ...(row.department ? { department: row.department } : {}),
    // Jointly issued standards name their issuers with the enumeration comma.
    issuers: (row.issuing_body ?? '')
      .split('、')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    organizations: [],
    drafters: row.drafters,
    ...(row.filing_no ? { filing: { number: row.filing_no, ...(filedOn ? { date: filedOn } : {}) } } : {}),
    ...(row.remarks ? { remarks: row.remarks } : {}),
  };
}

/** A cited title can be abridged, and English titles outside a register are often the citing text's own. */
function titlesOf(row: GbRow): readonly Title[] {
  const standing = row.extraction === 'register' ? 'official' : 'unofficial';
  return [
    ...(row.title_zh
      ? [
          {
            lang: 'zh-Hans',
            text: row.title_zh,
            standing: row.extraction === 'citation' ? 'unofficial' : 'official',
          } as const,
        ]
      : []),
    ...(row.title_en ? [{ lang: 'en', text: row.title_en, standing } as const] : []),
  ];
}

function dateOf(
  field: string,
  value: string | undefined,
  raw: string | undefined,
  doubt: Doubt,
): StatedDate | undefined {
  const text = value ?? raw;
  if (text === undefined) return undefined;
  const date = statedDate(text);
  if (!date) doubt('standards.date-not-understood', field, text);
  return date;
}

/** The source's words go before the value made of them: "与GB9706.1-2020同步实施" is no date. */
function implementationsIn(row: GbRow, doubt: Doubt): readonly Implementation[] {
  const text = row.implementation_date ?? row.implementation_date_raw;
  if (text === undefined) return [];
  const read = implementationsOf(text);
  if (read) return read;
  doubt('standards.date-not-understood', 'implementation_date', text);
  return [{ words: text }];
}

/** "自公告发布之日起废止" gives no day: the words are kept as the reason the source gives. */
function withdrawalOf(row: GbRow, doubt: Doubt): Pick<StandardStatement, 'withdrawnOn' | 'withdrawalReason'> {
  const raw = row.abolition_date_raw;
  const date =
    row.abolition_date === undefined ? undefined : dateOf('abolition_date', row.abolition_date, undefined, doubt);
  const fromWords = date ?? (raw === undefined ? undefined : implementationsOf(raw.replace(/废止$/, ''))?.[0]?.date);
  return { ...(fromWords ? { withdrawnOn: fromWords } : {}), ...(raw ? { withdrawalReason: raw } : {}) };
}

function relationsOf(row: GbRow): readonly Relation[] {
  const { degree, reference } = row.adoption ?? {};
  return [
    ...row.replaces.map((target): Relation => ({ kind: 'replaces', target })),
    ...row.replaced_by.map((target): Relation => ({ kind: 'replacedBy', target })),
    ...(reference ? [{ kind: 'adopts', target: reference, ...(degree ? { degree } : {}) } as const] : []),
  ];
}

function conflictRecord(number: string, conflict: Conflict): StatedRecord | undefined {
  // The manner of a contradicting document is not given: it counts as the least certain of its collection.
  const name = sourceName(conflict.source, 'citation');
  const content = contentOf(conflict);
  if (name === undefined || content === undefined) return undefined;
  const path = conflict.source.slice(conflict.source.indexOf(':') + 1);
  return {
    source: { name, key: `${number}#${path}`, locator: conflict.source },
    statement: {
      number,
      ...nothingStated,
      ...content,
    },
  };
}

function contentOf({ field, value }: Conflict): Partial<StandardStatement> | undefined {
  if (field === 'title_zh') return { titles: [{ lang: 'zh-Hans', text: value, standing: 'unofficial' }] };
  if (field === 'title_en') return { titles: [{ lang: 'en', text: value, standing: 'unofficial' }] };
  const implementations = field === 'implementation_date' ? implementationsOf(value) : undefined;
  if (implementations) return { implementations };
  const publishedOn = field === 'issue_date' ? statedDate(value) : undefined;
  return publishedOn ? { publishedOn } : undefined;
}

/** Short names of definitions/sources/sources.yaml by repository, then by how the row was taken from it. */
const sourceNames: Readonly<Record<string, Readonly<Record<GbRow['extraction'], string>>>> = {
  'RASAAS/docmcp-knowledge': {
    register: 'nmpa-register',
    table: 'nmpa-documents',
    filename: 'nmpa-citations',
    citation: 'nmpa-citations',
  },
  'relaton/relaton-gb': everyManner('national-standards-site'),
  'zhiyao87/Arch-Standards-Index': everyManner('construction-index'),
  'springca/springca': everyManner('springca'),
};

function everyManner(name: string): Readonly<Record<GbRow['extraction'], string>> {
  return { register: name, table: name, filename: name, citation: name };
}

function sourceName(locator: string, extraction: GbRow['extraction']): string | undefined {
  return sourceNames[locator.split('@')[0] ?? '']?.[extraction];
}
