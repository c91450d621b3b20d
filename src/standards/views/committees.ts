import { byReference, type Committee } from '../../bodies/index.ts';
import type { LanguageText } from '../../portal/languages.ts';
import type { BrowseEntry, CommitteeView } from '../pages/register-view.ts';
import type { CommitteeLink } from '../pages/search-view.ts';
import type { LabelledLink } from '../pages/standard-link.ts';
import { browsePath } from './classification.ts';
import { type ViewContext, withDays, written } from './link.ts';
import { committeeName, sourceView } from './naming.ts';

function committeePath(code: string, context: ViewContext): string {
  return withDays(browsePath('committee', code), context);
}

function labelled(code: string, committee: Committee | undefined, context: ViewContext): LabelledLink {
  const name = committeeName(committee, context.lang);
  const label = name === undefined ? written(code) : { text: `${code} ${name.text}`, lang: name.lang };
  return { label, href: committeePath(code, context) };
}

/** Committees beside the results of a search; a query that names more is narrowed by its words. */
const committeesShown = 5;

export function committeeLinks(committees: readonly Committee[], context: ViewContext): readonly CommitteeLink[] {
  return committees.slice(0, committeesShown).map((committee) => ({
    reference: committee.code,
    name: committeeName(committee, context.lang),
    href: committeePath(committee.code, context),
  }));
}

/** What the register knows of a committee beside its standards. */
export interface CommitteeAround {
  readonly committee: Committee | undefined;
  readonly parent: Committee | undefined;
  readonly children: readonly Committee[];
}

/** Name, place in the tree, secretariat and status of a committee, with who says so. */
export function committeeView(
  reference: string,
  { committee, parent, children }: CommitteeAround,
  context: ViewContext,
): Omit<CommitteeView, 'standards' | 'pagination'> {
  return {
    reference,
    name: committeeName(committee, context.lang),
    parent: committee?.parent ? labelled(committee.parent, parent, context) : undefined,
    children: children.map((child) => labelled(child.code, child, context)),
    secretariat: committee?.secretariat ? written(committee.secretariat) : undefined,
    status: committee?.status ?? undefined,
    source: committee && sourceView(context, committee.source, committee.statedOn),
    counts: [],
  };
}

/**
 * Committees with the standards that name them, each below the one of which it is a part. A committee without standards
 * stands in the tree where one of its parts has some.
 */
export function committeeTree(
  counted: readonly { readonly value: string; readonly records: number }[],
  committees: readonly Committee[],
  context: ViewContext,
): readonly BrowseEntry[] {
  const byCode = new Map(committees.map((committee) => [committee.code, committee]));
  const records = new Map(counted.map(({ value, records: n }) => [value, n]));
  const shown = new Set(counted.flatMap(({ value }) => [value, ...ancestors(value, byCode)]));
  const parts = Map.groupBy(
    [...shown].map((code) => ({ code, parent: byCode.get(code)?.parent ?? '' })),
    ({ parent }) => (shown.has(parent) ? parent : ''),
  );
  const entriesUnder = (parent: string): readonly BrowseEntry[] =>
    (parts.get(parent) ?? []).toSorted(byReference).map(({ code }) => ({
      ...namedBy(code, committeeName(byCode.get(code), context.lang)),
      href: committeePath(code, context),
      records: records.get(code) ?? 0,
      children: entriesUnder(code),
    }));
  return entriesUnder('');
}

/** Without a name the reference is all there is to show. */
function namedBy(code: string, name: LanguageText | undefined): Pick<BrowseEntry, 'code' | 'label'> {
  return name === undefined ? { label: written(code) } : { code, label: name };
}

/** A source may name committees in a circle; a tree has few levels. */
const levelsAtMost = 5;

function ancestors(code: string, byCode: ReadonlyMap<string, Committee>): readonly string[] {
  const found: string[] = [];
  let above = byCode.get(code)?.parent;
  while (above && found.length < levelsAtMost) {
    found.push(above);
    above = byCode.get(above)?.parent;
  }
  return found;
}
