import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { type Command, command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import type { CaseHouse } from './case-desk.ts';
import { casePermissions } from './permissions.ts';

/**
 * Puts a new version of a document in the place of the one that counts. An approval of the earlier content is void from then
 * on, and every step that asks for it refuses until it is given again.
 *
 * @throws Refusal `cases.not-found`, `cases.document-not-held`, `access.not-permitted`
 */
export function changeDocument(house: CaseHouse): Command {
  return command({
    name: 'cases.change-document',
    input: z.strictObject({
      homeId: z.uuid(),
      caseId: z.uuid(),
      kind: z.string().max(100),
      document: z.string().max(100),
      hash: z.string().min(1).max(200),
    }),
    facts: ({ homeId, caseId }) => ({ held: house.caseAt({ homeId, caseId }) }),
    decide({ input, facts, actor, today }) {
      const { held } = facts;
      if (held === undefined) throw refusal('cases.not-found', {});
      const isParty = Object.values(held.state.parties).includes(actor.organization);
      permit(actor, casePermissions.changeDocument, isParty ? actor.organization : held.homeId);
      const before = held.state.documents[input.kind];
      if (before === undefined) throw refusal('cases.document-not-held', { kind: input.kind });
      if (before.hash === input.hash) return [];
      const document = { document: input.document, hash: input.hash, on: today };
      return [
        {
          type: 'case-document-changed',
          homeId: held.homeId,
          streamId: held.streamId,
          data: { on: today, kind: input.kind, document },
        },
      ];
    },
  });
}
