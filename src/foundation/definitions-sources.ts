import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { isDay } from './clock.ts';
import type { DefinitionMistake } from './definitions-mistakes.ts';

const bothLanguages = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const day = z.string().refine(isDay, 'not a day YYYY-MM-DD');
/** As precise as the source is: a year, a month or a day. */
const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'not YYYY, YYYY-MM or YYYY-MM-DD');

/** How a source came to its statements; the general precedence follows this. */
export const sourceManners = ['authority', 'register', 'office-file', 'table', 'filename', 'citation'] as const;
const manner = z.enum(sourceManners);

export const sourcesFile = z.strictObject({
  sources: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9-]+$/),
      manner,
      title: bothLanguages,
      address: z.url({ protocol: /^https$/ }).optional(),
      version: z.string().optional(),
      licence: z.string().nullable(),
      attribution: z.string().optional(),
      statedOn: day.optional(),
      statedOnBasis: bothLanguages,
    }),
  ),
});
export type SourceDefinition = z.infer<typeof sourcesFile>['sources'][number];

const rank = z.number().int().min(0);
export const precedenceFile = z.strictObject({
  precedence: z.array(
    z.strictObject({
      validFrom: day.nullable(),
      validUntil: day.nullable(),
      confirmed: z.boolean(),
      /** Number prefixes the rule is for; absent: all. */
      families: z.array(z.string()).min(1).optional(),
      basis: bothLanguages,
      manners: z.partialRecord(manner, rank).optional(),
      sources: z.record(z.string(), rank).optional(),
    }),
  ),
});
export type PrecedenceRule = z.infer<typeof precedenceFile>['precedence'][number];

export const coverageFile = z.strictObject({
  tier: z.string(),
  parts: z.array(
    z.strictObject({
      /** Document family (`GB`, `YY`, `ISO`), or `*` for the rest of the tier. */
      code: z.string(),
      /** Further families of this part. */
      families: z.array(z.string()).optional(),
      title: bothLanguages,
      completeness: z.enum(['complete', 'partial', 'sample', 'nearly-empty', 'empty']),
      records: z.number().int().min(0),
      ofAbout: z.number().int().positive().optional(),
      ofAboutOn: day.optional(),
      ofAboutSource: bothLanguages.optional(),
      upTo: partialDay.optional(),
      sources: z.array(z.string()),
      statement: bothLanguages,
      remedy: bothLanguages.optional(),
    }),
  ),
});
type CoverageFile = z.infer<typeof coverageFile>;
export type CoveragePart = CoverageFile['parts'][number] & { readonly tier: string };

/** Reads one YAML definition with its schema; every violation is placed on its line. */
export function readYaml<Shape>(
  file: string,
  text: string,
  schema: z.ZodType<Shape>,
): { readonly value?: Shape; readonly mistakes: readonly DefinitionMistake[] } {
  const lineCounter = new LineCounter();
  // The core schema would make 2025-06-30 a text anyway, but 2025 a number: dates are quoted or full in these files.
  const document = parseDocument(text, { lineCounter });
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ message, pos }) => ({
      file,
      line: lineCounter.linePos(pos[0]).line,
      code: 'definitions.file-unreadable',
      details: { why: message.split('\n')[0] },
    }));
    return { mistakes };
  }
  const read = schema.safeParse(document.toJS());
  if (read.success) return { value: read.data, mistakes: [] };
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    const node = document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true);
    const start = z.object({ range: z.array(z.number()) }).safeParse(node).data?.range[0];
    return start === undefined ? undefined : lineCounter.linePos(start).line;
  };
  return {
    mistakes: read.error.issues.map(({ path, message }) => {
      const line = lineOf(path);
      return {
        file,
        ...(line === undefined ? {} : { line }),
        code: 'definitions.shape-wrong',
        details: { where: path.join('.'), why: message },
      };
    }),
  };
}
