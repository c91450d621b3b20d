import type { Permission } from '../foundation/actor.ts';

const consent = 'Personal Information Protection Law, arts. 13 (1) and 15: consent, and its withdrawal';

/** Who may do what with watches. A reader asks at the public desk; what the reader may do follows from the link in the message. */
export const noticePermissions = {
  ask: {
    says: { 'zh-Hans': '申请关注', en: 'Ask to be told of changes' },
    action: 'notices.ask-watch',
    roles: ['public-desk'],
    basis: consent,
  },
  confirm: {
    says: { 'zh-Hans': '确认关注', en: 'Confirm the wish to be told' },
    action: 'notices.confirm-watch',
    roles: ['public-desk'],
    basis: consent,
  },
  stop: {
    says: { 'zh-Hans': '停止关注', en: 'Stop being told' },
    action: 'notices.stop-watch',
    roles: ['public-desk', 'operator'],
    basis: consent,
  },
  lapse: {
    says: { 'zh-Hans': '删除未确认的邮箱', en: 'Erase an address never confirmed' },
    action: 'notices.lapse-watch',
    roles: ['public-desk'],
    basis: 'Personal Information Protection Law, art. 47 (1): no longer necessary',
  },
} as const satisfies Readonly<Record<string, Permission>>;
