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

const roles = {
  applicant: 'role.applicant',
  drafter: 'role.drafter',
  'committee-member': 'role.committee-member',
  'committee-secretariat': 'role.committee-secretariat',
  'committee-chair': 'role.committee-chair',
  department: 'role.department',
  province: 'role.province',
  recommender: 'role.recommender',
  authority: 'role.authority',
  association: 'role.association',
  enterprise: 'role.enterprise',
  registrar: 'role.registrar',
  administrator: 'role.administrator',
  operator: 'role.operator',
  'public-desk': 'role.public-desk',
} as const satisfies Readonly<Record<string, DocumentKey>>;

/** A role in words; at the head of an English sentence with a capital. */
export function roleText(lang: Language, role: string, place: 'within' | 'first' = 'within'): string {
  const key = Object.entries(roles).find(([name]) => name === role)?.[1] ?? 'role.other';
  const text = documentText(lang)(key);
  return place === 'first' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
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
