import type { SearchEntry } from '../../src/search/model.ts';

let made = 0;

export type EntryWish = Omit<Partial<SearchEntry>, 'facets' | 'status' | 'number'> & {
  readonly facets?: Partial<SearchEntry['facets']>;
  readonly status?: Partial<SearchEntry['status']>;
  readonly number?: string | SearchEntry['number'];
};

/** A fictitious entry of the index; everything not asked for is plain. */
export function anEntry(wish: EntryWish = {}): SearchEntry {
  made++;
  const streamId = wish.streamId ?? `00000000-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
  const { number = `GB/T ${made}-2020`, facets, status, ...rest } = wish;
  return {
    homeId: '00000000-0000-7000-8000-00000000000a',
    streamId,
    kind: 'standard',
    titles: ['样品'],
    texts: [],
    prominence: 500,
    sortOn: '2020-01-01',
    number: typeof number === 'string' ? keysOf(number) : number,
    ...rest,
    status: {
      publishedOn: '2020-01-01',
      inForceOn: '2020-07-01',
      supersededOn: null,
      withdrawnOn: null,
      cancelledOn: null,
      reportedState: null,
      reportedOn: null,
      ...status,
    },
    facets: {
      tier: 'national',
      nature: 'voluntary',
      documentKind: 'standard',
      year: 2020,
      ics: [],
      ccs: [],
      region: null,
      sector: null,
      department: null,
      committee: null,
      adopted: false,
      organizations: [],
      ...facets,
    },
  };
}

function keysOf(number: string): NonNullable<SearchEntry['number']> {
  const series = number.replace(/[-:]\d{4}.*$/, '');
  return { number, series, work: series.replace('/T', ''), serial: series.replace(/^\D+/, '').replace('-', '.') };
}
