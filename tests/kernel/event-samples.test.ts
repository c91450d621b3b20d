/**
 * Stored events are never rewritten (DESIGN 10, rule 8): whatever was once written must be read for ever. Each schema of each
 * type of event has a sample in `src/<folder>/event-samples/<type>.<schema>.json`, a list of data as they were stored. A sample
 * is never changed or removed; a new schema adds a file.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type EventType, eventTypes } from '../../src/foundation/events.ts';
import { kernelEvents } from '../../src/foundation/kernel-events.ts';

const source = join(import.meta.dirname, '../../src');
const eventType = z.custom<EventType>(
  (value) => typeof value === 'object' && value !== null && 'schemas' in value && 'visibility' in value,
);

/** The types of events of a folder: of its part, else of its list of events. */
async function typesOf(folder: string): Promise<readonly EventType[]> {
  if (folder === 'foundation') return kernelEvents;
  const found: EventType[] = [];
  for (const file of ['index.ts', 'events.ts']) {
    if (!existsSync(join(source, folder, file))) continue;
    const module: unknown = await import(join(source, folder, file));
    for (const value of Object.values(
      z.record(z.string(), z.unknown()).parse({ ...z.looseObject({}).parse(module) }),
    )) {
      const part = z.looseObject({ eventTypes: z.array(eventType) }).safeParse(value);
      const list = z.array(eventType).min(1).safeParse(value);
      const one = eventType.safeParse(value);
      found.push(...(part.data?.eventTypes ?? list.data ?? (one.data ? [one.data] : [])));
    }
  }
  return [...new Map(found.map((type) => [type.type, type])).values()];
}

const folders = readdirSync(source, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const all = (
  await Promise.all(folders.map(async (folder) => (await typesOf(folder)).map((type) => ({ folder, type }))))
).flat();
const types = eventTypes(all.map(({ type }) => type));
const schemas = all.flatMap(({ folder, type }) =>
  Object.keys(type.schemas).map((number) => ({ folder, type, number: Number(number), name: `${type.type} ${number}` })),
);

const samplesIn = (folder: string): readonly string[] => {
  const place = join(source, folder, 'event-samples');
  return existsSync(place) ? readdirSync(place).filter((file) => file.endsWith('.json')) : [];
};
const samplesOf = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(source, folder, 'event-samples', name), 'utf8'));
const dataList = z.array(z.record(z.string(), z.unknown())).min(1);

it('the register has types of events, and every folder that writes events is looked at', () => {
  expect(all.map(({ folder }) => folder)).toEqual(expect.arrayContaining(['foundation', 'bodies', 'standards']));
});

describe.each(schemas)('schema $name', ({ folder, type, number }) => {
  const file = `${type.type}.${number}.json`;

  it(`has a stored sample in src/${folder}/event-samples`, () => {
    expect(samplesIn(folder), `write src/${folder}/event-samples/${file}`).toContain(file);
  });

  it('has samples that were valid under it and can be read in the newest schema', () => {
    for (const data of dataList.parse(samplesOf(folder, file))) {
      expect(type.schemas[number]?.safeParse(data).error).toBeUndefined();
      const stepped = types.upToDate(type.type, number, data);
      expect(type.schemas[type.schema]?.safeParse(stepped).error).toBeUndefined();
    }
  });

  it('says of every field of its samples whether it is public, restricted or personal', () => {
    const fields = dataList
      .parse(samplesOf(folder, file))
      .flatMap((data) => Object.keys(types.upToDate(type.type, number, data)));
    expect([...new Set(fields)].filter((field) => type.visibility[field] === undefined)).toEqual([]);
  });

  it('is one of an unbroken row of schemas up to the newest', () => {
    expect(Object.keys(type.schemas).map(Number)).toEqual(Array.from({ length: type.schema }, (_, index) => index + 1));
    expect(Object.keys(type.steps).map(Number)).toEqual(
      Array.from({ length: type.schema - 1 }, (_, index) => index + 1),
    );
  });
});

it('no sample has lost its type or schema: what was once written is read for ever', () => {
  const known = new Set(schemas.map(({ folder, type, number }) => `${folder}/${type.type}.${number}.json`));
  const stored = folders.flatMap((folder) => samplesIn(folder).map((file) => `${folder}/${file}`));
  expect(stored.filter((file) => !known.has(file))).toEqual([]);
});
