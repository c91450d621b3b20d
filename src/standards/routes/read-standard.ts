import { committeesByCode } from '../../bodies/index.ts';
import type { ReadHandle } from '../../foundation/database.ts';
import type { Deps } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { targetKey } from '../identity.ts';
import { firstKnown } from '../queries/annulled.ts';
import { earlierBearers } from '../queries/bearers.ts';
import { type Brief, briefsById, briefsByKey } from '../queries/brief.ts';
import { historyOf } from '../queries/history.ts';
import type { Moment } from '../queries/moment.ts';
import { partsBeside } from '../queries/parts.ts';
import { sealedPlace } from '../queries/proof.ts';
import { recordAt, type StandardRecord } from '../queries/record.ts';
import { seriesOf } from '../queries/series.ts';
import { instantWords } from '../views/instant-words.ts';
import type { StandardReading } from '../views/standard.ts';

/** With what a refusal is worded: the register, and the clock by which its instants fall on days. */
export type RefusingDeps = Pick<Deps, 'database' | 'clock'>;

/** Reads everything for the page of one standard, at one snapshot. Undefined when the register holds nothing there. */
export async function readStandard(
  read: ReadHandle,
  address: string,
  moment: Moment,
): Promise<StandardReading | undefined> {
  const record = await recordAt(read, address, moment);
  if (!record) return undefined;
  const [series, parts, others, history, sealed, committees, earlier] = [
    await seriesOf(read, record.workKey, moment),
    await partsBeside(read, record, moment),
    await othersOf(read, record, moment),
    await historyOf(read, record, moment),
    await sealedPlace(read, record),
    await committeesByCode(read, record.committee === null ? [] : [record.committee], moment),
    await earlierBearers(read, record, moment),
  ];
  return { record, series, parts, others, history, sealed, committee: committees.get(record.committee ?? ''), earlier };
}

/** Related standards whose status is shown; the many that cite it are listed without. */
const shownWithStatus = 100;

async function othersOf(read: ReadHandle, record: StandardRecord, moment: Moment): Promise<ReadonlyMap<string, Brief>> {
  const ids = [...new Set(record.relations.flatMap((row) => row.otherId ?? []))].slice(0, shownWithStatus);
  const byId = await briefsById(read, ids, moment);
  const followed = record.implementations.flatMap((one) =>
    one.togetherWith === undefined ? [] : [targetKey(one.togetherWith)],
  );
  const instead = (record.withdrawal?.instead ?? []).map((number) => targetKey(number));
  const byKey = await briefsByKey(read, [...new Set([...followed, ...instead])], moment);
  return new Map([...byId, ...byKey.map((brief) => [brief.standardId, brief] as const)]);
}

/** Why an address that is claimed leads to nothing: at the known-date asked for the register did not have it yet. */
export async function notKnownThen({ database, clock }: RefusingDeps, address: string, moment: Moment) {
  const first = await firstKnown(database, address);
  // Who names no instant asks what is known now.
  const knownAt = moment.known ?? clock.now();
  const enteredAt = first?.at ?? knownAt;
  const words = instantWords(clock, { knownAt, enteredAt });
  return refusal('standards.not-known-then', {
    number: first?.number ?? address,
    knownAt,
    enteredAt,
    known: words('knownAt').zh,
    knownEn: words('knownAt').en,
    entered: words('enteredAt').zh,
    enteredEn: words('enteredAt').en,
  });
}
