import { parse } from '@guiju/standard-numbers';
import type { Deps } from '../../foundation/part.ts';
import type { WatchSource, WatchSubject } from '../../notices/index.ts';
import { search } from '../../search/index.ts';
import { keptTexts } from '../check-list/kept-lists.ts';
import { resolveNumbers } from '../check-list/resolve-numbers.ts';
import { readingsOf } from '../queries/find.ts';
import { filtersOf } from '../routes/search-routes.tsx';
import { changesBetween } from './changes.ts';
import { stateOf } from './watched-state.ts';

type SourceDeps = Pick<Deps, 'database' | 'definitions' | 'clock'> & { readonly cursorKey: Uint8Array };

/** What can be watched in the register of standards: one standard, the results of a search, the numbers of a list. */
export function watchSources(deps: SourceDeps): readonly WatchSource[] {
  const { definitions, clock } = deps;
  const source = (
    kind: WatchSource['kind'],
    idsOf: (subject: WatchSubject, day: string) => Promise<readonly string[]>,
  ): WatchSource => ({
    kind,
    stateOn: async (subject, day) => stateOf(deps.database, await idsOf(subject, day), day),
    changes: (before, after, lang) =>
      changesBetween(before, after, { definitions, today: clock.today(), tellsGone: kind !== 'search', lang }),
  });
  return [
    source('standard', async ({ key }) => [key]),
    source('list', ({ key }, day) => idsOfList(deps, key, day)),
    source('search', ({ key }, day) => idsOfSearch(deps, key, day)),
  ];
}

/** Every standard that the numbers of a list may mean now: a new edition of a number without year is among them. */
async function idsOfList(deps: SourceDeps, id: string, day: string): Promise<readonly string[]> {
  const numbers = (await keptTexts(deps.database, id)).flatMap((text) => readingsOf(parse(text)));
  const resolution = await resolveNumbers(deps.database, numbers, { today: day, asOf: day });
  return [...new Set(numbers.flatMap((number) => resolution.standardsOf(number).map((brief) => brief.standardId)))];
}

const pageSize = 200;
/** Results of a search that are watched; who needs more watches a narrower one. */
const pagesAtMost = 10;

async function idsOfSearch(deps: SourceDeps, key: string, day: string): Promise<readonly string[]> {
  const parameters = new URLSearchParams(key);
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesAtMost; page++) {
    const answer = await search(
      { read: deps.database, cursorKey: deps.cursorKey },
      {
        text: parameters.get('q') ?? '',
        filters: { ...filtersOf(parameters), kind: ['standard'] },
        sort: 'newest',
        asOf: day,
        size: pageSize,
        place: cursor === undefined ? { page: 1 } : { cursor },
        facets: [],
      },
    );
    ids.push(...answer.hits.map(({ streamId }) => streamId));
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return ids;
}
