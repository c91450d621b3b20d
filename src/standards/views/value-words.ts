import type { Language } from '../../portal/languages.ts';
import { statusCodes } from '../../portal/register-codes.ts';
import { portalText } from '../../portal/texts.ts';
import type { Implementation, Relation } from '../model.ts';
import { standardsText } from '../pages/texts.ts';
import { codeName, type ViewContext } from './link.ts';
import { stageView } from './status.ts';
import { languageName, valueText } from './words.ts';

/** The value of a field of a record in the words of the page's language: codes by their names, each day once. */
export function valueInWords(context: ViewContext, field: string, value: unknown): string {
  const say = words[field.startsWith('relation.') ? 'relation' : field];
  if (say === undefined || value === null || value === undefined) return valueText(context.lang, value);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((one) => say(one, context)).join(separator[context.lang]);
}

const separator: Readonly<Record<Language, string>> = { en: '; ', 'zh-Hans': '；' };

type Words = (value: unknown, context: ViewContext) => string;

const words: Readonly<Record<string, Words>> = {
  tier: named('tiers'),
  kind: named('kinds'),
  nature: named('natures'),
  region: coded('regions'),
  sector: coded('sector-codes'),
  industry: coded('industries'),
  reported: status,
  reported_state: status,
  title: textInLanguage,
  scope: textInLanguage,
  languages: (value, { lang }) => languageName(lang, String(value)),
  implementations: implementation,
  relation,
  stage,
  stages: (value, context) => {
    const seen = part(value, 'stage');
    return [stage(seen, context), part(value, 'number')].filter(isFilled).join(' ');
  },
};

function named(list: string): Words {
  return (value, context) => codeName(context, list, String(value))?.text ?? String(value);
}

function coded(list: string): Words {
  return (value, context) => [String(value), codeName(context, list, String(value))?.text].filter(isFilled).join(' ');
}

function status(value: unknown, { lang }: ViewContext): string {
  const code = statusCodes.find((one) => one === value);
  return code === undefined ? String(value) : portalText(lang)(`status.${code}`);
}

function stage(value: unknown, context: ViewContext): string {
  const view = stageView(String(value), context);
  return view === undefined ? String(value) : `${view.code} ${view.name.text}`;
}

function textInLanguage(value: unknown, { lang }: ViewContext): string {
  const [language, text] = [part(value, 'lang'), part(value, 'text')];
  if (language === undefined || text === undefined) return valueText(lang, value);
  return standardsText(lang)('value.inLanguage', { language: languageName(lang, language), text });
}

function implementation(value: unknown, { lang }: ViewContext): string {
  const t = standardsText(lang);
  // One cast at the edge: the field was written by this folder.
  const { date, scope, togetherWith, words: asPrinted } = value as Implementation;
  const when =
    date?.written ?? (togetherWith === undefined ? asPrinted : t('value.together', { number: togetherWith }));
  if (when === undefined) return scope ?? '';
  return scope === undefined ? when : t('value.for', { when, scope });
}

function relation(value: unknown, { lang }: ViewContext): string {
  const t = standardsText(lang);
  // One cast at the edge: the field was written by this folder.
  const { target, whole, locality, degree } = value as Relation;
  const partly = whole === false ? t('value.inPart') : undefined;
  return [target, degree, partly, locality].filter(isFilled).join(' ');
}

function part(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const held: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof held === 'string' ? held : undefined;
}

function isFilled(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text !== '';
}
