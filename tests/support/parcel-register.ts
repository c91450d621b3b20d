import { afterAll } from 'vitest';
import { systemClock } from '../../src/foundation/clock.ts';
import { erasureEvents } from '../../src/foundation/erasure.ts';
import { type EventTypes, eventTypes } from '../../src/foundation/events.ts';
import { executor } from '../../src/foundation/executor.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { createParcelTable, dropParcelTable, parcelEvents, parcelRows } from './parcels.ts';
import { emptyDatabase, type TestRegister, testDatabase } from './test-database.ts';

export const parcelTypes: EventTypes = eventTypes([...parcelEvents, ...erasureEvents]);
export const parcelProjections = [parcelRows] as const;

/** For a file of tests: gives empty registers of parcels and takes the table away at the end. */
export function parcelRegisters(): () => Promise<TestRegister> {
  afterAll(async () => dropParcelTable(await testDatabase()));
  return async () => {
    await createParcelTable(await testDatabase());
    const database = await emptyDatabase();
    const deps = { database, clock: systemClock('Asia/Shanghai'), random: systemRandom() };
    return { database, executor: executor({ ...deps, types: parcelTypes, projections: parcelProjections }) };
  };
}
