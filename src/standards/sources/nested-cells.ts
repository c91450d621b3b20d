import type { Cell } from '@guiju/office-tables';
import { z } from 'zod';
import type { DraftingOrganization, Implementation, Relation } from '../model.ts';
import { degreeOf } from './adopted-documents.ts';
import { cleanLine } from './clean-text.ts';
import { statedDate } from './stated-date.ts';

/**
 * Cells of JSON Lines that hold a list of objects, in the shapes in which the register itself gives them out: relations,
 * organizations and implementation days. Whatever is none of these is told and never kept as text.
 */
export type Item<Value> = { readonly text: string } | { readonly value: Value } | { readonly unknown: unknown };

/** The items of a list that holds objects; undefined for a cell of plain text. */
function itemsOf(cell: Cell | undefined): readonly unknown[] | undefined {
  if (cell?.nested === undefined) return undefined;
  const value: unknown = JSON.parse(cell.text);
  return Array.isArray(value) ? value : [value];
}

/** The items of a cell by a reader of one object; undefined for a cell of plain text. */
export function itemsAs<Value>(
  cell: Cell | undefined,
  read: (item: unknown) => Value | undefined,
): readonly Item<Value>[] | undefined {
  return itemsOf(cell)?.map((item): Item<Value> => {
    if (typeof item === 'string') return { text: item };
    const value = read(item);
    return value === undefined ? { unknown: item } : { value };
  });
}

const line = z.string().max(2_000).transform(cleanLine);
const filled = line.refine((text) => text !== '');
const optional = line.nullish().transform((text) => text || undefined);

const relationShape = z.strictObject({
  kind: optional,
  number: filled,
  address: optional,
  whole: z.boolean().nullish(),
  locality: optional,
  degree: optional,
});

/** `{"number":"GB/T 1-2009","whole":false,"locality":"第5章"}`, `{"number":"ISO 1:2000","degree":"IDT"}`. */
export function relationOf(item: unknown, kind: Relation['kind']): Relation | undefined {
  const read = relationShape.safeParse(item);
  if (!read.success || (read.data.kind !== undefined && read.data.kind !== kind)) return undefined;
  const { number, whole, locality, degree: written } = read.data;
  const degree = written === undefined ? undefined : degreeOf(written);
  if (written !== undefined && degree === undefined) return undefined;
  const isReplacement = kind === 'replaces' || kind === 'replacedBy';
  const isPart = whole === false || (isReplacement && locality !== undefined && whole !== true);
  return {
    kind,
    target: number,
    ...(isPart ? { whole: false } : {}),
    ...(locality ? { locality } : {}),
    ...(degree ? { degree } : {}),
  };
}

const organizationShape = z.strictObject({
  name: filled,
  role: z.enum(['leading', 'takingPart']).nullish(),
  place: z.number().nullish(),
  creditCode: optional,
  kind: optional,
  region: optional,
});

/** `{"name":"甲研究院","role":"leading","creditCode":"91350100M000100Y43"}`. */
export function organizationOf(item: unknown, role: DraftingOrganization['role']): DraftingOrganization | undefined {
  const read = organizationShape.safeParse(item);
  if (!read.success) return undefined;
  const { name, creditCode, kind, region } = read.data;
  return {
    name,
    role: read.data.role ?? role,
    ...(creditCode ? { creditCode: creditCode.toUpperCase() } : {}),
    ...(kind ? { kind } : {}),
    ...(region ? { region } : {}),
  };
}

const written = z.union([z.string(), z.looseObject({ written: z.string() }).transform((date) => date.written)]);
const implementationShape = z.strictObject({
  scope: optional,
  date: written.nullish(),
  togetherWith: optional,
  words: optional,
});

/** `{"date":{"written":"2024-01-01"},"scope":"新产品"}`. */
export function implementationOf(item: unknown): Implementation | undefined {
  const read = implementationShape.safeParse(item);
  if (!read.success) return undefined;
  const { scope, togetherWith, words } = read.data;
  const date = read.data.date ? statedDate(read.data.date) : undefined;
  if ((date === undefined) === (togetherWith === undefined)) return undefined;
  return {
    ...(scope ? { scope } : {}),
    ...(date ? { date } : {}),
    ...(togetherWith ? { togetherWith } : {}),
    ...(words ? { words } : {}),
  };
}
