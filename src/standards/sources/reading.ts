import type { z } from 'zod';
import type { Problem } from '../../foundation/refusal.ts';
import type { Day, Source, StandardStatement } from '../model.ts';

/** What one source states of one standard, before the register gives the source its rank and day. */
export interface StatedRecord {
  /** `name` as in definitions/sources/sources.yaml; `key` finds the record again in a newer file of the source. */
  readonly source: Pick<Source, 'name' | 'key' | 'locator'>;
  /** The day the record itself says it speaks for, when it says one. */
  readonly statedOn?: Day;
  readonly statement: StandardStatement;
}

/** One record of a file: understood, perhaps with doubts that the sender is shown, or refused with everything wrong in it. */
export type RecordReading<Stated = StatedRecord> =
  | { readonly outcome: 'read'; readonly records: readonly Stated[]; readonly doubts: readonly Problem[] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/** Where the record stands in the file, counted as the sender's program counts. */
export interface Place {
  readonly row?: number;
}

/** Notes something understood only in part: code, field, and what stands there. */
export type Doubt = (code: string, field: string, value: string) => void;

/** A problem at a place, in the form of the house: code and details, the texts stand in refusals.ts. */
export function problem(
  place: Place,
  code: string,
  at: { readonly field?: string; readonly details?: Problem['details'] } = {},
): Problem {
  return {
    code,
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(at.field === undefined ? {} : { field: at.field }),
    ...(at.details === undefined ? {} : { details: at.details }),
  };
}

/** Every violation of a record's schema as a problem; wants `reportInput`, so that a missing field is told from a wrong one. */
export function shapeProblems(error: z.ZodError, place: Place): readonly Problem[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.map(String).join('.') || 'record';
    const told = (code: string, details: Problem['details']) => [
      problem(place, code, { field, details: { field, ...details } }),
    ];
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined
          ? told('standards.field-missing', {})
          : told('standards.field-of-wrong-kind', { expected: String(issue.expected), value: shown(issue.input) });
      case 'too_big':
        return told('standards.field-too-long', { limit: Number(issue.maximum) });
      case 'unrecognized_keys':
        return told('standards.field-unknown', { names: issue.keys.join(', ').slice(0, 200) });
      case 'invalid_value':
        if (issue.input === undefined) return told('standards.field-missing', {});
        return told('standards.field-not-in-list', {
          value: shown(issue.input),
          expected: issue.values.map(String).join(', '),
        });
      case 'invalid_union':
        return told('standards.field-of-wrong-kind', { expected: 'text, number, list', value: shown(issue.input) });
      default:
        return told('standards.field-not-understood', { value: shown(issue.input) });
    }
  });
}

/** A value as it can stand in a sentence: short, on one line, never the whole of a hostile cell. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
