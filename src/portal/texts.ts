import type { Language } from './languages.ts';
import en from './messages.en.json' with { type: 'json' };
import { defineMessages, type Translator, translator } from './messages.ts';
import zh from './messages.zh-Hans.json' with { type: 'json' };

export const portalMessages = defineMessages(en, zh);

export type PortalKey = keyof typeof portalMessages.en;

const spoken = { en: translator(portalMessages, 'en'), 'zh-Hans': translator(portalMessages, 'zh-Hans') };

/** The words of the page furniture. */
export function portalText(lang: Language): Translator<PortalKey> {
  return spoken[lang];
}
