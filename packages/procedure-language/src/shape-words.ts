import { z } from 'zod';
import type { Basis } from './rule.ts';

/** A name in a definition: small letters, digits, hyphens. */
export const name = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** A text in both languages; none of them is empty. */
export const both = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });

/** One of something, or a list of it. */
export function oneOrMore<Shape extends z.ZodType>(shape: Shape) {
  return z.union([shape.transform((one) => [one]), z.array(shape).min(1)]);
}

export const names = oneOrMore(name);

/** `SL 29`: a source of the rulebook and the place in it. */
const basis = z
  .string()
  .regex(/^\S+(?: .+)?$/)
  .transform((text): Basis => {
    const [, source = '', article] = /^(\S+)(?: (.+))?$/.exec(text) ?? [];
    return article === undefined ? { source } : { source, article };
  });

export const basisShape = z.array(basis);
