import type { Child } from 'hono/jsx';
import type { Language } from './languages.ts';
import { type MessageNode, messageNodes } from './message-syntax.ts';
import { standardTags } from './message-tags.tsx';

/** One sentence, or its plural forms chosen by the number `n`. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

export type MessageTable<Key extends string> = Readonly<Record<Key, Message>>;

/** Messages of one folder in both languages; a key missing in either is a type error. */
export interface Messages<Key extends string> {
  readonly en: MessageTable<Key>;
  readonly 'zh-Hans': MessageTable<Key>;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** Values of a sentence with elements; a function receives what stands inside the tag of its name. */
export type RichValues = Readonly<Record<string, Child | ((inner: Child) => Child)>>;

export interface Translator<Key extends string> {
  readonly lang: Language;
  /** The sentence as plain text; tags in it are dropped. */
  (key: Key, values?: MessageValues): string;
  /** The sentence with elements at its placeholders and tags. */
  rich(key: Key, values?: RichValues): Child;
}

/** Declares the messages of a folder: the keys of the English file must be exactly those of the Chinese one. */
export function defineMessages<En extends MessageTable<string>, Zh extends MessageTable<keyof En & string>>(
  en: En & MessageTable<keyof Zh & string>,
  zh: Zh,
): Messages<keyof En & string> {
  return { en, 'zh-Hans': zh };
}

/** Speaks one language with the messages of one folder. A placeholder without a value is a fault, never a gap in a sentence. */
export function translator<Key extends string>(messages: Messages<Key>, lang: Language): Translator<Key> {
  const table = messages[lang];
  const plurals = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang, { useGrouping: true });
  const show = (value: Child | ((inner: Child) => Child)): Child => {
    if (typeof value === 'number') return numbers.format(value);
    return typeof value === 'function' ? value(null) : value;
  };
  const nodesOf = (key: Key, values: RichValues): readonly MessageNode[] => {
    const message = table[key];
    if (typeof message === 'string') return messageNodes(message);
    const n = values['n'];
    return messageNodes((typeof n === 'number' ? message[plurals.select(n)] : undefined) ?? message.other);
  };
  const plain = (nodes: readonly MessageNode[], values: RichValues, key: string): string => {
    const [first, ...rest] = nodes;
    // Most labels are words alone; a page shows hundreds of them.
    if (first?.kind === 'text' && rest.length === 0) return first.text;
    return nodes.map((node) => plainNode(node, values, key)).join('');
  };
  const plainNode = (node: MessageNode, values: RichValues, key: string): string => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'tag') return plain(node.inner, values, key);
    return String(show(given(values, node.name, key)));
  };
  const elements = (nodes: readonly MessageNode[], values: RichValues, key: string): Child[] =>
    nodes.map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'value') return show(given(values, node.name, key));
      const around = values[node.name] ?? standardTags[node.name];
      if (typeof around !== 'function') throw new Error(`message ${key}: nothing is given for <${node.name}>`);
      return around(elements(node.inner, values, key));
    });
  return Object.assign((key: Key, values: MessageValues = {}) => plain(nodesOf(key, values), values, key), {
    lang,
    rich: (key: Key, values: RichValues = {}): Child => elements(nodesOf(key, values), values, key),
  });
}

function given(values: RichValues, name: string, key: string) {
  const value = values[name];
  if (value === undefined) throw new Error(`message ${key}: nothing is given for {${name}}`);
  return value;
}
