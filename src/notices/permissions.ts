import type { Permission } from '../foundation/actor.ts';

const consent = 'Personal Information Protection Law, arts. 13 (1) and 15: consent, and its withdrawal';

/** Who may do what with watches. A reader asks at the public desk; what the reader may do follows from the link in the message. */
export const noticePermissions = {
  ask: { action: 'notices.ask-watch', roles: ['public-desk'], basis: consent },
  confirm: { action: 'notices.confirm-watch', roles: ['public-desk'], basis: consent },
  stop: { action: 'notices.stop-watch', roles: ['public-desk', 'operator'], basis: consent },
  lapse: {
    action: 'notices.lapse-watch',
    roles: ['public-desk'],
    basis: 'Personal Information Protection Law, art. 47 (1): no longer necessary',
  },
} as const satisfies Readonly<Record<string, Permission>>;
