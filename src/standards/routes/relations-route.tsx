import { answerPage, frameFor } from '../../portal/page.tsx';
import { readCursor, signedCursor } from '../exports/signed-cursor.ts';
import { RelationsPage } from '../pages/relations-page.tsx';
import { parameterInvalid } from '../queries/moment.ts';
import type { StandardRecord } from '../queries/record.ts';
import { relationCounts, relationsAtMost, relationsPage } from '../queries/relations.ts';
import { kindSeenFromHere, type SeenKind, seenKinds } from '../relation-kinds.ts';
import { standardPath, unregistered, withDays } from '../views/link.ts';
import { daysShown, type House, momentOf, type Request, viewing } from './house.ts';
import { recordOrRefusal } from './record-or-refusal.ts';

/** What a cursor over relations is bound to: one standard, one kind or all, one moment. */
export function relationsQuestion(
  record: Pick<StandardRecord, 'standardId'>,
  kind: SeenKind | undefined,
  moment: { readonly day: string; readonly known?: string | undefined },
): string {
  return JSON.stringify(['relations', record.standardId, kind ?? null, moment.day, moment.known ?? null]);
}

/** All relations of a standard, by cursor. */
export async function relationsRoute(house: House, c: Request, address: string): Promise<Response> {
  const { database } = house.deps;
  const moment = momentOf(house, c);
  const record = await recordOrRefusal(house.deps, address, moment);
  const kind = kindAsked(c);
  const question = relationsQuestion(record, kind, moment);
  const cursor = c.req.query('cursor');
  const after = cursor === undefined ? undefined : readCursor(cursor, question, house.cursorKey);
  const page = await relationsPage(database, record, { kind, after, limit: relationsAtMost }, moment);
  const context = viewing(house, c, moment);
  const href = standardPath(record.address);
  const counts = Object.entries(relationCounts(record.relations)).flatMap(([name, count]) => {
    const found = seenKinds.find((one) => one === name);
    return found === undefined || (kind !== undefined && found !== kind) ? [] : [{ kind: found, count }];
  });
  const view = {
    standard: { number: record.number, href: withDays(href, context) },
    counts,
    relations: page.rows.map((row) => ({
      kind: kindSeenFromHere(row),
      target: {
        ...unregistered(row.otherNumber ?? row.target),
        href: row.otherAddress === null ? undefined : withDays(standardPath(row.otherAddress), context),
      },
    })),
    pagination: {
      kind: 'cursor',
      nextHref: page.next && nextHref(c, signedCursor(page.next, question, house.cursorKey)),
    },
  } as const;
  return answerPage(c, <RelationsPage frame={frameFor(c, house, daysShown(house, moment))} view={view} />);
}

function kindAsked(c: Request): SeenKind | undefined {
  const asked = c.req.query('kind') ?? '';
  if (asked === '') return undefined;
  const kind = seenKinds.find((one) => one === asked);
  if (kind !== undefined) return kind;
  const expected = seenKinds.join(', ');
  throw parameterInvalid({ name: 'kind', value: asked, expected, expectedEn: expected });
}

function nextHref(c: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams}`;
}
