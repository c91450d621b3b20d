import type { Jurisdiction, Rulebook } from '@guiju/procedure-language';
import { isDay } from '../foundation/clock.ts';
import { refusal } from '../foundation/refusal.ts';

/** For which place and day the rules are asked for. */
export interface Asked {
  readonly day: string;
  readonly jurisdiction: Jurisdiction;
  readonly onlyUnconfirmed: boolean;
}

export interface AskedWords {
  readonly asOf?: string | undefined;
  readonly place?: string | undefined;
  readonly show?: string | undefined;
}

/**
 * Reads what a request or a command asks for. A region is named by two or six digits of GB/T 2260.
 *
 * @throws Refusal `http.parameter-invalid`
 */
export function readAsked({ asOf = '', place = '', show }: AskedWords, today: string): Asked {
  if (asOf !== '' && !isDay(asOf))
    throw refusal('http.parameter-invalid', {
      name: 'as-of',
      value: asOf.slice(0, 80),
      expected: '应为 2026-01-31 这样的日期',
      expectedEn: 'a day such as 2026-01-31 is expected',
    });
  return {
    day: asOf === '' ? today : asOf,
    jurisdiction: jurisdictionNamed(place),
    onlyUnconfirmed: show === 'unconfirmed',
  };
}

function jurisdictionNamed(place: string): Jurisdiction {
  if (place === '' || place === 'nation') return 'nation';
  const [, kind = 'region', code = ''] = /^(?:(region|department):)?(\d{2,6})$/.exec(place) ?? [];
  if (kind === 'department' && /^\d{3}$/.test(code)) return `department:${code}`;
  if (kind === 'region' && /^(\d{2}|\d{4}|\d{6})$/.test(code)) return `region:${shortest(code)}`;
  throw refusal('http.parameter-invalid', {
    name: 'for',
    value: place.slice(0, 80),
    expected: '应为 nation、region:31 或 department:339',
    expectedEn: 'nation, region:31 or department:339 is expected',
  });
}

/** 310000 and 31 are one province. */
function shortest(code: string): string {
  return code.replace(/(00)+$/, '');
}

/** The jurisdictions whose values may apply at a place, most specific first: a city comes before its province. */
export function jurisdictionsAt(place: Jurisdiction): readonly Jurisdiction[] {
  const [kind, code = ''] = place.split(':');
  if (kind !== 'region') return place === 'nation' ? [] : [place];
  const short = shortest(code);
  return [6, 4, 2]
    .filter((length) => length <= short.length)
    .flatMap((length): readonly Jurisdiction[] => [
      ...new Set([
        `region:${short.slice(0, length)}` as const,
        `region:${short.slice(0, length).padEnd(6, '0')}` as const,
      ]),
    ]);
}

/** Every jurisdiction that has a value of its own, the nation first. */
export function jurisdictionsIn(book: Rulebook): readonly Jurisdiction[] {
  const own = new Set([...book.values()].flatMap(({ values }) => values.map(({ jurisdiction }) => jurisdiction)));
  own.delete('nation');
  return ['nation', ...[...own].sort()];
}
