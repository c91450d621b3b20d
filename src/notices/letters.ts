import type { ToldChange, WatchSubject } from './model.ts';

type Language = 'zh-Hans' | 'en';

/** Subject line and text of a message, plain text alone. */
export interface LetterText {
  readonly subject: string;
  readonly text: string;
}

interface Confirming {
  readonly lang: Language;
  readonly subject: WatchSubject;
  readonly name: string;
  readonly link: string;
  readonly hours: number;
  readonly days: number;
}

/** Asks the reader to confirm; says what happens when the reader does nothing. */
export function confirmationLetter({ lang, subject, name, link, hours, days }: Confirming): LetterText {
  const label = named(subject, lang);
  if (lang === 'en') {
    return {
      subject: `Please confirm: follow ${label}`,
      text: paragraphs(
        `Somebody, probably you, asked ${name} to send this address a message whenever something changes about:`,
        `    ${label}`,
        `To confirm, open this address within ${hours} hours and press the button:`,
        `    ${link}`,
        `If it was not you, do nothing: no further message is sent, and this address is erased after ${days} days.`,
      ),
    };
  }
  return {
    subject: `待确认：关注${label}`,
    text: paragraphs(
      `有人（大概就是本邮箱的使用人）要求${name}在以下内容有变化时发邮件到本邮箱：`,
      `    ${label}`,
      `如确认，在 ${hours} 小时内打开下面的网址并按页面上的按钮：`,
      `    ${link}`,
      `如果不是本人提出，不必理会：不会再发邮件，本邮箱地址 ${days} 天后删除。`,
    ),
  };
}

/** To an address that asks for what it is already told: the page cannot say so without telling whose address it knows. */
export function alreadyLetter({ lang, subject, name }: Pick<Confirming, 'lang' | 'subject' | 'name'>): LetterText {
  const label = named(subject, lang);
  if (lang === 'en') {
    return {
      subject: `Already followed: ${label}`,
      text: paragraphs(
        `You asked ${name} to be told of changes of ${label}. This address is told of them already; nothing needs to be confirmed.`,
      ),
    };
  }
  return {
    subject: `已在关注：${label}`,
    text: paragraphs(`${name}收到关注${label}变化的要求。本邮箱已在关注之列，无需再确认。`),
  };
}

/**
 * How a letter that nobody confirmed names its subject. The words of a search and the name of a file are of whoever filled in
 * the form, and the register carries no stranger's words to a stranger: the page behind the link shows them.
 */
function named({ kind, label }: WatchSubject, lang: Language): string {
  switch (kind) {
    case 'standard':
      return oneLine(label[lang]);
    case 'search':
      return lang === 'en' ? 'the results of a search' : '一项检索的结果';
    case 'list':
      return lang === 'en' ? 'a checked list of standards' : '一份核对过的标准清单';
  }
}

/** Changes told in one message at most; the page shows all of them. */
const toldAtMost = 200;

export interface Digest {
  readonly lang: Language;
  readonly subject: WatchSubject;
  readonly changes: readonly ToldChange[];
  readonly day: string;
  readonly treeSize: number;
  readonly base: string;
}

/** What changed, one paragraph for each standard. */
export function digestLetter({ lang, subject, changes, day, treeSize, base }: Digest): LetterText {
  const label = oneLine(subject.label[lang]);
  const shown = changes.slice(0, toldAtMost).map((change) => entry(change, base));
  const left = changes.length - shown.length;
  if (lang === 'en') {
    const count = changes.length === 1 ? '1 standard' : `${changes.length} standards`;
    return {
      subject: changes.length === 1 ? `Changed: ${headline(changes)}` : `${count} changed: ${label}`,
      text: paragraphs(
        `What you follow: ${label}\n${base}${subject.path}`,
        `Changed up to ${day}: ${count}.`,
        ...shown,
        ...(left > 0 ? [`${left} more stand on the page above.`] : []),
        `Stated by the register as of log size ${treeSize}. An announcement of the authority takes precedence over this message.`,
      ),
    };
  }
  return {
    subject: changes.length === 1 ? `有变化：${headline(changes)}` : `${changes.length} 项标准有变化：${label}`,
    text: paragraphs(
      `所关注的内容：${label}\n${base}${subject.path}`,
      `截至 ${day}，有变化的标准 ${changes.length} 项。`,
      ...shown,
      ...(left > 0 ? [`另有 ${left} 项，见上面的页面。`] : []),
      `以上据登记册（日志规模 ${treeSize}）；与主管部门公告不一致的，以公告为准。`,
    ),
  };
}

/** The last lines of every message of a watch. */
export function stopLines(lang: Language, stopAddress: string): string {
  return lang === 'en'
    ? `\n-- \nTo stop these messages and erase this address:\n${stopAddress}\n`
    : `\n-- \n不再接收并删除本邮箱地址：\n${stopAddress}\n`;
}

function headline(changes: readonly ToldChange[]): string {
  const [first] = changes;
  return oneLine([first?.of, first?.title?.text].filter((part) => part !== undefined).join(' ')).slice(0, 120);
}

function entry(change: ToldChange, base: string): string {
  const head = [change.of, change.title?.text]
    .filter((part) => part !== undefined)
    .map(oneLine)
    .join('  ');
  return [head, ...change.sentences.map((sentence) => `  - ${oneLine(sentence)}`), `  ${base}${change.path}`].join(
    '\n',
  );
}

/** Titles come from sources: in a message they are one line in the order it was written, so that none can pass for ours. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();
}

function paragraphs(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
