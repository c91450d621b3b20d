import type { Definitions } from '../../foundation/definitions.ts';
import type { TextInLanguages } from '../../portal/languages.ts';
import { type Language, type LanguageText, textFor } from '../../portal/languages.ts';
import type { TierMarkOf } from '../../portal/register-codes.ts';
import { natures, specialKinds, tiers } from '../../portal/register-codes.ts';
import { identityOf } from '../identity.ts';
import type { Title } from '../model.ts';
import type { StandardLink, TitleView } from '../pages/standard-link.ts';
import { leadingTitle } from '../pages/titles.ts';
import { type Brief, statusAt } from '../queries/brief.ts';

/** What every view is made with: the page's language, the days, and the names of codes. */
export interface ViewContext {
  readonly lang: Language;
  readonly today: string;
  /** The day whose law is shown. */
  readonly day: string;
  /** The known-date as asked, to be carried along in links. */
  readonly known?: string | undefined;
  readonly definitions: Definitions;
  readonly installation: { readonly homeId: string; readonly name: { readonly zh: string; readonly en: string } };
}

/** Permanent address of a standard. */
export function standardPath(address: string): string {
  return `/standards/${encodeURIComponent(address)}`;
}

/** Where an annulled record says why it is gone, also when another one bears its number and its address leads there. */
export function annulledPath(address: string): string {
  return `${standardPath(address)}?annulled=1`;
}

/** The address of a page with the days that were asked, when they are not today's. */
export function withDays(path: string, context: Pick<ViewContext, 'day' | 'today' | 'known'>): string {
  const asked = new URLSearchParams();
  if (context.day !== context.today) asked.set('as-of', context.day);
  if (context.known !== undefined) asked.set('known', context.known);
  return asked.size === 0 ? path : `${path}?${asked}`;
}

/** What the tier mark is drawn from. */
export function markOf(of: {
  readonly tier: string | null;
  readonly nature: string | null;
  readonly kind: string;
}): TierMarkOf {
  return {
    tier: tiers.find((tier) => tier === of.tier),
    nature: natures.find((nature) => nature === of.nature),
    kind: specialKinds.find((kind) => kind === of.kind),
  };
}

/** Titles as pages show them. */
export function titlesOf(titles: readonly Title[]): readonly TitleView[] {
  return titles.map(({ lang, text, standing }) => ({
    lang,
    text,
    standing: standing === 'adopted' ? 'from-adopted-document' : standing,
  }));
}

/** A standard as other pages mention it, with its status on the day shown. */
export function linkOf(brief: Brief, context: ViewContext): StandardLink {
  const titles = titlesOf(brief.titles);
  return {
    number: brief.number,
    href: withDays(standardPath(brief.address), context),
    mark: markOf(brief),
    status: statusAt(brief, context.day).code,
    title: titles.length === 0 ? undefined : leadingTitle(context.lang, titles, brief.number),
  };
}

/** A number of which this register has no record; its tier is what the number itself says. */
export function unregistered(number: string): StandardLink {
  const identity = identityOf(number);
  return {
    number,
    mark: markOf({ tier: identity?.tier ?? null, nature: identity?.nature ?? null, kind: 'standard' }),
  };
}

/** A text in the page's language out of a name in both. */
export function named(
  context: Pick<ViewContext, 'lang'>,
  name: { readonly zh?: string | undefined; readonly en?: string | undefined },
): LanguageText | undefined {
  const texts: TextInLanguages = { 'zh-Hans': name.zh, en: name.en };
  return textFor(context.lang, texts);
}

/** A text of which only the writing tells the language. */
export function written(text: string): LanguageText {
  return { text, lang: /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en' };
}

/** Name of a code on the day shown; the code itself where the list does not have it. */
export function codeName(context: ViewContext, list: string, code: string): LanguageText | undefined {
  const entry = context.definitions.codelist(list).at(context.day).get(code);
  return entry === undefined ? undefined : named(context, entry.name);
}
