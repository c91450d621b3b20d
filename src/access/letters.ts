type Language = 'zh-Hans' | 'en';

interface Lettering {
  readonly lang: Language;
  /** What the installation is called. */
  readonly name: string;
  readonly link: string;
  readonly hours: number;
}

interface LetterText {
  readonly subject: string;
  readonly text: string;
}

/** Invites a person to open the account that goes with an appointment. */
export function invitationLetter({ lang, name, link, hours }: Lettering): LetterText {
  const days = Math.round(hours / 24);
  if (lang === 'en')
    return {
      subject: `Your account in ${name}`,
      text: paragraphs(
        `You have been entered in ${name}. Within ${days} days this address opens your account; it works once:`,
        `    ${link}`,
        'There you set a password. If you do not know why you get this letter, do nothing: no account is opened.',
      ),
    };
  return {
    subject: `${name}：开通账户`,
    text: paragraphs(
      `${name}已为本邮箱的使用人登记。${days} 天内打开下面的网址即可开通账户，只能用一次：`,
      `    ${link}`,
      '在页面上设置密码。如不知道为何收到本邮件，不必理会，账户不会开通。',
    ),
  };
}

/** A link to a new password. */
export function recoveryLetter({ lang, name, link, hours }: Lettering): LetterText {
  if (lang === 'en')
    return {
      subject: `A new password for ${name}`,
      text: paragraphs(
        `Somebody, probably you, asked for a new password for ${name}. Within ${hours} hour this address lets you set it; it works once:`,
        `    ${link}`,
        'If it was not you, do nothing: the password stays as it is.',
      ),
    };
  return {
    subject: `${name}：找回密码`,
    text: paragraphs(
      `有人（大概就是本邮箱的使用人）要求重设${name}的密码。${hours} 小时内打开下面的网址即可重设，只能用一次：`,
      `    ${link}`,
      '如果不是本人提出，不必理会，密码不变。',
    ),
  };
}

/** Confirms that whoever opened an account reads the letters to its address. */
export function confirmationLetter({ lang, name, link, hours }: Lettering): LetterText {
  if (lang === 'en')
    return {
      subject: `Confirm your address for ${name}`,
      text: paragraphs(
        `An account of ${name} names this address. Within ${hours} hours, open this address and press the button:`,
        `    ${link}`,
        'Only a confirmed address can recover a forgotten password.',
      ),
    };
  return {
    subject: `${name}：确认邮箱`,
    text: paragraphs(
      `${name}的一个账户登记了本邮箱。${hours} 小时内打开下面的网址并按页面上的按钮：`,
      `    ${link}`,
      '只有经确认的邮箱才能用来找回密码。',
    ),
  };
}

function paragraphs(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
