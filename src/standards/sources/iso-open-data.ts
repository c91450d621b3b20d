import { z } from 'zod';
import type { Problem } from '../../foundation/refusal.ts';
import type { Kind, Relation, StandardStatement, Title } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import { htmlText } from './html-text.ts';
import { isoStageOf, reportedByIsoStage } from './iso-stage.ts';
import { type Place, problem, type RecordReading, shapeProblems, shown } from './reading.ts';
import { statedDate } from './stated-date.ts';

export interface IsoContext extends Place {
  /** `iso-open-data` for a genuine file, `iso-catalogue-sample` for the founding sample. */
  readonly sourceName: string;
  /** The reference of another deliverable by its id: from the same file or the register. */
  referenceOf(id: number): string | undefined;
}

/**
 * One row of `iso_deliverables_metadata` of ISO Open Data. Dates may lack the day, the scope may be HTML or text, the
 * title may be absent as in excerpts. Fields that ISO adds later do not hinder reading.
 */
export function readIsoDeliverable(row: unknown, context: IsoContext): RecordReading {
  const read = deliverable.safeParse(row, { reportInput: true });
  if (!read.success) return { outcome: 'refused', problems: shapeProblems(read.error, context) };
  const doubts: Problem[] = [];
  const stage = isoStageOf(read.data.currentStage);
  const wrong: Problem[] = [];
  const refuse = (code: string, field: 'reference' | 'currentStage') =>
    wrong.push(problem(context, code, { field, details: { field, value: shown(read.data[field]) } }));
  if (!isOfIsoOrIec(read.data.reference)) refuse('standards.reference-not-iso', 'reference');
  if (stage === undefined) refuse('standards.stage-unknown', 'currentStage');
  if (stage === undefined || wrong.length > 0) return { outcome: 'refused', problems: wrong };
  const date = read.data.publicationDate ? statedDate(read.data.publicationDate) : undefined;
  if (read.data.publicationDate && !date) {
    doubts.push(
      problem(context, 'standards.date-not-understood', {
        field: 'publicationDate',
        details: { value: read.data.publicationDate },
      }),
    );
  }
  const statement = {
    ...statementOf(read.data, stage, relationsOf(read.data, context, doubts)),
    ...(date ? { publishedOn: date } : {}),
  };
  return {
    outcome: 'read',
    records: [{ source: { name: context.sourceName, key: String(read.data.id) }, statement }],
    doubts,
  };
}

/** ISO, IEC or both, alone or with other bodies of the kind: ISO/ASTM, IEC/IEEE, OIML/ISO, ISO 707 | IDF 50. */
function isOfIsoOrIec(reference: string): boolean {
  return /^(?:[A-Z]{3,}\/)*(?:ISO|IEC|IWA|CISPR)(?![A-Z])/i.test(reference);
}

const longest = { line: 2_000, text: 100_000, list: 500 } as const;
const line = z.string().max(longest.line).transform(cleanLine);
const filledLine = line.refine((text) => text !== '');
const ids = z.array(z.number().int().positive()).max(longest.list).nullish();
const inLanguages = z.partialRecord(z.enum(['en', 'fr', 'ru']), line.nullable()).nullish();

const deliverable = z.looseObject({
  id: z.number().int().positive(),
  deliverableType: z.enum(['IS', 'TS', 'TR', 'PAS', 'R', 'GUIDE', 'ISP', 'IWA', 'DATA', 'TTA']),
  supplementType: z.enum(['Amd', 'Cor', 'Add', 'Suppl']).nullish(),
  reference: filledLine,
  title: inLanguages,
  publicationDate: z.string().max(40).nullish(),
  edition: z.number().int().min(0).max(1000).nullish(),
  icsCode: z
    .array(z.string().regex(/^\d{2}(\.\d{3}(\.\d{2})?)?$/))
    .max(100)
    .nullish(),
  ownerCommittee: line.nullish(),
  currentStage: z.number().int(),
  replaces: ids,
  replacedBy: ids,
  languages: z.array(z.string().max(20)).max(100).nullish(),
  pages: z.looseObject({ en: z.number().int().min(0).nullish() }).nullish(),
  scope: z
    .looseObject({ en: z.string().max(longest.text).nullish(), fr: z.string().max(longest.text).nullish() })
    .nullish(),
});
type Deliverable = z.infer<typeof deliverable>;

function statementOf(row: Deliverable, stage: string, relations: readonly Relation[]): StandardStatement {
  const pages = row.pages?.en;
  const scope = scopeOf(row);
  return {
    number: row.reference,
    tier: 'international',
    kind: kindOf(row),
    titles: titlesOf(row),
    ...(scope.length > 0 ? { scope } : {}),
    implementations: [],
    reported: { state: reportedByIsoStage(stage), words: `stage ${stage}` },
    stage: `iso ${stage}`,
    ...(row.edition ? { edition: row.edition } : {}),
    relations,
    ics: row.icsCode ?? [],
    ccs: [],
    topics: [],
    ...(row.ownerCommittee ? { committee: row.ownerCommittee } : {}),
    issuers: issuersOf(row.reference),
    organizations: [],
    drafters: [],
    ...(pages ? { pages } : {}),
    ...(row.languages?.length ? { languages: row.languages } : {}),
    textAddress: `https://www.iso.org/standard/${row.id}.html`,
  };
}

const kindOfType: Readonly<Record<Deliverable['deliverableType'], Kind>> = {
  IS: 'standard',
  // A standardized profile is a standard that selects from others.
  ISP: 'standard',
  TS: 'technical-specification',
  TR: 'technical-report',
  PAS: 'publicly-available-specification',
  R: 'recommendation',
  GUIDE: 'guide',
  IWA: 'workshop-agreement',
  DATA: 'other',
  TTA: 'other',
};
const kindOfSupplement = { Amd: 'amendment', Cor: 'corrigendum', Add: 'supplement', Suppl: 'supplement' } as const;

function kindOf(row: Deliverable): Kind {
  return row.supplementType ? kindOfSupplement[row.supplementType] : kindOfType[row.deliverableType];
}

function titlesOf(row: Deliverable): readonly Title[] {
  return (['en', 'fr', 'ru'] as const).flatMap((lang): readonly Title[] => {
    const text = row.title?.[lang];
    return text ? [{ lang, text, standing: 'official' }] : [];
  });
}

function scopeOf(row: Deliverable): readonly { readonly lang: string; readonly text: string }[] {
  return (['en', 'fr'] as const).flatMap((lang) => {
    const text = htmlText(row.scope?.[lang] ?? '');
    return text === '' ? [] : [{ lang, text }];
  });
}

/** `ISO/IEC 27001:2022` is issued by both; `ISO/TS` by ISO alone: what follows the slash counts when it is a publisher. */
function issuersOf(reference: string): readonly string[] {
  const [prefix = ''] = reference.split(' ');
  if (prefix === 'IWA') return ['ISO'];
  return prefix.split('/').filter((part) => publishers.has(part));
}
const publishers = new Set([
  'ISO',
  'IEC',
  'IEEE',
  'ASTM',
  'ASME',
  'CIE',
  'SAE',
  'OECD',
  'HL7',
  'CISPR',
  'CEN',
  'ITU-T',
  'UNDP',
  'IUPAC',
]);

function relationsOf(row: Deliverable, context: IsoContext, doubts: Problem[]): readonly Relation[] {
  const targets = (kind: 'replaces' | 'replacedBy') =>
    [...new Set(row[kind] ?? [])].map((id): Relation => {
      const reference = context.referenceOf(id);
      if (reference === undefined)
        doubts.push(problem(context, 'standards.target-id-unknown', { field: kind, details: { value: id } }));
      // The number is not known here, the source's own key is: the relation is resolved when that record arrives.
      return { kind, target: reference ?? isoTarget(id) };
    });
  // The schema has no link from a supplement to its base: the reference names it before the last slash.
  const base = row.supplementType ? row.reference.slice(0, row.reference.lastIndexOf('/')) : '';
  return [
    ...(base === '' ? [] : [{ kind: 'amends', target: base } as const]),
    ...targets('replaces'),
    ...targets('replacedBy'),
  ];
}

/** How a relation names a deliverable whose reference is unknown: by its id in the ISO catalogue. */
export function isoTarget(id: number): string {
  return `iso-id:${id}`;
}
