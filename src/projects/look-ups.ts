import { endOfPeriod, type FactValue, ruleOn } from '@guiju/procedure-language';
import { parse } from '@guiju/standard-numbers';
import type { LookUp } from '../cases/index.ts';
import type { Deps } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { briefsByKey, statusAt } from '../standards/index.ts';
import { listFact, textFact } from './act-words.ts';

type Facts = Readonly<Record<string, FactValue>>;

/** What procedures ask the register: by the names of their facts. */
export const projectLookUps: Readonly<Record<string, LookUp>> = {
  'is-in-force': async (deps, facts) => {
    const code = await statusNow(deps, textFact(facts, 'standard'));
    return code === 'inForce' || code === 'notYetInForce';
  },
  'chinese-published': async (deps, facts) => (await statusNow(deps, textFact(facts, 'standard'))) !== undefined,
  'chinese-changed': async (deps, facts) => {
    const code = await statusNow(deps, textFact(facts, 'standard'));
    return code === 'superseded' || code === 'withdrawn' || code === 'numberCancelled';
  },
  'review-due-on': reviewDueOn,
  similar: similarProjects,
};

type Asking = Pick<Deps, 'database' | 'clock' | 'definitions'>;

async function briefOf(deps: Asking, number: string | undefined) {
  const reading = number === undefined ? undefined : parse(number);
  if (reading?.outcome !== 'recognized') return undefined;
  const [brief] = await briefsByKey(deps.database, [reading.number.key], { day: deps.clock.today() });
  return brief;
}

async function statusNow(deps: Asking, number: string | undefined) {
  const brief = await briefOf(deps, number);
  return brief === undefined ? undefined : statusAt(brief, deps.clock.today()).code;
}

/** The later of publication and last review, and the cycle from then (Standardization Law, art. 29). */
async function reviewDueOn(deps: Asking, facts: Facts): Promise<FactValue> {
  const brief = await briefOf(deps, textFact(facts, 'standard'));
  if (brief === undefined) return '';
  const row = await deps.database.first<{
    readonly last: string | null;
  }>(sql`select greatest(published_on, reviewed_on) as last
    from standard where standard_id = ${brief.standardId} and upper_inf(known) order by lower(valid) desc nulls last limit 1`);
  const nature = textFact(facts, 'nature');
  const id =
    nature === 'guiding' ? 'review-cycle-guiding' : nature === 'mandatory' ? 'review-cycle-mandatory' : 'review-cycle';
  const rule = ruleOn(deps.definitions.rulebook, id, { day: deps.clock.today(), jurisdictions: [] });
  if (row?.last == null || rule?.content.kind !== 'period') return '';
  const { amount, unit } = rule.content.period;
  return endOfPeriod(row.last, { amount, unit }, deps.definitions.calendar).day;
}

/** How alike two titles have to be: the share of neighbouring characters they have in common. */
const alikeFrom = 0.6;
/** Titles that are compared at most. */
const comparedAtMost = 5_000;

/**
 * Running projects and standards in force whose titles are much alike, in the same class where one is given: an officer says
 * why the project goes on all the same.
 */
async function similarProjects(deps: Asking, facts: Facts): Promise<FactValue> {
  const title = textFact(facts, 'title-zh');
  if (title === undefined) return [];
  const ics = listFact(facts, 'ics');
  const own = textFact(facts, 'plan-number') ?? '';
  const replaced = new Set(listFact(facts, 'replaces'));
  const [cases, standards] = await Promise.all([
    deps.database.all<Named>(sql`select coalesce(plan_number, number) as number, title->>'zh' as title from running_case
      where upper_inf(known) and outcome is null and title->>'zh' is not null and coalesce(plan_number, '') <> ${own}
        and not (title->>'zh' = ${title} and opened_on >= ${deps.clock.today()}) limit ${comparedAtMost}`),
    ics.length === 0
      ? []
      : deps.database.all<Named>(sql`select number, (select t->>'text' from jsonb_array_elements(title) t where t->>'lang' = 'zh-Hans' limit 1) as title
          from standard where upper_inf(known) and ics && ${ics}::text[] and tier = 'national' and withdrawn_on is null limit ${comparedAtMost}`),
  ]);
  const pairs = pairsOf(title);
  return [...cases, ...standards]
    .filter(
      ({ number, title: other }) =>
        other !== null && !replaced.has(number) && alike(pairs, pairsOf(other)) >= alikeFrom,
    )
    .map(({ number, title: other }) => `${number} ${other}`)
    .slice(0, 20);
}

interface Named {
  readonly number: string;
  readonly title: string | null;
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, place) => plain.slice(place, place + 2)));
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
