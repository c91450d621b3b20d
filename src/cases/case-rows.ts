import type { RecordedEvent } from '../foundation/events.ts';
import { type Projection, projection, type RowContent, type TruthRow } from '../foundation/projection.ts';
import { caseOf, type Folded } from './case-state.ts';

/** A table of a case: what its rows say of where the case now stands. */
function caseTable<Content extends RowContent>(
  table: string,
  columns: readonly (keyof Content & string)[],
  contents: (folded: Folded, events: readonly RecordedEvent[]) => readonly Content[],
): Projection {
  return projection<Content>({
    kind: 'case',
    table,
    idColumn: 'case_id',
    columns,
    rows: (events): readonly TruthRow<Content>[] => {
      const folded = caseOf(events);
      return folded === undefined ? [] : contents(folded, events).map((content) => ({ valid: {}, content }));
    },
  });
}

interface CaseColumns extends RowContent {
  readonly number: string;
  readonly procedure: string;
  readonly version: number;
  readonly title: { readonly json: unknown };
  readonly stage: string;
  readonly stage_code: string | null;
  readonly since: string;
  readonly due_on: string | null;
  readonly opened_on: string;
  readonly outcome: string | null;
  readonly ended_on: string | null;
  readonly suspended_on: string | null;
  readonly plan_number: string | null;
  readonly is_brought_in: boolean;
}

const runningCase = caseTable<CaseColumns>(
  'running_case',
  [
    'number',
    'procedure',
    'version',
    'title',
    'stage',
    'stage_code',
    'since',
    'due_on',
    'opened_on',
    'outcome',
    'ended_on',
    'suspended_on',
    'plan_number',
    'is_brought_in',
  ],
  ({ number, state, shown }, events) => [
    {
      number,
      procedure: state.procedure,
      version: state.version,
      title: { json: titleOf(state.facts) },
      stage: state.stages['main']?.stage ?? '',
      stage_code: shown.stageCode ?? null,
      since: state.stages['main']?.since ?? state.openedOn,
      due_on: state.suspended?.due.day ?? shown.waits.find(({ track }) => track === 'main')?.due ?? null,
      opened_on: state.openedOn,
      outcome: shown.outcome ?? null,
      ended_on: state.ended?.on ?? null,
      suspended_on: state.suspended?.on ?? null,
      plan_number: textOf(state.facts['plan-number']),
      is_brought_in: events[0]?.type === 'case-brought-in',
    },
  ],
);

function titleOf(facts: Folded['state']['facts']): Readonly<Record<string, string>> {
  const zh = textOf(facts['title-zh']);
  const en = textOf(facts['title-en']);
  return { ...(zh === null ? {} : { zh }), ...(en === null ? {} : { en }) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

const caseFacts = caseTable<{ readonly fact: string; readonly place: number; readonly value: string }>(
  'case_fact',
  ['fact', 'place', 'value'],
  ({ state }) =>
    Object.entries(state.facts).flatMap(([fact, value]) => {
      const values = typeof value === 'object' ? value : [value];
      // Where a private text lies is for those who may read it; lists never show it.
      return values
        .map((one, index) => ({ fact, place: index + 1, value: String(one) }))
        .filter((row) => row.value !== '' && !row.value.startsWith('text:'));
    }),
);

const caseParties = caseTable<{ readonly party: string; readonly organization_id: string }>(
  'case_party',
  ['party', 'organization_id'],
  ({ state }) => Object.entries(state.parties).map(([party, organization_id]) => ({ party, organization_id })),
);

const caseWaits = caseTable(
  'case_wait',
  ['track', 'stage', 'role', 'organization_id', 'steps', 'since', 'due_on', 'due_confirmed', 'closes_on'],
  ({ shown }) =>
    shown.waits.map((wait) => ({
      track: wait.track,
      stage: wait.stage,
      role: wait.role,
      organization_id: wait.organization ?? null,
      steps: wait.steps,
      since: wait.since,
      due_on: wait.due ?? null,
      due_confirmed: wait.isConfirmed ?? null,
      closes_on: wait.closesOn ?? null,
    })),
);

const caseClocks = caseTable(
  'case_clock',
  ['clock', 'started_on', 'due_on', 'rule', 'jurisdiction', 'due_confirmed', 'extensions', 'stopped_on', 'takes_step'],
  ({ state, shown }) => {
    const { suspended } = state;
    const suspension =
      suspended === undefined
        ? []
        : [
            {
              clock: 'suspension',
              running: { startedOn: suspended.on, due: suspended.due, extensions: 0, stoppedOn: undefined },
            },
          ];
    const clocks = Object.entries(state.clocks).map(([clock, running]) => ({ clock, running }));
    return [...clocks, ...suspension].map(({ clock, running }) => ({
      clock,
      started_on: running.startedOn,
      due_on: running.due.day,
      rule: running.due.rule,
      jurisdiction: running.due.jurisdiction,
      due_confirmed: running.due.isConfirmed,
      extensions: running.extensions,
      stopped_on: running.stoppedOn ?? null,
      takes_step: shown.timed.includes(clock),
    }));
  },
);

const caseWindows = caseTable(
  'case_window',
  ['window_name', 'round', 'opened_on', 'closes_on', 'result', 'verdict', 'concluded_on', 'is_abandoned'],
  ({ state }) =>
    Object.entries(state.windows).flatMap(([window_name, rounds]) =>
      rounds.map((window, index) => ({
        window_name,
        round: index + 1,
        opened_on: window.openedOn,
        closes_on: window.closesOn,
        result: window.result === undefined ? null : { json: window.result },
        verdict: window.verdict ?? null,
        concluded_on: window.concludedOn ?? null,
        is_abandoned: window.isAbandoned === true,
      })),
    ),
);

const caseSteps = caseTable(
  'case_step',
  [
    'place',
    'step',
    'taken_on',
    'organization_id',
    'appointment_id',
    'role',
    'by_time',
    'is_witnessed',
    'is_entered_for',
    'channel',
    'elsewhere_on',
    'elsewhere_number',
  ],
  ({ state }) =>
    state.taken.map(({ step, on, by, isWitnessed, isEnteredFor, elsewhere }, index) => {
      const who = by === 'time' ? {} : by;
      return {
        place: index + 1,
        step,
        taken_on: on,
        organization_id: who.organization ?? null,
        appointment_id: who.appointment ?? null,
        role: who.role ?? null,
        by_time: by === 'time',
        is_witnessed: isWitnessed,
        is_entered_for: isEnteredFor === true,
        channel: elsewhere?.channel ?? null,
        elsewhere_on: elsewhere?.on ?? null,
        elsewhere_number: elsewhere?.number ?? null,
      };
    }),
);

const caseDocuments = caseTable(
  'case_document',
  ['kind', 'document_id', 'content_hash', 'brought_on', 'approved_hash', 'approved_on'],
  ({ state }) =>
    Object.entries(state.documents).map(([kind, { document, hash, on }]) => ({
      kind,
      document_id: document,
      content_hash: hash,
      brought_on: on,
      approved_hash: state.approvals[kind]?.hash ?? null,
      approved_on: state.approvals[kind]?.on ?? null,
    })),
);

export const caseProjections: readonly Projection[] = [
  runningCase,
  caseFacts,
  caseParties,
  caseWaits,
  caseClocks,
  caseWindows,
  caseSteps,
  caseDocuments,
];
