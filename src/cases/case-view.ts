import {
  type CompiledProcedure,
  type DueCheck,
  dueProcess,
  explain,
  type Finding,
  type InBoth,
  type StepDefinition,
  waitingFor,
} from '@guiju/procedure-language';
import { organizationName, organizationsById } from '../bodies/index.ts';
import type { Visitor } from '../foundation/actor.ts';
import type { Deps } from '../foundation/part.ts';
import type { Language } from '../portal/languages.ts';
import { inLanguage } from '../rulebook/index.ts';
import type { CaseHouse } from './case-desk.ts';
import type { HeldCase } from './case-state.ts';
import { judged, takersOf } from './step-desk.ts';

/** A step as the page of a case offers it. */
export interface OfferedStep {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly who: string;
  /** Whether the visitor is one of those who can take it. */
  readonly isYours: boolean;
  readonly isReady: boolean;
  /** What is in the way beside what the form asks for. */
  readonly missing: readonly string[];
}

export interface CaseWaiting {
  readonly stage: string;
  readonly since: string;
  readonly due?: { readonly day: string; readonly isConfirmed: boolean; readonly rule: string };
  readonly window?: { readonly title: string; readonly closesOn: string };
  readonly steps: readonly OfferedStep[];
}

/** Everything the page of a case shows. */
export interface CaseView {
  readonly number: string;
  readonly procedure: CompiledProcedure;
  readonly held: HeldCase;
  readonly title: string;
  readonly otherTitle?: { readonly lang: Language; readonly text: string };
  readonly waiting: readonly CaseWaiting[];
  readonly checks: readonly DueCheck[];
  readonly names: ReadonlyMap<string, string>;
  readonly documentTitle: (kind: string) => InBoth;
  readonly ruleTitle: (rule: string) => InBoth;
  /** False for a reader who takes no part: documents and decisions stay with those who do. */
  readonly isPartaker: boolean;
}

/** What a visitor is shown of a case; undefined when it is not theirs to see and not public. */
export async function caseView(
  deps: Deps,
  house: CaseHouse,
  asked: { readonly held: HeldCase; readonly visitor: Visitor | undefined; readonly lang: Language },
): Promise<CaseView | undefined> {
  const { held, visitor, lang } = asked;
  const procedure = house.library.of(held.state.procedure, held.state.version);
  const isPartaker = takesPart(held, visitor);
  if (!isPartaker && !isPublic(procedure, held)) return undefined;
  const organizations = await organizationsById(deps.database, Object.values(held.state.parties), deps.clock.today());
  const names = new Map([...organizations].map(([id, organization]) => [id, organizationName(organization, lang)]));
  return {
    number: held.number,
    procedure,
    held,
    ...titlesOf(held, lang),
    waiting: await waitingView(deps, house, { ...asked, procedure }),
    checks: dueProcess(procedure, held.state),
    names,
    documentTitle: house.titles.document,
    ruleTitle: (rule) => house.library.rulebook.get(rule)?.title ?? { zh: rule, en: rule },
    isPartaker,
  };
}

/** Roles that see every case, whatever its parties. */
const overseers: ReadonlySet<string> = new Set([
  'operator',
  'administrator',
  'auditor',
  'sac-officer',
  'sac-approver',
  'evaluation-officer',
]);

/** Whether a visitor takes part in a case: for an organization in it, by a role it waits for, or by overseeing all. */
export function takesPart(held: HeldCase, visitor: Visitor | undefined): boolean {
  if (visitor === undefined) return false;
  if (visitor.task !== undefined)
    return visitor.task.kind === 'case-step' && visitor.task.key.startsWith(held.streamId);
  const parties = new Set(Object.values(held.state.parties));
  return visitor.appointments.some(({ role, organization }) => overseers.has(role) || parties.has(organization));
}

/** Whether a step was taken with which cases of the procedure become public. */
export function isPublic(procedure: CompiledProcedure, held: HeldCase): boolean {
  return held.state.taken.some(({ step }) => procedure.publicWith.includes(step));
}

export function titlesOf(held: Pick<HeldCase, 'state'>, lang: Language): Pick<CaseView, 'title' | 'otherTitle'> {
  const zh = held.state.facts['title-zh'];
  const en = held.state.facts['title-en'];
  const own = lang === 'en' ? en : zh;
  const other = lang === 'en' ? zh : en;
  if (typeof own === 'string' && own !== '')
    return typeof other === 'string' && other !== ''
      ? { title: own, otherTitle: { lang: lang === 'en' ? 'zh-Hans' : 'en', text: other } }
      : { title: own };
  return { title: typeof other === 'string' ? other : '' };
}

interface Asked {
  readonly held: HeldCase;
  readonly visitor: Visitor | undefined;
  readonly lang: Language;
  readonly procedure: CompiledProcedure;
}

async function waitingView(deps: Deps, house: CaseHouse, asked: Asked): Promise<readonly CaseWaiting[]> {
  const { held, lang, procedure } = asked;
  return Promise.all(
    waitingFor(procedure, held.state).map(async (waiting): Promise<CaseWaiting> => {
      const steps = await Promise.all(waiting.steps.map(({ step }) => offered(deps, house, { ...asked, step })));
      const { due, window } = waiting;
      const title = procedure.stage(waiting.stage)?.title;
      const windowTitle = window === undefined ? undefined : procedure.windowOf(window.id)?.title;
      return {
        stage: title === undefined ? waiting.stage : inLanguage(lang, title),
        since: waiting.since,
        steps,
        ...(due === undefined ? {} : { due: { day: due.day, isConfirmed: due.isConfirmed, rule: due.rule } }),
        ...(window === undefined || windowTitle === undefined
          ? {}
          : { window: { title: inLanguage(lang, windowTitle), closesOn: window.closesOn } }),
      };
    }),
  );
}

async function offered(
  deps: Deps,
  house: CaseHouse,
  { held, visitor, lang, procedure, step }: Asked & { readonly step: StepDefinition },
): Promise<OfferedStep> {
  const entered = { step: step.id, on: deps.clock.today() };
  const takers = takersOf(visitor, deps.publicDesk);
  const { decision } = await judged(deps, house, { held, step, entered, takers });
  const unmet = decision.trace.filter(({ isMet }) => !isMet);
  const missing = unmet.filter(({ check }) => !isOfForm(check) && check !== 'actor');
  return {
    id: step.id,
    title: inLanguage(lang, step.title),
    href: `/cases/${held.number}/steps/${step.id}`,
    who: whoTakes(step, house, procedure, lang),
    isYours: unmet.every(({ check }) => check !== 'actor' && check !== 'not-by' && check !== 'not-of'),
    isReady: missing.length === 0,
    missing: missing.map((finding) => sentence(finding, house, procedure, lang)),
  };
}

/** What the form of the step itself asks for is no obstacle to opening it. */
export function isOfForm(check: Finding['check']): boolean {
  return (
    check.startsWith('form-') ||
    check.startsWith('fact-') ||
    check.startsWith('document-') ||
    check === 'window-result' ||
    check === 'window-closes' ||
    check === 'party-required' ||
    check === 'into-required' ||
    check === 'approved' ||
    check === 'all' ||
    check === 'any'
  );
}

export function sentence(finding: Finding, house: CaseHouse, procedure: CompiledProcedure, lang: Language): string {
  return inLanguage(lang, explain(finding, procedure, house.titles));
}

/** Who takes a step, in words: the roles, each with the place it is held for. */
export function whoTakes(step: StepDefinition, house: CaseHouse, procedure: CompiledProcedure, lang: Language): string {
  const names = step.by.map(({ role, of }): InBoth => {
    if (role === 'anyone') return { zh: '任何人', en: 'anybody' };
    const title = house.titles.role(role);
    const party = of === undefined ? undefined : procedure.party(of)?.title;
    return party === undefined ? title : { zh: `${party.zh}（${title.zh}）`, en: `${party.en} (${title.en})` };
  });
  return names.map((name) => inLanguage(lang, name)).join(lang === 'en' ? ' or ' : '或');
}
