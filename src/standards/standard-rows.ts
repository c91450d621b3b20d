import type { RecordedEvent } from '../foundation/events.ts';
import {
  type CountOf,
  changeFrom,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
  type TruthRow,
} from '../foundation/projection.ts';
import { identityOf } from './identity.ts';
import { byPrecedence, disagreements, merged } from './merge.ts';
import type { Implementation, StandardStatement } from './model.ts';
import { type StandardState, standardState } from './standard-state.ts';

interface StandardColumns extends RowContent {
  readonly number: string;
  readonly number_key: string;
  readonly tier: string | null;
  readonly nature: string | null;
  readonly region: string | null;
  readonly industry: string | null;
  readonly sector: string | null;
  readonly published_on: string | null;
  readonly implemented_on: string | null;
  readonly withdrawn_on: string | null;
}

const standardColumns = [
  'number',
  'number_key',
  'series_key',
  'work_key',
  'address',
  'scheme',
  'publisher',
  'tier',
  'kind',
  'nature',
  'title',
  'scope',
  'published_on',
  'published_as',
  'implemented_on',
  'implementations',
  'withdrawn_on',
  'withdrawn_as',
  'withdrawal',
  'cancelled_on',
  'suspensions',
  'reviewed_on',
  'reported_state',
  'reported_on',
  'reported_source',
  'stage',
  'stages',
  'edition',
  'ics',
  'ccs',
  'industry',
  'region',
  'sector',
  'topics',
  'committee',
  'department',
  'issuers',
  'drafters',
  'filing',
  'pages',
  'languages',
  'text_address',
  'remarks',
  'has_conflict',
] as const;

export const standardRows: Projection = projection<StandardColumns>({
  kind: 'standard',
  table: 'standard',
  idColumn: 'standard_id',
  columns: standardColumns,
  rows: (events) => {
    const state = standardState(events);
    const statement = merged(state.statements);
    if (!statement || state.isAnnulled) return [];
    const base = stateFrom<StandardColumns>([], {}, contentOf(statement, state));
    return state.changes.reduce(withChange, base);
  },
  counts: countsOf,
});

function contentOf(statement: StandardStatement, state: StandardState): StandardColumns {
  const identity = identityOf(state.identity.number);
  const winner = byPrecedence(state.statements).find((held) => held.statement.reported !== undefined);
  const tier = statement.tier ?? identity?.tier ?? null;
  return {
    number: state.identity.number,
    number_key: state.identity.numberKey,
    series_key: identity?.seriesKey ?? state.identity.numberKey,
    work_key: identity?.workKey ?? state.identity.numberKey,
    address: state.identity.address,
    scheme: identity?.scheme ?? 'unknown',
    publisher: identity?.publisher ?? '',
    tier,
    kind: statement.kind ?? identity?.kind ?? 'other',
    nature: statement.nature ?? identity?.nature ?? null,
    title: { json: statement.titles },
    scope: { json: statement.scope ?? [] },
    published_on: statement.publishedOn?.first ?? null,
    published_as: statement.publishedOn?.written ?? null,
    implemented_on: firstInForce(statement.implementations),
    implementations: { json: statement.implementations },
    withdrawn_on: statement.withdrawnOn?.first ?? null,
    withdrawn_as: statement.withdrawnOn?.written ?? null,
    withdrawal: statement.withdrawalReason === undefined ? null : { json: { reason: statement.withdrawalReason } },
    cancelled_on: null,
    suspensions: { json: [] },
    reviewed_on: statement.reviewedOn?.first ?? null,
    reported_state: statement.reported?.state ?? null,
    reported_on: winner?.source.statedOn ?? null,
    reported_source: winner?.source.name ?? null,
    stage: statement.stage ?? null,
    stages: { json: state.stages.length > 1 ? state.stages : [] },
    edition: statement.edition ?? null,
    ics: statement.ics,
    ccs: statement.ccs,
    industry: statement.industry ?? null,
    region: statement.region ?? identity?.region?.padEnd(6, '0') ?? null,
    sector: tier === 'sectoral' ? (identity?.publisher ?? null) : null,
    topics: statement.topics,
    committee: statement.committee ?? null,
    department: statement.department ?? null,
    issuers: statement.issuers,
    drafters: statement.drafters,
    filing: statement.filing === undefined ? null : { json: statement.filing },
    pages: statement.pages ?? null,
    languages: statement.languages ?? [],
    text_address: statement.textAddress ?? null,
    remarks: statement.remarks ?? null,
    has_conflict: state.statements.length > 1 && disagreements(state.statements).length > 0,
  };
}

/** The day of the whole standard; where each day is that of a use, the first of them. */
function firstInForce(implementations: readonly Implementation[]): string | null {
  const whole = implementations.find((one) => one.scope === undefined && one.date)?.date;
  const days = implementations.flatMap((one) => one.date?.first ?? []);
  return whole?.first ?? days.toSorted()[0] ?? null;
}

function withChange(
  rows: readonly TruthRow<StandardColumns>[],
  event: RecordedEvent,
): readonly TruthRow<StandardColumns>[] {
  const { data } = event;
  switch (event.type) {
    // Dates in law are contents of a row, whichever day they name (DESIGN 10, rule 4): these changes hold for every row.
    case 'standard-withdrawn':
      return changeFrom(
        rows,
        {},
        {
          withdrawn_on: String(data['withdrawnOn']),
          withdrawn_as: String(data['withdrawnOn']),
          withdrawal: { json: { by: data['by'], reason: data['reason'], instead: data['instead'] } },
        },
      );
    case 'standard-number-cancelled':
      return changeFrom(
        rows,
        {},
        {
          cancelled_on: String(data['cancelledOn']),
          withdrawal: { json: { by: data['by'], reason: data['reason'] } },
        },
      );
    case 'standard-suspended':
      return rows.map((row) => ({
        ...row,
        content: { ...row.content, suspensions: { json: [...suspensions(row), data] } },
      }));
    case 'standard-nature-changed':
      return changeFrom(rows, event, {
        nature: String(data['nature']),
        ...numberColumns(String(data['number'])),
        address: String(data['address']),
      });
    default:
      return rows;
  }
}

function suspensions(row: TruthRow<StandardColumns>): readonly unknown[] {
  const held = row.content['suspensions'];
  return typeof held === 'object' && held !== null && 'json' in held && Array.isArray(held.json) ? held.json : [];
}

function numberColumns(
  number: string,
): Pick<StandardColumns, 'number' | 'number_key'> & { series_key: string; work_key: string } {
  const identity = identityOf(number);
  return {
    number,
    number_key: identity?.numberKey ?? number,
    series_key: identity?.seriesKey ?? number,
    work_key: identity?.workKey ?? number,
  };
}

/** A standard is counted as registered, published, implemented and withdrawn, each on the day of its occasion. */
function countsOf(row: TruthRow<StandardColumns>): readonly CountOf[] {
  const { content, valid } = row;
  // A standard whose nature changed has several rows; it is counted by the one that holds last.
  if (valid.until !== undefined) return [];
  const region = content.region === null ? Number.NaN : Number(content.region);
  const of = (occasion: string, validOn: string | null): readonly CountOf[] =>
    validOn === null
      ? []
      : [
          {
            measure: 'standard',
            occasion,
            validOn,
            ...(content.tier === null ? {} : { tier: content.tier }),
            ...(content.nature === null ? {} : { nature: content.nature }),
            ...(Number.isInteger(region) ? { region } : {}),
            ...(content.industry === null ? {} : { industry: content.industry }),
            ...(content.sector === null ? {} : { topic: content.sector }),
          },
        ];
  return [
    // A stock without a day in law: it counts on every day the register is asked about.
    ...of('registered', '0001-01-01'),
    ...of('published', content.published_on),
    ...of('implemented', content.implemented_on),
    ...of('withdrawn', content.withdrawn_on),
  ];
}
