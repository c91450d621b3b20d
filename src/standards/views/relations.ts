import { targetKey } from '../identity.ts';
import type { RelationView } from '../pages/standard-view.ts';
import type { Brief } from '../queries/brief.ts';
import type { Parts } from '../queries/parts.ts';
import type { StandardRecord } from '../queries/record.ts';
import { cutKinds } from '../queries/relations.ts';
import { kindSeenFromHere, type SeenKind } from '../relation-kinds.ts';
import { linkOf, standardPath, unregistered, type ViewContext, withDays, written } from './link.ts';

/** From this many on, standards under one relation are one entry with their count. */
const listedAtMost = 12;

/** Every relation once, whichever side states it; targets in the register are linked and bear their status. */
export function relationViews(
  record: StandardRecord,
  around: { readonly byId: ReadonlyMap<string, Brief>; readonly parts: Parts | undefined },
  context: ViewContext,
): readonly RelationView[] {
  const views = new Map<string, RelationView>();
  const cut = cutKinds(record.relations);
  for (const row of record.relations) {
    const kind = kindSeenFromHere(row);
    const key = `${kind} ${row.targetKey}`;
    const brief = row.otherId === null ? undefined : around.byId.get(row.otherId);
    const view: RelationView = {
      kind,
      target: brief ? linkOf(brief, context) : unregistered(row.otherNumber ?? row.target),
      degree: row.degree ?? undefined,
      locality: row.locality === null ? undefined : written(row.locality),
      isPartial: !row.whole,
      all: allOf(kind, cut, { record, context }),
    };
    const held = views.get(key);
    if (held === undefined || (held.locality === undefined && view.locality !== undefined)) views.set(key, view);
  }
  return [...views.values(), ...sameDay(record, around, context), ...sameSeries(around.parts, context)];
}

/** Where all relations of a kind are read, when the page lists the first of them only. */
function allOf(
  kind: SeenKind,
  cut: ReadonlyMap<SeenKind, number>,
  { record, context }: { readonly record: StandardRecord; readonly context: ViewContext },
): RelationView['all'] {
  const count = cut.get(kind);
  if (count === undefined) return undefined;
  const path = withDays(`${standardPath(record.address)}/relations`, context);
  return { count, href: `${path}${path.includes('?') ? '&' : '?'}kind=${kind}` };
}

function sameDay(
  record: StandardRecord,
  around: { readonly byId: ReadonlyMap<string, Brief>; readonly parts: Parts | undefined },
  context: ViewContext,
): readonly RelationView[] {
  const byKey = new Map([...around.byId.values()].map((brief) => [brief.numberKey, brief]));
  const followed = record.implementations
    .flatMap((one) => one.togetherWith ?? [])
    .map((number) => {
      const brief = byKey.get(targetKey(number));
      return brief ? linkOf(brief, context) : unregistered(number);
    });
  const following = (around.parts?.sameDay ?? []).map((brief) => linkOf(brief, context));
  return [...followed, ...following]
    .slice(0, listedAtMost)
    .map((target) => ({ kind: 'sameDay', target, isPartial: false }));
}

function sameSeries(parts: Parts | undefined, context: ViewContext): readonly RelationView[] {
  if (parts === undefined || parts.others.length === 0) return [];
  const works = [...Map.groupBy(parts.others, (brief) => brief.workKey).values()].flatMap(
    (editions) => editions.at(-1) ?? [],
  );
  if (works.length <= listedAtMost)
    return works.map((brief) => ({ kind: 'sameSeries', target: linkOf(brief, context), isPartial: false }));
  const [first] = works;
  const target = {
    number: parts.base,
    href: `/standards?q=${encodeURIComponent(parts.base)}`,
    mark: first ? linkOf(first, context).mark : {},
  };
  return [{ kind: 'sameSeries', target, isPartial: false, count: works.length }];
}
