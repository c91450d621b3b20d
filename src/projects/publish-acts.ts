import { createHash } from 'node:crypto';
import type { FactValue } from '@guiju/procedure-language';
import { parse } from '@guiju/standard-numbers';
import type { ActMade, ActMaking, ActOccasion, CaseAct } from '../cases/index.ts';
import { canonicalJson } from '../foundation/canonical-json.ts';
import type { ClaimHolder } from '../foundation/claim-holder.ts';
import type { NewEvent } from '../foundation/events.ts';
import {
  nothingStated,
  type StandardStatement,
  type StateStandardInput,
  stateStandard,
  withdrawStandard,
} from '../standards/index.ts';
import { caseReference, listFact, textFact, titleOf } from './act-words.ts';
import { announcementHolder, assignedNumberHolder, planNumberHolder } from './facts.ts';

const kindsOfAnnouncement: Readonly<Record<string, string>> = {
  'amendment-published': 'amendments',
  'reference-material-published': 'reference-materials',
  'foreign-version-published': 'foreign-versions',
  'standard-withdrawn': 'withdrawals',
};

/** Adds the case to the announcement it names; the first one opens it. One announcement publishes as many as name it. */
export const announcementIssued: CaseAct = {
  name: 'announcement-issued',
  prepare: async (_read, { facts }) => ({ number: textFact(facts, 'announcement') ?? '' }),
  facts: (prepared) => ({ held: announcementHolder((prepared as { readonly number: string }).number) }),
  decide: ({ occasion, situation, prepared }): ActMade => {
    const { number } = prepared as { readonly number: string };
    // One cast at the typed edge: the fact this act asked for.
    const held = situation.facts['held'] as ClaimHolder | undefined;
    const stream = held ?? { homeId: occasion.homeId, streamId: situation.newId() };
    const place = { homeId: stream.homeId, streamId: stream.streamId };
    const on = textFact(occasion.facts, 'published-on') ?? occasion.on;
    const opening: readonly NewEvent[] =
      held === undefined
        ? [{ type: 'announcement-opened', ...place, data: { number, kind: kindOf(occasion), on } }]
        : [];
    return { events: [...opening, { type: 'announcement-item-added', ...place, data: itemOf(occasion) }] };
  },
};

function kindOf({ procedure }: ActOccasion): string {
  const made = procedure.steps.flatMap(({ makes }) => makes);
  return made.map((name) => kindsOfAnnouncement[name]).find((kind) => kind !== undefined) ?? 'standards';
}

function itemOf(occasion: ActOccasion) {
  const { facts } = occasion;
  const number = textFact(facts, 'number');
  const implementedOn = textFact(facts, 'implemented-on');
  const planNumber = textFact(facts, 'plan-number');
  return {
    case: caseReference(occasion),
    title: titleOf(facts),
    replaces: listFact(facts, 'replaces'),
    furtherDays: listFact(facts, 'further-days'),
    ...(number === undefined ? {} : { number }),
    ...(implementedOn === undefined ? {} : { implementedOn }),
    ...(planNumber === undefined ? {} : { planNumber }),
  };
}

interface Prepared {
  /** Absent where the case names no number that can be read. */
  readonly statement: StateStandardInput | null;
  readonly planNumber: string | null;
}

/**
 * An act that states something of a standard in the name of the authority, in the act of the step itself. What it does not
 * say, other sources say still: the register completes the winner and overrules nothing.
 *
 * @throws Refusal of `standards.state-standard`
 */
function stating(name: string, statementOf: (facts: Facts, on: string) => StandardStatement): CaseAct {
  return {
    name,
    prepare: async (_read, occasion): Promise<Prepared> => ({
      statement: statementInput(name, occasion, statementOf),
      planNumber: textFact(occasion.facts, 'plan-number') ?? null,
    }),
    facts: (prepared) => {
      // One cast at the typed edge: this act prepared it.
      const { statement, planNumber } = prepared as Prepared;
      if (statement === null) return {};
      return {
        ...stateStandard.definition.facts(statement),
        assigned: assignedNumberHolder(statement.statement.number),
        ...(planNumber === null ? {} : { item: planNumberHolder(planNumber) }),
      };
    },
    decide: ({ occasion, situation, prepared }): ActMade => {
      const { statement } = prepared as Prepared;
      if (statement === null) return { events: [] };
      const facts = situation.facts as Parameters<typeof stateStandard.definition.decide>[0]['facts'];
      const stated = stateStandard.definition.decide({ ...situation, input: statement, facts });
      const { number } = statement.statement;
      const on = textFact(occasion.facts, 'published-on') ?? occasion.on;
      return {
        events: [
          ...stated,
          ...onHolder(situation.facts['assigned'], 'assigned-number-published', { on }),
          ...onHolder(situation.facts['item'], 'plan-item-done', { standardNumber: number, on }),
        ],
      };
    },
  };
}

function onHolder(
  fact: ActMaking['situation']['facts'][string],
  type: string,
  data: NewEvent['data'],
): readonly NewEvent[] {
  // One cast at the typed edge: the fact this act asked for.
  const holder = fact as ClaimHolder | undefined;
  return holder === undefined ? [] : [{ type, homeId: holder.homeId, streamId: holder.streamId, data }];
}

function statementInput(
  name: string,
  occasion: ActOccasion,
  statementOf: (facts: Facts, on: string) => StandardStatement,
): StateStandardInput | null {
  const statement = statementOf(occasion.facts, occasion.on);
  const reading = parse(statement.number);
  if (reading.outcome !== 'recognized' || reading.rest !== '') return null;
  const statedOn = textFact(occasion.facts, 'published-on') ?? occasion.on;
  return {
    source: { name: 'authority', key: `${occasion.caseId} ${name}`, statedOn, rank: 0 },
    contentHash: createHash('sha256').update(canonicalJson({ statement })).digest('hex'),
    statement,
  };
}

type Facts = Readonly<Record<string, FactValue>>;

function newStandard(facts: Facts): StandardStatement {
  const title = titleOf(facts);
  const publishedOn = textFact(facts, 'published-on');
  const nature = textFact(facts, 'nature');
  return {
    ...nothingStated,
    number: textFact(facts, 'number') ?? '',
    ...(nature === 'mandatory' || nature === 'voluntary' || nature === 'guiding' ? { nature } : {}),
    titles: [
      ...(title.zh === undefined ? [] : [{ lang: 'zh-Hans', text: title.zh, standing: 'official' as const }]),
      ...(title.en === undefined ? [] : [{ lang: 'en', text: title.en, standing: 'official' as const }]),
    ],
    ...(publishedOn === undefined ? {} : { publishedOn: wholeDay(publishedOn) }),
    implementations: implementationsOf(facts),
    relations: relationsOf(facts),
    ics: listFact(facts, 'ics'),
    ccs: listFact(facts, 'ccs'),
  };
}

function wholeDay(day: string) {
  return { written: day, first: day, last: day };
}

/** The day for the whole, and further days: "2027-06-01 已批准的产品". */
function implementationsOf(facts: Facts): StandardStatement['implementations'] {
  const main = textFact(facts, 'implemented-on');
  const further = listFact(facts, 'further-days').map((line) => {
    const [, day, scope = ''] = /^(\d{4}-\d{2}-\d{2})\s*(.*)$/.exec(line) ?? [];
    if (day === undefined) return { words: line };
    return { date: wholeDay(day), ...(scope === '' ? {} : { scope }) };
  });
  return [...(main === undefined ? [] : [{ date: wholeDay(main) }]), ...further];
}

function relationsOf(facts: Facts): StandardStatement['relations'] {
  const isWhole = facts['replaces-whole'] !== false;
  const degree =
    textFact(facts, 'adoption') === 'idt' ? 'IDT' : textFact(facts, 'adoption') === 'mod' ? 'MOD' : undefined;
  return [
    ...listFact(facts, 'replaces').map((target) => ({
      kind: 'replaces' as const,
      target,
      ...(isWhole ? {} : { whole: false as const }),
    })),
    ...(degree === undefined
      ? []
      : listFact(facts, 'source-standards').map((target) => ({
          kind: 'adopts' as const,
          target,
          degree: degree as 'IDT' | 'MOD',
        }))),
  ];
}

/**
 * Enters the published standard into the register: number, titles, days, what it replaces as a whole or in part, what it
 * adopts. What it replaces ends by the dates of the new edition.
 */
export const standardPublished = stating('standard-published', newStandard);

/** An amendment sheet changes the text; number and year of what it amends stay (Measures on amendment sheets). */
export const amendmentPublished = stating('amendment-published', (facts) => ({
  ...newStandard(facts),
  kind: 'amendment',
  relations: [{ kind: 'amends', target: textFact(facts, 'standard') ?? '' }],
}));

export const referenceMaterialPublished = stating('reference-material-published', (facts) => ({
  ...newStandard(facts),
  kind: 'reference-material',
  relations: listFact(facts, 'related-standards').map((target) => ({ kind: 'cites' as const, target })),
}));

/** The review confirmed it: the day stands beside the standard, and the next review is counted from it. */
export const standardConfirmed = stating('standard-confirmed', (facts, on) => ({
  ...nothingStated,
  number: textFact(facts, 'standard') ?? '',
  reviewedOn: wholeDay(textFact(facts, 'reviewed-on') ?? on),
}));

/** A foreign-language version of a standard: the standard is one, its texts are several. */
export const foreignVersionPublished = stating('foreign-version-published', (facts) => ({
  ...nothingStated,
  number: textFact(facts, 'standard') ?? '',
  languages: ['zh-Hans', languageOf(textFact(facts, 'language') ?? '')],
}));

function languageOf(written: string): string {
  const known: Readonly<Record<string, string>> = {
    英文: 'en',
    英语: 'en',
    english: 'en',
    俄文: 'ru',
    俄语: 'ru',
    russian: 'ru',
    法文: 'fr',
    法语: 'fr',
    french: 'fr',
    西班牙文: 'es',
    spanish: 'es',
    阿拉伯文: 'ar',
    arabic: 'ar',
  };
  return known[written.toLowerCase()] ?? written;
}

/** Withdrawn by announcement after the review: by whom and why stands with it (Standardization Law, art. 29). */
export const standardWithdrawn: CaseAct = {
  name: 'standard-withdrawn',
  prepare: async (_read, { facts, on }) => ({
    standard: textFact(facts, 'standard') ?? '',
    withdrawnOn: textFact(facts, 'withdrawn-on') ?? on,
    by: textFact(facts, 'announcement') ?? '',
    reason: textFact(facts, 'reason') ?? textFact(facts, 'decided-otherwise') ?? '复审结论：废止 review: withdrawn',
    instead: [],
  }),
  facts: (prepared) => withdrawStandard.definition.facts(prepared as WithdrawInput),
  decide: ({ situation, prepared }) => {
    const facts = situation.facts as Parameters<typeof withdrawStandard.definition.decide>[0]['facts'];
    const input = prepared as WithdrawInput;
    return { events: withdrawStandard.definition.decide({ ...situation, input, facts }) };
  },
};

/** One cast at the typed edge: the act prepared what the command takes. */
type WithdrawInput = Parameters<typeof withdrawStandard.definition.decide>[0]['input'];
