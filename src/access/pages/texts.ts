import type { Language } from '../../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../../portal/messages.ts';
import en from '../messages.en.json' with { type: 'json' };
import zh from '../messages.zh-Hans.json' with { type: 'json' };

const accessMessages = defineMessages(en, zh);

type AccessKey = keyof typeof accessMessages.en;

const spoken = { en: translator(accessMessages, 'en'), 'zh-Hans': translator(accessMessages, 'zh-Hans') };

/** The words of accounts, people and the audit trail. */
export function accessText(lang: Language): Translator<AccessKey> {
  return spoken[lang];
}
