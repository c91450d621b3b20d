import { z } from 'zod';
import type { OrganizationStatement } from '../../bodies/index.ts';
import type { Problem } from '../../foundation/refusal.ts';
import { cleanLine } from './clean-text.ts';
import { type Place, problem, type RecordReading, shapeProblems, shown } from './reading.ts';

/** What one source states of one organization, before the file gives the day. */
export interface StatedOrganization {
  readonly source: { readonly name: string; readonly key: string };
  readonly code: string;
  readonly statement: OrganizationStatement;
}

export interface CommitteeContext extends Place {
  readonly sourceName: string;
  /** The reference of another committee of the file by its id. */
  referenceOf(id: number): string | undefined;
}

/**
 * One row of `iso_technical_committees` of ISO Open Data: reference, titles, status, parent and secretariat. Its other
 * fields (scope, members, liaisons) are not read.
 */
export function readIsoCommittee(row: unknown, context: CommitteeContext): RecordReading<StatedOrganization> {
  const read = committee.safeParse(row, { reportInput: true });
  if (!read.success) return { outcome: 'refused', problems: shapeProblems(read.error, context) };
  const { id, reference, title, secretariat, parentId } = read.data;
  const doubts: Problem[] = [];
  const status = statuses[read.data.status?.toLowerCase() ?? ''];
  if (read.data.status && status === undefined) {
    const details = { value: shown(read.data.status), expected: Object.keys(statuses).join(', ') };
    doubts.push(problem(context, 'standards.field-not-in-list', { field: 'status', details }));
  }
  const parent = parentId ? parentOf(reference, context.referenceOf(parentId)) : undefined;
  const statement: OrganizationStatement = {
    kind: 'committee',
    names: (['en', 'fr', 'ru'] as const).flatMap((lang) => {
      const text = title?.[lang];
      return text ? [{ lang, text }] : [];
    }),
    ...(status ? { status } : {}),
    ...(parent ? { parent } : {}),
    ...(secretariat?.acronym ? { secretariat: secretariat.acronym } : {}),
  };
  const source = { name: context.sourceName, key: String(id) };
  return { outcome: 'read', records: [{ source, code: reference, statement }], doubts };
}

const line = z.string().max(2_000).transform(cleanLine);

const committee = z.looseObject({
  id: z.number().int().positive(),
  reference: line.refine((text) => text !== ''),
  status: z.string().max(100).nullish(),
  title: z.partialRecord(z.enum(['en', 'fr', 'ru']), line.nullable()).nullish(),
  secretariat: z.looseObject({ acronym: line.nullish() }).nullish(),
  parentId: z.number().int().positive().nullish(),
});

const statuses: Readonly<Record<string, NonNullable<OrganizationStatement['status']>>> = {
  active: 'active',
  suspended: 'suspended',
  disbanded: 'disbanded',
};

/** A parent that the file does not hold is named by the reference itself: `ISO/TC 17` of `ISO/TC 17/SC 16`. */
function parentOf(reference: string, stated: string | undefined): string | undefined {
  return stated || /^(.+)\/[A-Z]+ [^/]+$/.exec(reference)?.[1];
}
