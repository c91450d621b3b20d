import { explain, parse } from '@guiju/standard-numbers';
import type { LanguageText } from '../../portal/languages.ts';
import { statusCodes } from '../../portal/register-codes.ts';
import type { CoverageNow } from '../coverage.ts';
import type {
  AnswerProofView,
  CheckedRow,
  CheckedStandard,
  CheckListResultView,
  CheckOutcome,
  EndView,
} from '../pages/service-view.ts';
import type { StandardLink } from '../pages/standard-link.ts';
import { leadingTitle } from '../pages/titles.ts';
import { coverageStatement } from '../views/coverage.ts';
import { markOf, standardPath, unregistered, type ViewContext, withDays, written } from '../views/link.ts';
import { holderView } from '../views/naming.ts';
import type { EndAnswer, RowAnswer, StandardAnswer } from './answer.ts';
import type { KeptList } from './kept-lists.ts';
import { placeText } from './place-text.ts';

/** Rows on one page of an answer. */
export const rowsOfPage = 100;

interface Shown {
  readonly kept: KeptList;
  readonly rows: readonly RowAnswer[];
  readonly standings: ReadonlyMap<string, number>;
  readonly coverage: CoverageNow;
  readonly page: number;
  readonly standing?: string | undefined;
  /** All rows on one page, for printing. */
  readonly isWhole: boolean;
  /** Address of the installation, before the path of the list, and the name of its log. */
  readonly base: string;
  readonly origin: string;
}

/** A kept answer as its page shows it. */
export function resultView(shown: Shown, context: ViewContext): CheckListResultView {
  const { kept, standings, standing, page, isWhole } = shown;
  const href = listPath(kept.id);
  const count = (name: string): number => standings.get(name) ?? 0;
  const chosen = standing === undefined ? kept.total : count(standing);
  return {
    asOf: kept.asOf,
    checkedOn: kept.checkedOn,
    total: kept.total,
    summary: statusCodes
      .filter((status) => count(status) > 0)
      .map((status) => ({ status, count: count(status), href: `${href}?only=${status}` })),
    several: count('several'),
    notFound: count('not-in-register'),
    withoutNumber: kept.withoutNumber,
    notUnderstood: count('unknown-prefix') + count('malformed'),
    rows: shown.rows.map((row) => rowView(row, shown.coverage, context)),
    pagination: {
      kind: 'pages',
      current: page,
      last: isWhole ? 1 : Math.max(1, Math.ceil(chosen / rowsOfPage)),
      hrefOf: (to) =>
        `${href}?${new URLSearchParams({ ...(standing === undefined ? {} : { only: standing }), ...(to === 1 ? {} : { page: String(to) }) })}`,
    },
    xlsxHref: `${href}.xlsx`,
    printHref: isWhole ? undefined : `${href}/print`,
    watchAction: isWhole ? undefined : `${href}/watch`,
    fileName: kept.fileName ?? undefined,
    answerProof: proofView(shown),
    againHref: '/check-list',
  };
}

export function listPath(id: string): string {
  return `/check-list/${id}`;
}

/** What the answer rests on, so that anybody can check it later against the log. */
function proofView({ kept, base, origin }: Shown): AnswerProofView | undefined {
  const { id, resultHash, checkpoint, keptUntil } = kept;
  if (checkpoint === null) return undefined;
  return {
    list: id,
    address: base + listPath(id),
    keptUntil,
    origin,
    resultHash,
    treeSize: checkpoint.treeSize,
    rootHash: checkpoint.root,
    sealedAt: checkpoint.settledAt,
    jsonHref: `${listPath(id)}.json`,
    proofHref: `${listPath(id)}/proof.json`,
  };
}

function rowView(row: RowAnswer, coverage: CoverageNow, context: ViewContext): CheckedRow {
  return {
    row: row.row,
    place: { text: placeText(context.lang, row.place), lang: context.lang },
    asPasted: row.text,
    understoodAs: row.understoodAs[0],
    outcome: outcomeView(row, coverage, context),
  };
}

function outcomeView(row: RowAnswer, now: CoverageNow, context: ViewContext): CheckOutcome {
  const [first] = row.standards;
  if (row.outcome === 'found' && first) return { kind: 'found', found: standardView(first, context) };
  if (row.outcome === 'several')
    return { kind: 'several', found: row.standards.map((standard) => standardView(standard, context)) };
  if (row.problem !== null && 'prefix' in row.problem) return { kind: 'unknown-prefix', ...row.problem };
  if (row.problem !== null)
    return {
      kind: 'malformed',
      position: row.problem.position + 1,
      why: whyNot(row.text, context),
      nearest: row.problem.nearest ?? [],
    };
  return notInRegister(row, now, context);
}

/** What would be right at the place where reading stopped, in the words of the number library. */
export function whyNot(text: string, { lang }: Pick<ViewContext, 'lang'>): LanguageText {
  const sentence = explain(parse(text)).at(-1);
  return { text: (lang === 'en' ? sentence?.en : sentence?.zh) ?? '', lang };
}

function notInRegister(row: RowAnswer, now: CoverageNow, context: ViewContext): CheckOutcome {
  const number = row.understoodAs.join(context.lang === 'en' ? ' or ' : ' 或 ');
  const reading = parse(row.understoodAs[0] ?? row.text);
  const coverage =
    reading.outcome === 'recognized'
      ? coverageStatement(reading.number, now, context)
      : ({ of: { text: row.text, lang: 'en' }, records: 0, completeness: 'none', href: '/coverage' } as const);
  return { kind: 'not-in-register', number, coverage };
}

function standardView(standard: StandardAnswer, context: ViewContext): CheckedStandard {
  const titles = standard.titles.map(({ lang, text }) => ({ lang, text, standing: 'not-stated' as const }));
  return {
    standard: {
      number: standard.number,
      href: withDays(standardPath(standard.address), context),
      mark: markOf(standard),
      status: standard.today.status,
      title: titles.length === 0 ? undefined : leadingTitle(context.lang, titles, standard.number),
    },
    holder: standard.holder && holderView(standard.holder),
    statusToday: standard.today.status,
    statusOnDay: standard.onDay.status,
    doubtful: [
      ...(standard.today.certain === false ? (['statusToday'] as const) : []),
      ...(standard.onDay.certain === false ? (['statusOnDay'] as const) : []),
    ],
    replacedBy: standard.replacedBy.map(({ number, address, from, whole, locality }) => ({
      standard: linked(number, address),
      from: from ?? undefined,
      isPartial: !whole,
      locality: locality === null ? undefined : written(locality),
    })),
    amendments: standard.amendments.map(({ number, address }) => ({
      ...unregistered(number),
      href: standardPath(address),
    })),
    ended: standard.ended && endView(standard.ended, standard, context),
  };
}

const endedStatuses = ['withdrawn', 'numberCancelled', 'annulled'] as const;

function endView(ended: EndAnswer, { today, onDay }: StandardAnswer, { lang }: ViewContext): EndView | undefined {
  const how = endedStatuses.find((status) => status === today.status || status === onDay.status);
  if (how === undefined) return undefined;
  const by = ended.by.find((name) => name.lang === lang) ?? ended.by[0];
  return {
    how,
    on: ended.on ?? undefined,
    by,
    reason: ended.reason === null ? undefined : written(ended.reason),
    instead: ended.instead.map(({ number, address }) => linked(number, address)),
  };
}

function linked(number: string, address: string | null): StandardLink {
  return { ...unregistered(number), href: address === null ? undefined : standardPath(address) };
}
