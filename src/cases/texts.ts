import type { Language } from '../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../portal/messages.ts';
import en from './messages.en.json' with { type: 'json' };
import zh from './messages.zh-Hans.json' with { type: 'json' };

const caseMessages = defineMessages(en, zh);

export type CaseKeyOfText = keyof typeof caseMessages.en;

const spoken = { en: translator(caseMessages, 'en'), 'zh-Hans': translator(caseMessages, 'zh-Hans') };

/** The words of cases. */
export function casesText(lang: Language): Translator<CaseKeyOfText> {
  return spoken[lang];
}
