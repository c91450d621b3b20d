import type { Language } from '../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../portal/messages.ts';
import en from './messages.en.json' with { type: 'json' };
import zh from './messages.zh-Hans.json' with { type: 'json' };

const projectMessages = defineMessages(en, zh);
const spoken = { en: translator(projectMessages, 'en'), 'zh-Hans': translator(projectMessages, 'zh-Hans') };

/** The words of projects and plans. */
export function projectsText(lang: Language): Translator<keyof typeof projectMessages.en> {
  return spoken[lang];
}
