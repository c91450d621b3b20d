import { createHash } from 'node:crypto';
import type { FactValue } from '@guiju/procedure-language';
import type { ActMade, ActMaking, ActOccasion, CaseAct } from '../cases/index.ts';
import { canonicalJson } from '../foundation/canonical-json.ts';
import type { NewEvent } from '../foundation/events.ts';
import { nothingStated, type StandardStatement, type StateStandardInput, stateStandard } from '../standards/index.ts';
import { caseReference, listFact, textFact, titleOf } from './act-words.ts';
import { announcementHolder, assignedNumberHolder, type ClaimHolder, planNumberHolder } from './facts.ts';

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
  readonly statement: StateStandardInput;
  readonly planNumber: string | null;
}

/**
 * Enters the published standard into the register, by the same act: number, titles, days, what it replaces as a whole or in
 * part, what it adopts. The plan item is done, the number published. What it replaces ends by the dates of the new edition.
 *
 * @throws Refusal of `standards.state-standard`
 */
export const standardPublished: CaseAct = {
  name: 'standard-published',
  prepare: async (_read, occasion): Promise<Prepared> => ({
    statement: statementInput(occasion),
    planNumber: textFact(occasion.facts, 'plan-number') ?? null,
  }),
  facts: (prepared) => {
    // One cast at the typed edge: this act prepared it.
    const { statement, planNumber } = prepared as Prepared;
    return {
      ...stateStandard.definition.facts(statement),
      assigned: assignedNumberHolder(statement.statement.number),
      ...(planNumber === null ? {} : { item: planNumberHolder(planNumber) }),
    };
  },
  decide: ({ occasion, situation, prepared }): ActMade => {
    const { statement } = prepared as Prepared;
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

function onHolder(
  fact: ActMaking['situation']['facts'][string],
  type: string,
  data: NewEvent['data'],
): readonly NewEvent[] {
  // One cast at the typed edge: the fact this act asked for.
  const holder = fact as ClaimHolder | undefined;
  return holder === undefined ? [] : [{ type, homeId: holder.homeId, streamId: holder.streamId, data }];
}

function statementInput(occasion: ActOccasion): StateStandardInput {
  const statement = statementOf(occasion.facts);
  const statedOn = textFact(occasion.facts, 'published-on') ?? occasion.on;
  return {
    source: { name: 'authority', key: occasion.caseId, statedOn, rank: 0 },
    contentHash: createHash('sha256').update(canonicalJson({ statement })).digest('hex'),
    statement,
  };
}

type Facts = Readonly<Record<string, FactValue>>;

function statementOf(facts: Facts): StandardStatement {
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
