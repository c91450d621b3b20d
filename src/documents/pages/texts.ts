import type { Deps } from '../../foundation/part.ts';
import type { Language } from '../../portal/languages.ts';
import { defineMessages, type Translator, translator } from '../../portal/messages.ts';
import en from '../messages.en.json' with { type: 'json' };
import zh from '../messages.zh-Hans.json' with { type: 'json' };

const documentMessages = defineMessages(en, zh);

export type DocumentKey = keyof typeof documentMessages.en;

const spoken = { en: translator(documentMessages, 'en'), 'zh-Hans': translator(documentMessages, 'zh-Hans') };

/** The words of documents. */
export function documentText(lang: Language): Translator<DocumentKey> {
  return spoken[lang];
}

/** A role in words of the list of roles; those that nobody is appointed to have words of their own. */
export function roleText(definitions: Deps['definitions'], lang: Language, role: string): string {
  const t = documentText(lang);
  if (role === 'operator') return t('role.operator');
  if (role === 'public-desk') return t('role.public-desk');
  const list = definitions.codelistNames.includes('roles') ? definitions.codelist('roles').entries : [];
  const name = list.find(({ code }) => code === role)?.name;
  return (lang === 'en' ? name?.en : name?.zh) ?? t('role.other', { role });
}

/** Bytes as people say them. */
export function sizeText(lang: Language, size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const;
  const power = Math.min(2, Math.floor(Math.log(Math.max(size, 1)) / Math.log(1_000)));
  const format = {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(lang, format).format(size / 1_000 ** power);
}

const types: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/xml': 'NISO STS XML',
  'application/zip': 'ZIP',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
  'image/tiff': 'TIFF',
};

export function typeText(mediaType: string): string {
  return types[mediaType] ?? mediaType.split(';')[0] ?? mediaType;
}
