import type { Part } from '../foundation/part.ts';
import { watchEvents } from './events.ts';
import { noticeRefusals } from './refusals.ts';
import { watchRows } from './watch-rows.ts';

export const part: Part = {
  name: 'notices',
  profiles: 'all',
  eventTypes: watchEvents,
  projections: [watchRows],
  refusals: noticeRefusals,
  keptTables: ['watch_mark', 'message'],
};

export { takeAllowance } from './allowance.ts';
export { confirmWatch } from './confirm-watch.ts';
export { isLinkToken } from '../foundation/link-token.ts';
export { messengerLoops } from './messenger.ts';
export type { ToldChange, WatchedState, WatchSource, WatchSubject } from './model.ts';
export { emailAddress } from '../foundation/email-address.ts';
export { confirmationHours } from './model.ts';
export { type Post, postOf } from '../foundation/post.ts';
export { noticeRefusals } from './refusals.ts';
export { stopWatch } from './stop-watch.ts';
export { askToBeTold } from './watch-desk.ts';
export { type Watch, watchAt, watchedKeys } from './watches.ts';
