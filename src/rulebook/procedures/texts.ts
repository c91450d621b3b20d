import type { Language } from '../../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../../portal/messages.ts';
import en from './messages.en.json' with { type: 'json' };
import zh from './messages.zh-Hans.json' with { type: 'json' };

const procedureMessages = defineMessages(en, zh);
type ProcedureKey = keyof typeof procedureMessages.en;
const spoken = { en: translator(procedureMessages, 'en'), 'zh-Hans': translator(procedureMessages, 'zh-Hans') };

/** The words of the pages of procedures. */
export function procedureText(lang: Language): Translator<ProcedureKey> {
  return spoken[lang];
}
