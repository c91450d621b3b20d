import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../../../tests/support/source-files.ts';
import { readDefinitions } from '../../foundation/definitions.ts';
import { gbRecords } from './json-records.ts';

test('each Chinese record of the founding data speaks up to the day of its own source', async () => {
  const definitions = readDefinitions(join(repository, 'definitions'));
  const file = await gbRecords({ definitions }, join(repository, 'founding/chinese-standards.jsonl.gz'));
  let rows = 0;
  const days = new Map<string, Set<string | undefined>>();
  for await (const { reading } of file.records()) {
    rows += reading.outcome === 'read' ? reading.records.length : 1;
    for (const { source, statedOn } of reading.outcome === 'read' ? reading.records : [])
      days.set(source.name, (days.get(source.name) ?? new Set()).add(statedOn));
  }
  // Progress is told in the records that are entered, from the beginning.
  expect(file.count).toBe(rows);
  expect(days.size).toBeGreaterThan(4);
  for (const [name, told] of days) expect([name, [...told]]).toEqual([name, [definitions.sources.get(name)?.statedOn]]);
  expect([...(days.get('springca') ?? [])]).toEqual(['2018-10-08']);
});
