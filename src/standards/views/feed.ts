import type { AtomEntry } from '../exports/atom.ts';
import type { RecentAct } from '../queries/acts.ts';
import { standardPath, type ViewContext } from './link.ts';
import { sourceView } from './naming.ts';
import { actName } from './words.ts';

/** An act as an entry of a feed. Its identifier is the event's, which never changes. */
export function atomEntry(act: RecentAct, base: string, context: ViewContext): AtomEntry {
  const title = act.titles.find(({ lang }) => lang === context.lang) ?? act.titles[0];
  const source = act.source === null ? undefined : sourceView(context, act.source).name.text;
  return {
    id: `urn:uuid:${act.standardId}#${act.version}`,
    title: title === undefined ? act.number : `${act.number} ${title.text}`,
    href: base + standardPath(act.address),
    updated: act.recordedAt,
    summary: actName(context.lang, act.type, source).text,
  };
}
