import type { Language } from '../../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../../portal/messages.ts';
import en from '../messages.en.json' with { type: 'json' };
import zh from '../messages.zh-Hans.json' with { type: 'json' };

export const standardsMessages = defineMessages(en, zh);

export type StandardsKey = keyof typeof standardsMessages.en;

const spoken = { en: translator(standardsMessages, 'en'), 'zh-Hans': translator(standardsMessages, 'zh-Hans') };

/** The words of the register of standards. */
export function standardsText(lang: Language): Translator<StandardsKey> {
  return spoken[lang];
}
