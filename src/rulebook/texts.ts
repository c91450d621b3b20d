import type { Language } from '../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../portal/messages.ts';
import en from './messages.en.json' with { type: 'json' };
import zh from './messages.zh-Hans.json' with { type: 'json' };

const rulebookMessages = defineMessages(en, zh);
type RulebookKey = keyof typeof rulebookMessages.en;
const spoken = { en: translator(rulebookMessages, 'en'), 'zh-Hans': translator(rulebookMessages, 'zh-Hans') };

/** The words of the rulebook. */
export function rulebookText(lang: Language): Translator<RulebookKey> {
  return spoken[lang];
}
