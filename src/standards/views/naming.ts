import type { Committee } from '../../bodies/index.ts';
import type { Language, LanguageText } from '../../portal/languages.ts';
import type { HolderView } from '../pages/search-view.ts';
import type { SourceView } from '../pages/standard-link.ts';
import type { Holder } from '../queries/holders.ts';
import { named, type ViewContext, written } from './link.ts';

/** A source by its published name, with the day up to which it speaks. */
export function sourceView(context: ViewContext, source: string, statedOn?: string | null): SourceView {
  const definition = context.definitions.sources.get(source);
  return {
    name: (definition && named(context, definition.title)) ?? written(source),
    href: definition?.address,
    asOf: statedOn ?? definition?.statedOn,
    licence: definition?.licence ?? undefined,
  };
}

/** An organization of an act: by its names, by its code, or the operator of this installation. */
export function actorName(
  context: ViewContext,
  actor: {
    readonly organizationId: string;
    readonly organizationCode?: string | null;
    readonly organizationNames: readonly { readonly lang: string; readonly text: string }[];
  },
): LanguageText {
  const own = actor.organizationNames.find(({ lang }) => lang === context.lang) ?? actor.organizationNames[0];
  if (own) return own;
  if (actor.organizationCode) return { text: actor.organizationCode, lang: 'en' };
  if (actor.organizationId === context.installation.homeId)
    return named(context, context.installation.name) ?? written(context.installation.name.zh);
  return { text: context.lang === 'en' ? 'operator of the register' : '登记册运行机构', lang: context.lang };
}

/** Whose standard it is, as pages show it. */
export function holderView({ name, role, creditCode }: Holder): HolderView {
  return { name: written(name), role, creditCode: creditCode ?? undefined };
}

/** The name of a committee in the page's language, else as its source gives it first. */
export function committeeName(committee: Committee | undefined, lang: Language): LanguageText | undefined {
  return committee?.names.find((name) => name.lang === lang) ?? committee?.names[0];
}
