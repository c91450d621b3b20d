import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { documentById } from './facts.ts';
import { documentPermissions } from './permissions.ts';
import { standingDocument } from './standing-document.ts';

/**
 * The document counts no more from today: it stays readable to those who may, its approvals are void.
 *
 * @throws Refusal `documents.not-found`, `documents.withdrawn`
 */
export const withdrawDocument = command({
  name: 'documents.withdraw-document',
  input: z.strictObject({ document: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  facts: ({ document }) => ({ held: documentById(document) }),
  decide({ input, facts, actor, today }) {
    const { homeId, streamId } = standingDocument(facts.held, input.document);
    permit(actor, documentPermissions.withdraw, homeId);
    return [{ type: 'document-withdrawn', homeId, streamId, data: { on: today, reason: input.reason } }];
  },
});
