import type { Part } from '../foundation/part.ts';
import type { CaseAct } from './case-act.ts';
import { caseCommand } from './case-command.ts';
import type { LookUp } from './case-desk.ts';
import { caseProjections } from './case-rows.ts';
import { caseEvents } from './events.ts';
import { houseOf } from './house.ts';
import { casePermissions } from './permissions.ts';
import { caseRefusals } from './refusals.ts';
import { caseRoutes } from './routes.tsx';
import { caseTimer } from './timer.ts';

declare module '../foundation/part.ts' {
  interface Part {
    /** What steps of procedures do in the registers of this part. */
    readonly caseActs?: readonly CaseAct[];
    /** Facts that procedures look up in the registers of this part, by name. */
    readonly caseLookUps?: Readonly<Record<string, LookUp>>;
  }
}

/** Running procedures: stage, tasks, deadlines and decisions of each case; the inbox. */
export const part: Part = {
  name: 'cases',
  profiles: 'all',
  eventTypes: caseEvents,
  projections: caseProjections,
  refusals: caseRefusals,
  permissions: Object.values(casePermissions),
  navigation: [{ path: '/work', zh: '我的工作', en: 'My work', order: 5, isForVisitors: true }],
  routes: caseRoutes,
  commands: [caseCommand],
  loops: (deps) => [caseTimer(deps, houseOf(deps))],
};

export type { ActMade, ActMaking, ActOccasion, CaseAct } from './case-act.ts';
export type { LookUp } from './case-desk.ts';
export { changeDocument } from './change-document.ts';
export { type CaseKey, loadCases } from './facts.ts';
export { houseOf } from './house.ts';
export { inboxOf } from './queries.ts';
export { openAtDesk, takeStepAtDesk } from './step-desk.ts';
export { casePermissions };
