import { upperCase } from './cursor.ts';
import type { NumberFields, StandardNumber } from './model.ts';

/** Fields of a number of which nothing is known but scheme, tier, kind, publisher, prefix and serial. */
export function bareFields(
  known: Pick<NumberFields, 'scheme' | 'tier' | 'kind' | 'publisher' | 'prefix' | 'serial'>,
): NumberFields {
  return {
    scheme: known.scheme,
    tier: known.tier,
    kind: known.kind,
    nature: undefined,
    publisher: known.publisher,
    region: undefined,
    prefix: known.prefix,
    serial: known.serial,
    parts: [],
    allParts: false,
    year: undefined,
    yearAsPrinted: undefined,
    month: undefined,
    day: undefined,
    stage: undefined,
    iteration: undefined,
    supplements: [],
    editionNote: undefined,
    edition: undefined,
    language: undefined,
    variant: undefined,
    dual: undefined,
  };
}

/** A number whose forms are still to be written. It lives only between reader and writer, which fills it in place. */
export type UnwrittenNumber = { -readonly [K in keyof StandardNumber]: StandardNumber[K] };

/** A copy of fields with room for the forms. */
export function unwritten(fields: NumberFields): UnwrittenNumber {
  return { ...fields, canonical: '', key: '', seriesKey: '', workKey: '', typographic: '' };
}

/** Joins fields with the written forms of a family that knows neither nature nor typographic dash. */
export function withForms(fields: NumberFields, canonical: string, series: string): StandardNumber {
  const seriesKey = upperCase(series);
  return { ...fields, canonical, key: upperCase(canonical), seriesKey, workKey: seriesKey, typographic: canonical };
}
