import type { Part } from '../foundation/part.ts';
import { projectEvents } from './events.ts';
import { projectLookUps } from './look-ups.ts';
import { numberAssigned } from './number-acts.ts';
import { planItemAdjusted, planItemCancelled, planItemIssued } from './plan-acts.ts';
import { projectProjections } from './project-rows.ts';
import {
  amendmentPublished,
  announcementIssued,
  foreignVersionPublished,
  referenceMaterialPublished,
  standardConfirmed,
  standardPublished,
  standardWithdrawn,
} from './publish-acts.ts';
import { projectRefusals } from './refusals.ts';
import { projectRoutes } from './routes.tsx';
import { toldActs } from './told-acts.ts';

/** Standards projects from the suggestion to publication and review: plans, numbers, announcements. */
export const part: Part = {
  name: 'projects',
  profiles: 'all',
  eventTypes: projectEvents,
  projections: projectProjections,
  refusals: projectRefusals,
  navigation: [{ path: '/projects', zh: '计划与项目', en: 'Projects', order: 15 }],
  routes: projectRoutes,
  caseActs: [
    planItemIssued,
    planItemAdjusted,
    planItemCancelled,
    numberAssigned,
    announcementIssued,
    standardPublished,
    amendmentPublished,
    referenceMaterialPublished,
    foreignVersionPublished,
    standardConfirmed,
    standardWithdrawn,
    ...toldActs,
  ],
  caseLookUps: projectLookUps,
};
