import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { canonicalJson } from '../foundation/canonical-json.ts';
import { command } from '../foundation/command.ts';
import { documentById } from './facts.ts';
import { documentPermissions } from './permissions.ts';
import { standingDocument } from './standing-document.ts';
import { textFactsShape } from './text-access.ts';

/**
 * States anew what the access rule of the text looks at: it was published, its owner opens it, a source allows more.
 *
 * @throws Refusal `documents.not-found`, `documents.withdrawn`
 */
export const changeAccess = command({
  name: 'documents.change-access',
  input: z.strictObject({ document: z.uuid(), access: textFactsShape, reason: z.string().trim().min(1).max(500) }),
  facts: ({ document }) => ({ held: documentById(document) }),
  decide({ input, facts, actor }) {
    const { homeId, streamId, state } = standingDocument(facts.held, input.document);
    permit(actor, documentPermissions.changeAccess, homeId);
    if (canonicalJson(state.access) === canonicalJson(input.access)) return [];
    const data = { access: input.access, reason: input.reason };
    return [{ type: 'document-access-changed', homeId, streamId, data }];
  },
});
