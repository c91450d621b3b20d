import type { Part } from '../foundation/part.ts';
import { projectEvents } from './events.ts';
import { numberAssigned } from './number-acts.ts';
import { planItemAdjusted, planItemCancelled, planItemIssued } from './plan-acts.ts';
import { projectProjections } from './project-rows.ts';
import { announcementIssued, standardPublished } from './publish-acts.ts';
import { projectRefusals } from './refusals.ts';
import { toldActs } from './told-acts.ts';

/** Standards projects from the suggestion to publication and review: plans, numbers, announcements. */
export const part: Part = {
  name: 'projects',
  profiles: 'all',
  eventTypes: projectEvents,
  projections: projectProjections,
  refusals: projectRefusals,
  caseActs: [
    planItemIssued,
    planItemAdjusted,
    planItemCancelled,
    numberAssigned,
    announcementIssued,
    standardPublished,
    ...toldActs,
  ],
};
