import type { RefusalTexts } from '../foundation/refusal.ts';

/** What accounts, links and tokens are refused for. Nothing here says whether somebody has an account. */
export const accessRefusals: RefusalTexts = {
  'access.sign-in-refused': {
    category: 'invalid',
    zh: '邮箱与密码不相符，或者没有这样的账户。',
    en: 'E-mail and password do not belong together, or there is no such account.',
    remedyZh: '核对后再试；忘记密码时用“找回密码”。',
    remedyEn: 'Check both and try again; a forgotten password is replaced by “Recover”.',
  },
  'access.code-refused': {
    category: 'invalid',
    zh: '验证码不对，或者登录等待太久。',
    en: 'The code is not right, or signing in took too long.',
    remedyZh: '输入动态口令程序现在显示的六位数字，或者一个没用过的恢复码；仍不行则重新登录。',
    remedyEn:
      'Enter the six digits the program shows now, or a recovery code not used yet; or sign in again from the start.',
  },
  'access.too-many-attempts': {
    category: 'too-many',
    zh: '失败次数过多，{seconds} 秒内不再接受登录。',
    en: 'Too many attempts failed; no further one is taken for {seconds} seconds.',
    remedyZh: '等待后再试，或者用“找回密码”。',
    remedyEn: 'Wait and try again, or use “Recover”.',
  },
  'access.password-short': {
    category: 'invalid',
    zh: '密码少于 {shortest} 个字符，或者多于 {longest} 个。',
    en: 'The password has fewer than {shortest} characters, or more than {longest}.',
    remedyZh: '用几个词连成一句，容易记也够长；不要求大小写或符号。',
    remedyEn:
      'Join some words into a phrase: easy to keep in mind and long enough; no capitals or signs are asked for.',
  },
  'access.password-wrong': {
    category: 'invalid',
    zh: '现用密码不对，没有改变任何内容。',
    en: 'The present password is not right; nothing was changed.',
    remedyZh: '重新输入现用密码。',
    remedyEn: 'Enter the present password again.',
  },
  'access.link-not-valid': {
    category: 'gone',
    zh: '这个链接已使用过、已过期，或者不完整；没有改变任何内容。',
    en: 'This link was used already, its time has passed, or it is not complete; nothing was changed.',
    remedyZh: '找回密码可重新申请；邀请由发出的人重发；首位管理员的链接由 guiju admin invite 重新生成。',
    remedyEn:
      'Ask for a new one: “Recover” for a password, the sender for an invitation, guiju admin invite for the first administrator.',
  },
  'access.provider-not-reached': {
    category: 'unavailable',
    zh: '统一身份认证现在不可用。',
    en: 'The provider of identities does not answer now.',
    remedyZh: '稍后再试，或者用邮箱和密码登录。',
    remedyEn: 'Try again later, or sign in with e-mail and password.',
  },
  'access.provider-unknown-person': {
    category: 'not-permitted',
    zh: '统一身份认证所报的邮箱没有登记给任何人，或者未经核实；没有登录。',
    en: 'The address the provider gave is entered for nobody, or the provider has not verified it; nobody was signed in.',
    remedyZh: '由机构管理员先登记；已有账户的，登录后在“账户”页关联。',
    remedyEn:
      'Have the administrator of the organization enter it; who has an account signs in and joins the provider on the page “Account”.',
  },
  'access.form-token-missing': {
    category: 'not-permitted',
    zh: '浏览器没有说明表单来自哪里，表单也没有带校验码，没有执行。',
    en: 'The browser did not say where the form came from, and the form held no token; nothing was carried out.',
    remedyZh: '在本站重新打开页面再提交。',
    remedyEn: 'Open the page on this site again and send the form from there.',
  },
  'access.token-not-valid': {
    category: 'not-signed-in',
    zh: '接口令牌无效：不存在、已过期、已停用，或者所属任职已结束。',
    en: 'The token is not valid: unknown, past its day, ended, or its appointment has ended.',
    remedyZh: '在“账户 – 令牌”重新生成。',
    remedyEn: 'Make another one under “Account – tokens”.',
  },
  'access.token-read-only': {
    category: 'not-permitted',
    zh: '这个接口令牌只能读取，没有写入。',
    en: 'This token may only read; nothing was written.',
    remedyZh: '生成一个列明所需操作的令牌。',
    remedyEn: 'Make a token that names the actions needed.',
  },
  'access.token-not-made': {
    category: 'invalid',
    zh: '令牌不能这样设定：任职须是本人现任的，期限在一年以内，操作须是该任职所允许的。',
    en: 'The token cannot be made so: the appointment is your own of today, the day lies within a year, and the actions are those the appointment gives.',
    remedyZh: '重新选择任职、期限和操作。',
    remedyEn: 'Choose appointment, day and actions again.',
  },
  'access.task-day-wrong': {
    category: 'invalid',
    zh: '办理链接的截止日“{until}”不是今天以后的日期。',
    en: 'The last day of the link, “{until}”, is no day from today on.',
    remedyZh: '写今天或以后的日期，例如 2026-05-01。',
    remedyEn: 'Give today or a later day, such as 2026-05-01.',
  },
  'access.task-link-unknown': {
    category: 'gone',
    zh: '这个办理链接不完整，或者不属于这件事。',
    en: 'This link is not complete, or does not belong to this task.',
    remedyZh: '从邮件中完整复制链接；仍打不开时，由发出的秘书处重发，或者登录办理。',
    remedyEn: 'Copy the whole link from the letter; if it still does not open, ask its sender for another, or sign in.',
  },
  'access.task-link-used': {
    category: 'gone',
    zh: '这个办理链接已用过一次，所提交的内容已经收到。',
    en: 'This link was used; what was sent by it has been received.',
    remedyZh: '要更改，由发出的秘书处重发链接，或者登录办理。',
    remedyEn: 'To change it, ask the sender for another link, or sign in.',
  },
  'access.task-link-replaced': {
    category: 'gone',
    zh: '这个办理链接已由后来的一个代替。',
    en: 'A later link has taken the place of this one.',
    remedyZh: '用最近一封邮件中的链接。',
    remedyEn: 'Use the link of the newest letter.',
  },
  'access.task-link-over': {
    category: 'gone',
    zh: '这个办理链接的最后一天是 {until}，已经过期。',
    en: 'The last day of this link was {until}.',
    remedyZh: '期限仍未结束的，由发出的秘书处重发，或者登录办理。',
    remedyEn: 'If the task is still open, ask its sender for another link, or sign in.',
  },
  'access.session-unknown': {
    category: 'not-found',
    zh: '没有这样的登录会话，或者它已经结束。',
    en: 'There is no such session, or it has ended.',
    remedyZh: '刷新“账户”页查看现有会话。',
    remedyEn: 'Open the page “Account” again for the sessions there are.',
  },
};
