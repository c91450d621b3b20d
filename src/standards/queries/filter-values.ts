import type { ReadHandle } from '../../foundation/database.ts';
import type { Definitions } from '../../foundation/definitions.ts';
import type { SearchFilters } from '../../search/index.ts';
import { parameterInvalid } from './moment.ts';
import { findStandards } from './searching.ts';

/** What is asked of the register, and where a value that no list has may still stand: in its records. */
interface Asked {
  readonly read: ReadHandle;
  readonly cursorKey: Uint8Array;
  readonly definitions: Definitions;
  readonly asOf: string;
}

interface ListedFilter {
  readonly filter: 'tier' | 'nature' | 'documentKind' | 'status' | 'ics' | 'ccs' | 'region' | 'sector';
  readonly parameter: string;
  readonly list: string;
  /** Sources bring codes that the list does not have: what a record bears can be asked for. */
  readonly isOpen: boolean;
}

const listed: readonly ListedFilter[] = [
  { filter: 'tier', parameter: 'tier', list: 'tiers', isOpen: false },
  { filter: 'nature', parameter: 'nature', list: 'natures', isOpen: false },
  { filter: 'documentKind', parameter: 'kind', list: 'kinds', isOpen: false },
  { filter: 'status', parameter: 'status', list: 'statuses', isOpen: false },
  { filter: 'ics', parameter: 'ics', list: 'ics', isOpen: true },
  { filter: 'ccs', parameter: 'ccs', list: 'ccs', isOpen: true },
  { filter: 'region', parameter: 'region', list: 'regions', isOpen: true },
  { filter: 'sector', parameter: 'sector', list: 'sector-codes', isOpen: true },
];

/** A value that no list has and no record bears. */
export interface UnknownValue {
  readonly parameter: string;
  readonly value: string;
  /** Name of the list of those that there are, and its codes. */
  readonly list: string;
  readonly codes: readonly string[];
}

/**
 * Refuses a value that does not exist, rather than finding nothing as if there were no such standard.
 *
 * @throws Refusal `http.parameter-invalid`
 */
export async function refuseUnknownValues(asked: Asked, filters: SearchFilters): Promise<void> {
  const [unknown] = await unknownValues(asked, filters, 1);
  if (unknown === undefined) return;
  throw parameterInvalid({ name: unknown.parameter, value: unknown.value, ...allowedOf(unknown) });
}

/** Values of filters that do not exist, the first of them: an address has room for hundreds, and each may be looked for. */
export async function unknownValues(
  asked: Asked,
  filters: SearchFilters,
  most: number,
): Promise<readonly UnknownValue[]> {
  const unknown: UnknownValue[] = [];
  for (const one of listed) {
    const values = filters[one.filter] ?? [];
    const codes = values.length === 0 ? [] : codesOf(asked.definitions, one);
    for (const value of values) {
      if (codes.includes(value) || (one.isOpen && (await isBorne(asked, one, value)))) continue;
      unknown.push({ parameter: one.parameter, value, list: one.list, codes });
      if (unknown.length === most) return unknown;
    }
  }
  return unknown;
}

/** The list of statuses also names the flags beside them, by which nothing is sought. */
function codesOf(definitions: Definitions, { list }: ListedFilter): readonly string[] {
  const entries = definitions.codelist(list).entries.filter(({ extra }) => extra['flag'] !== 'true');
  return [...new Set(entries.map(({ code }) => code))];
}

/** Lists as short as this are given with the refusal. */
const shortList = 20;

function allowedOf({ list, codes }: UnknownValue) {
  const address = `/api/v1/codelists/${list}`;
  if (codes.length > shortList)
    return {
      expected: `应为代码表 ${list} 所列的代码，见 ${address}`,
      expectedEn: `a code of the list ${list} is expected, see ${address}`,
    };
  return {
    expected: `应为 ${codes.join('、')} 之一，见 ${address}`,
    expectedEn: `one of ${codes.join(', ')} is expected, see ${address}`,
  };
}

async function isBorne(asked: Asked, { filter }: ListedFilter, value: string): Promise<boolean> {
  const { answer } = await findStandards(asked.read, asked.cursorKey, {
    text: '',
    filters: { [filter]: [value] },
    sort: 'newest',
    asOf: asked.asOf,
    size: 1,
    place: { page: 1 },
    facets: [],
  });
  return answer.total.n > 0;
}
