import type { Part } from '../foundation/part.ts';
import { watchEvents } from './events.ts';
import { noticePermissions } from './permissions.ts';
import { noticeRefusals } from './refusals.ts';
import { watchRows } from './watch-rows.ts';

export const part: Part = {
  name: 'notices',
  profiles: 'all',
  eventTypes: watchEvents,
  projections: [watchRows],
  permissions: Object.values(noticePermissions),
  refusals: noticeRefusals,
  keptTables: ['watch_mark', 'message'],
};

export { emailAddress } from '../foundation/email-address.ts';
export { isLinkToken } from '../foundation/link-token.ts';
export { type Post, postOf } from '../foundation/post.ts';
export { takeAllowance } from './allowance.ts';
export { confirmWatch } from './confirm-watch.ts';
export { messengerLoops } from './messenger.ts';
export type { ToldChange, WatchedState, WatchSource, WatchSubject } from './model.ts';
export { confirmationHours } from './model.ts';
export { noticeRefusals } from './refusals.ts';
export { stopWatch } from './stop-watch.ts';
export { askToBeTold } from './watch-desk.ts';
export { type Watch, watchAt, watchedKeys } from './watches.ts';
