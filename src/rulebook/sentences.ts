import type { Basis, InBoth, Jurisdiction, Majority, RuleBound, RuleContent, Share } from '@guiju/procedure-language';
import type { Definitions } from '../foundation/definitions.ts';
import type { Language } from '../portal/languages.ts';
import { sentenceGap } from '../portal/listed.ts';
import { rulebookText } from './texts.ts';

/** The text of both that is in the page's language. */
export function inLanguage(lang: Language, text: InBoth): string {
  return lang === 'en' ? text.en : text.zh;
}

type Names = Pick<Definitions, 'documentKinds'>;

/**
 * What a value says, in words: not less than 60 days; 不少于60日.
 *
 * @param said.bound whether the rule is a least or a most; absent: exactly that
 */
export function valueSentence(
  lang: Language,
  said: { readonly content: RuleContent; readonly bound?: RuleBound | undefined },
  names: Names,
): string {
  const t = rulebookText(lang);
  const value = bareSentence(lang, said.content, names);
  const isBounded = said.content.kind === 'period' || said.content.kind === 'number';
  return said.bound !== undefined && isBounded ? t(`bound.${said.bound}`, { value }) : value;
}

function bareSentence(lang: Language, content: RuleContent, names: Names): string {
  const t = rulebookText(lang);
  switch (content.kind) {
    case 'period':
      return t(content.period.unit, { n: content.period.amount });
    case 'number':
      return content.unit === undefined
        ? t('number.bare', { n: content.number })
        : t('number', { n: content.number, unit: inLanguage(lang, content.unit) });
    case 'majority':
      return majoritySentences(lang, content.majority).join(sentenceGap(lang));
    case 'documents':
      return inOrder(
        lang,
        content.documents.map((kind) => documentName(lang, kind, names)),
      );
    case 'reminders':
      return t('reminders', { days: inOrder(lang, content.days.map(String)) });
    case 'switch':
      return t(content.on ? 'switch.on' : 'switch.off');
    case 'pattern':
      return content.pattern;
  }
}

function majoritySentences(lang: Language, majority: Majority): readonly string[] {
  const t = rulebookText(lang);
  // Chinese writes a share in characters: 四分之三.
  const figures = new Intl.NumberFormat(lang === 'en' ? 'en' : 'zh-Hans-u-nu-hanidec');
  const share = ({ of, in: whole }: Share) => t('share', { of: figures.format(of), in: figures.format(whole) });
  const { quorum, voters, favour, strict, against, abstentionsCount } = majority;
  return [
    ...(quorum ? [t('majority.quorum', { share: share(quorum) })] : []),
    ...(voters === undefined ? [] : [t('majority.voters', { n: voters })]),
    t(strict ? 'majority.favourMore' : 'majority.favour', { share: share(favour) }),
    ...(against ? [t('majority.against', { share: share(against) })] : []),
    t(abstentionsCount ? 'majority.abstentionsCount' : 'majority.abstentionsDoNot'),
  ];
}

/** The name of a kind of document; its code where it has none. */
export function documentName(lang: Language, kind: string, { documentKinds }: Names): string {
  const name = documentKinds.get(kind);
  return name ? inLanguage(lang, name) : kind;
}

function inOrder(lang: Language, items: readonly string[]): string {
  return new Intl.ListFormat(lang === 'en' ? 'en-GB' : 'zh-Hans', { type: 'conjunction' }).format(items);
}

/** Who set a value, in words: the nation, Shanghai, a department by its code. */
export function placeName(
  lang: Language,
  jurisdiction: Jurisdiction,
  { definitions, day }: { readonly definitions: Pick<Definitions, 'codelist'>; readonly day: string },
): string {
  const t = rulebookText(lang);
  const [kind, code = ''] = jurisdiction.split(':');
  if (kind === 'nation') return t('nation');
  if (kind === 'department') return t('department', { code });
  const entry = definitions.codelist('regions').at(day).get(code.padEnd(6, '0'));
  return (lang === 'en' ? entry?.name.en : entry?.name.zh) ?? t('region', { code });
}

/** The place in law: the act's title with its article; whole basis joined by semicolons. */
export function basisText(lang: Language, basis: readonly Basis[], sources: Definitions['legalSources']): string {
  const t = rulebookText(lang);
  return basis
    .map(({ source, article }) => {
      const act = sources.get(source);
      const title = act ? inLanguage(lang, act.title) : source;
      return article === undefined ? title : t('article', { source: title, article });
    })
    .join(lang === 'en' ? '; ' : '；');
}
