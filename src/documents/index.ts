import type { Part } from '../foundation/part.ts';
import { documentEvents } from './events.ts';
import { documentRefusals } from './refusals.ts';
import { documentProjections } from './rows.ts';

/** Files and their versions, who may read them, what was approved. */
export const part: Part = {
  name: 'documents',
  profiles: 'all',
  eventTypes: documentEvents,
  projections: documentProjections,
  refusals: documentRefusals,
};

export { addVersion } from './add-version.ts';
export { approveVersion } from './approve-version.ts';
export { bindScan } from './bind-scan.ts';
export { changeAccess } from './change-access.ts';
export { enterDocument } from './enter-document.ts';
export { eraseContent } from './erase-content.ts';
export {
  type ApprovalStanding,
  approvalStandings,
  currentVersion,
  type DocumentState,
  type DocumentSubject,
  type DocumentVersion,
} from './model.ts';
export {
  approvalsOf,
  type DocumentRecord,
  documentAt,
  documentsOf,
  documentVersion,
  type FoundContent,
} from './queries.ts';
export { contentStore, wholeContent } from './store/content-store.ts';
export { type TextAsked, type TextFacts, type TextVerdict, textAccess } from './text-access.ts';
export { withdrawDocument } from './withdraw-document.ts';
