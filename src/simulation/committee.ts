import { houseOf, loadCases, openAtDesk, takeStepAtDesk } from '../cases/index.ts';
import { enterDocument, takeContent } from '../documents/index.ts';
import type { Actor } from '../foundation/actor.ts';
import { addDays } from '../foundation/clock.ts';
import type { Deps, ShowProgress } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { populate, type RehearsalHouse, type Rehearsed } from './house.ts';
import { type ScriptedStep, subjects, voluntaryStandard } from './project-script.ts';

export interface SimulatedCommittee {
  readonly people: readonly Rehearsed[];
  readonly cases: number;
}

/**
 * Fills a rehearsal installation with a committee, its authorities and a project at every stage, all made up and saying so.
 *
 * @throws Refusal `simulation.installation-is-real`, `simulation.not-empty`
 */
export async function simulateCommittee(deps: Deps, progress: ShowProgress): Promise<SimulatedCommittee> {
  if (deps.installation.nature !== 'rehearsal') throw refusal('simulation.installation-is-real');
  const held = await deps.database.first(sql`select 1 from running_case limit 1`);
  if (held !== undefined) throw refusal('simulation.not-empty');
  const house = await populate(deps);
  const shown = progress('样例项目 sample projects', voluntaryStandard.length);
  // One project for each step of the way: it stands where that step has brought it.
  for (const [place] of voluntaryStandard.entries()) {
    await project(deps, house, place);
    shown.at(place + 1);
  }
  shown.end();
  return { people: house.people, cases: voluntaryStandard.length };
}

/** A project whose last step so far was taken some days ago. */
async function project(deps: Deps, rehearsal: RehearsalHouse, last: number): Promise<void> {
  const steps = voluntaryStandard.slice(0, last + 1);
  const today = deps.clock.today();
  const first = addDays(today, -((steps.at(-1)?.after ?? 0) + 3 + (last % 9)));
  const house = houseOf(deps);
  let key: { readonly homeId: string; readonly caseId: string } | undefined;
  for (const step of steps) {
    const taker = await rehearsal.actor(step.by, step.second === true);
    const on = addDays(first, step.after);
    const caseId = key?.caseId ?? deps.random.uuid();
    const bringing = { step, caseId, actor: taker.actor, on };
    const entered = {
      step: step.step,
      on,
      facts: { ...factsOf(step, last, on), ...step.facts },
      documents: await documentsOf(deps, bringing),
      ...(step.closesAfter === undefined ? {} : { closesOn: addDays(first, step.closesAfter) }),
      ...(step.result === undefined ? {} : { result: step.result }),
      ...(step.enteredFor === undefined ? {} : { enteredFor: step.enteredFor, ...(await scanOf(deps, bringing)) }),
    };
    const request = { entered, key: `rehearsal ${caseId} ${step.step}` };
    if (key === undefined)
      key = await openAtDesk(deps, house, {
        ...request,
        procedure: 'national-voluntary',
        caseId,
        parties: rehearsal.parties,
        taker,
      });
    else {
      const held = (await loadCases(deps.database, [key], deps.types)).get(key.caseId);
      if (held === undefined) throw new Error('A case of the rehearsal is gone.');
      await takeStepAtDesk(deps, house, { ...request, held, takers: [taker] });
    }
  }
}

function factsOf({ step }: ScriptedStep, place: number, on: string): Readonly<Record<string, string | boolean>> {
  const subject = subjects[place % subjects.length];
  if (step === 'suggest' && subject !== undefined)
    return {
      'title-zh': subject.zh,
      'title-en': subject.en,
      scope: '样例：规定要求、试验方法和标志。',
      'project-kind': 'new',
      adoption: 'none',
      'from-association': false,
    };
  if (step === 'publish')
    return { announcement: `样例 ${on.slice(0, 4)} 年第 1 号`, 'published-on': on, 'implemented-on': addDays(on, 184) };
  return {};
}

interface Bringing {
  readonly step: ScriptedStep;
  readonly caseId: string;
  readonly actor: Actor;
  readonly on: string;
}

/** Short texts that say that they are samples, kept as any document is. */
async function documentsOf(deps: Deps, { step, caseId, actor, on }: Bringing, kinds = step.documents ?? []) {
  const brought: Record<string, { readonly document: string; readonly hash: string; readonly on: string }> = {};
  for (const kind of kinds) {
    const title = deps.definitions.documentKinds.get(kind)?.zh ?? kind;
    const text = `样例文件：${title}\n项目 ${caseId}\n${on}\n本文件为演练数据，不具有任何效力。\n`;
    const content = await takeContent(deps, { name: `${kind}.txt`, bytes: Buffer.from(text, 'utf8') });
    const input = {
      home: actor.organization,
      subject: { kind: 'case', key: caseId },
      kind,
      title: `样例 ${title}`,
      lang: 'zh-Hans',
      access: {},
      content,
    };
    const { events } = await deps.executor.execute(enterDocument, input, { actor, key: deps.random.uuid() });
    brought[kind] = { document: events[0]?.streamId ?? '', hash: content.hash, on };
  }
  return brought;
}

async function scanOf(deps: Deps, bringing: Bringing) {
  const { scan } = await documentsOf(deps, bringing, ['scan']);
  return scan === undefined ? {} : { scan: { document: scan.document, hash: scan.hash } };
}
