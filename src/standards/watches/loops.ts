import type { Deps, Loop } from '../../foundation/part.ts';
import { messengerLoops, watchedKeys } from '../../notices/index.ts';
import { forgetLists } from '../check-list/kept-lists.ts';
import { houseOf } from '../routes/house.ts';
import { watchSources } from './watch-sources.ts';

/** The messenger with everything that can be watched here, and the end of the time of checked lists. */
export function watchLoops(deps: Deps): readonly Loop[] {
  const { cursorKey } = houseOf(deps, []);
  return [
    ...messengerLoops(deps, watchSources({ ...deps, cursorKey })),
    {
      name: 'forgetting of checked lists',
      everyMilliseconds: 3_600_000,
      run: async () => {
        await forgetLists(deps, await watchedKeys(deps.database, 'list'));
      },
    },
  ];
}
