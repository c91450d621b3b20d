import type { RefusalTexts } from '../foundation/refusal.ts';

/** What the messenger refuses. Nothing here says whether an address is known. */
export const noticeRefusals: RefusalTexts = {
  'notices.email-not-understood': {
    category: 'invalid',
    zh: '“{value}”不是电子邮箱地址。',
    en: '“{value}” is not an e-mail address.',
    remedyZh: '核对，写成 name@example.org 的形式。',
    remedyEn: 'Check it; it is written like name@example.org.',
  },
  'notices.too-many-confirmations': {
    category: 'too-many',
    zh: '今天从这里已要求发送 {limit} 次确认邮件，本次没有发送。',
    en: '{limit} confirmations were asked for from here today; this one was not sent.',
    remedyZh: '明天再试；不留邮箱也可以用订阅源（Atom）关注。',
    remedyEn: 'Try again tomorrow, or follow by feed (Atom), which needs no address.',
  },
  'notices.link-not-valid': {
    category: 'gone',
    zh: '这个链接已使用过、已过期，或者不完整；没有改变任何内容。',
    en: 'This link was used already, its time has passed, or it is not complete; nothing was changed.',
    remedyZh: '回到要关注的标准、检索或清单，重新申请。',
    remedyEn: 'Go back to the standard, search or list and ask again.',
  },
};
