import { parse, type Reading, type StandardNumber } from '@guiju/standard-numbers';
import type { Deps } from '../../foundation/part.ts';
import { newestCheckpoint } from '../../foundation/seals/tile-store.ts';
import type { StatusCode } from '../../portal/register-codes.ts';
import { type Brief, statusAt } from '../queries/brief.ts';
import { readingsOf } from '../queries/find.ts';
import { familyOf } from '../views/coverage.ts';
import { statusAsStated } from '../views/days.ts';
import type {
  DayAnswer,
  EndAnswer,
  ListAnswer,
  ReadingProblem,
  RowAnswer,
  RowOutcome,
  StandardAnswer,
} from './answer.ts';
import type { AnnulledEntry } from './ends.ts';
import type { ListEntry } from './list-entry.ts';
import { type Resolution, resolveNumbers } from './resolve-numbers.ts';

type AnsweringDeps = Pick<Deps, 'database' | 'clock' | 'sealer' | 'installation' | 'settings'>;

/**
 * Answers a list: each number as it was understood, its standing today and on the asked day, what replaces it and from
 * when, its amendments, or why it was not found. All rows are answered from one state of the register, named by the
 * newest checkpoint of its log.
 */
export async function answerList(
  deps: AnsweringDeps,
  entries: readonly ListEntry[],
  asOf: string,
): Promise<ListAnswer> {
  // What was just written is sealed first, so that the checkpoint covers what is answered.
  await deps.sealer.sealNow();
  const days = { today: deps.clock.today(), asOf };
  const read = entries.map(readEntry);
  const { checkpoint, resolution } = await deps.database.snapshot(async (tx) => ({
    checkpoint: await newestCheckpoint(tx),
    resolution: await resolveNumbers(
      tx,
      read.flatMap(({ reading, meant }) => (meant === undefined ? readingsOf(reading) : [meant])),
      days,
    ),
  }));
  return {
    checkedAt: deps.clock.now(),
    checkedOn: days.today,
    asOf,
    checkpoint:
      checkpoint === undefined
        ? null
        : {
            treeSize: checkpoint.treeSize,
            root: Buffer.from(checkpoint.root).toString('hex'),
            settledAt: checkpoint.settledAt,
          },
    rows: read.map((one, index) => rowAnswer({ row: index + 1, ...one }, resolution, { ...days, ...deps })),
  };
}

interface ReadEntry {
  readonly entry: ListEntry;
  readonly reading: Reading;
  /** Of a malformed number: what it says when letters between its digits are read as digits. */
  readonly meant: StandardNumber | undefined;
}

function readEntry(entry: ListEntry): ReadEntry {
  const reading = wholeReading(entry.text);
  return { entry, reading, meant: reading.outcome === 'malformed' ? digitsMeant(entry.text) : undefined };
}

/** `GB/T 42O61-2022`: behind a digit, O is a zero and I or l a one. Offered where it is registered, never taken for the number. */
function digitsMeant(text: string): StandardNumber | undefined {
  const digits = text.replace(/(?<=\d)[OIl]+(?=[\d.:—–-])/g, (run) => run.replaceAll('O', '0').replace(/[Il]/g, '1'));
  const reading = digits === text ? undefined : parse(digits);
  return reading?.outcome === 'recognized' && reading.rest === '' ? reading.number : undefined;
}

/** A text of a list is a number or is not: what goes on behind a number in digits was mistyped. */
function wholeReading(text: string): Reading {
  const reading = parse(text);
  if (reading.outcome !== 'recognized' || !/^[.:：·\-—–]*[\d０-９]/u.test(reading.rest)) return reading;
  return { outcome: 'malformed', position: Math.max(0, text.length - reading.rest.length), expected: 'year' };
}

interface ReadRow extends ReadEntry {
  readonly row: number;
}

interface Days extends Pick<Deps, 'clock' | 'installation' | 'settings'> {
  readonly today: string;
  readonly asOf: string;
}

function rowAnswer({ row, entry, reading, meant }: ReadRow, resolution: Resolution, days: Days): RowAnswer {
  const numbers = readingsOf(reading);
  const briefs = numbers.flatMap(resolution.standardsOf);
  const standards =
    briefs.length > 0
      ? currentFirst(briefs, days.today).map((brief) => standardAnswer(brief, resolution, days))
      : numbers.flatMap((number) => annulledAnswer(resolution.ends.annulled(number), days));
  const [first] = numbers;
  return {
    row,
    ...entry,
    understoodAs: numbers.map((number) => number.canonical),
    outcome: outcomeOf(reading, standards.length),
    standards,
    problem: problemOf(reading, meant === undefined ? [] : resolution.standardsOf(meant)),
    wouldBe:
      first === undefined || standards.length > 0 ? null : { tier: first.tier ?? 'national', family: familyOf(first) },
  };
}

function outcomeOf(reading: Reading, found: number): RowOutcome {
  if (reading.outcome === 'unknown-prefix' || reading.outcome === 'malformed') return reading.outcome;
  if (found === 0) return 'not-in-register';
  // A reading that was chosen for the sender is shown as one of several, even when only one of them is registered.
  return found > 1 || reading.outcome === 'ambiguous' ? 'several' : 'found';
}

function problemOf(reading: Reading, near: readonly Brief[]): ReadingProblem | null {
  if (reading.outcome === 'unknown-prefix') return { prefix: reading.prefix, nearest: reading.nearest };
  if (reading.outcome !== 'malformed') return null;
  const nearest = near.map(({ number }) => number);
  return { position: reading.position, expected: reading.expected, ...(nearest.length === 0 ? {} : { nearest }) };
}

const standingOrder: readonly StatusCode[] = [
  'inForce',
  'notYetInForce',
  'superseded',
  'withdrawn',
  'numberCancelled',
  'unknown',
  'inDevelopment',
  'notYetPublished',
  'annulled',
];

/** The edition that holds goes first, then the one that will; among equals the later. */
function currentFirst(briefs: readonly Brief[], today: string): readonly Brief[] {
  const place = (brief: Brief): number => standingOrder.indexOf(statusAt(brief, today).code);
  const day = (brief: Brief): string => brief.publishedOn ?? brief.inForceOn ?? brief.numberKey.slice(-4);
  return [...new Map(briefs.map((brief) => [brief.standardId, brief])).values()].toSorted(
    (one, other) =>
      place(one) - place(other) || day(other).localeCompare(day(one)) || one.numberKey.localeCompare(other.numberKey),
  );
}

function standardAnswer(brief: Brief, resolution: Resolution, days: Days): StandardAnswer {
  const holder = resolution.holderOf(brief);
  return {
    standardId: brief.standardId,
    number: brief.number,
    address: brief.address,
    tier: brief.tier,
    nature: brief.nature,
    kind: brief.kind,
    titles: brief.titles.map(({ lang, text }) => ({ lang, text })),
    ...(holder === undefined ? {} : { holder }),
    today: dayAnswer(brief, days.today),
    onDay: dayAnswer(resolution.onDay(brief), days.asOf),
    replacedBy: brief.successors.map(({ number, registered, days: held, whole, locality }) => ({
      number,
      address: registered?.address ?? null,
      from: held.first?.written ?? null,
      whole,
      locality,
    })),
    amendments: resolution.amendmentsOf(brief).map(({ number, address }) => ({ number, address })),
    ...endAnswer(brief, resolution, days),
  };
}

/** Nothing took its place: who ended it on which day, and what may be used instead. */
function endAnswer(brief: Brief, resolution: Resolution, days: Days): Pick<StandardAnswer, 'ended'> {
  const end = [statusAsStated(brief, days.today), statusAsStated(resolution.onDay(brief), days.asOf)].find(
    ({ code }) => code === 'withdrawn' || code === 'numberCancelled',
  );
  return end === undefined ? {} : { ended: { on: end.since?.written ?? null, ...resolution.ends.of(brief) } };
}

function dayAnswer(brief: Brief, day: string): DayAnswer {
  const { code, basis, since, until, isCertain } = statusAsStated(brief, day);
  const days = { since: since?.written ?? null, until: until?.written ?? null };
  return { status: code, basis, ...days, ...(isCertain ? {} : { certain: false }) };
}

/** A record entered in error is gone: since when, by whom, why and what to use instead. */
function annulledAnswer(
  entry: AnnulledEntry | undefined,
  { clock, installation, settings }: Days,
): readonly StandardAnswer[] {
  if (entry === undefined) return [];
  const { at, organizationId, end, ...record } = entry;
  const on = clock.dayOf(at);
  const isOwn = end.by.length === 0 && organizationId === installation.homeId;
  const ended = { on, ...end, by: isOwn ? namesOf(settings.name) : end.by };
  const annulled: DayAnswer = { status: 'annulled', basis: 'dates', since: on, until: null };
  return [{ ...record, titles: [], today: annulled, onDay: annulled, replacedBy: [], amendments: [], ended }];
}

function namesOf({ zh, en }: { readonly zh: string; readonly en: string }): EndAnswer['by'] {
  return [
    { lang: 'zh-Hans', text: zh },
    { lang: 'en', text: en },
  ];
}
