import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { contentHash } from './events.ts';
import { documentById } from './facts.ts';
import { currentVersion } from './model.ts';
import { documentPermissions } from './permissions.ts';
import { actingBody, standingDocument } from './standing-document.ts';

/**
 * Approves a content, and no other: the hash says which. Only what counts can be approved, so that nobody approves a text
 * that was replaced while it was read. The same body approving the same content under the same rule again makes no event.
 *
 * @throws Refusal `documents.not-found`, `documents.withdrawn`, `documents.not-the-current-version`
 */
export const approveVersion = command({
  name: 'documents.approve-version',
  input: z.strictObject({ document: z.uuid(), hash: contentHash, rule: z.string().trim().min(1).max(500) }),
  facts: ({ document }) => ({ held: documentById(document) }),
  decide({ input, facts, actor }) {
    const { homeId, streamId, state } = standingDocument(facts.held, input.document);
    permit(actor, documentPermissions.approve, homeId);
    const { hash, rule } = input;
    const current = currentVersion(state);
    if (current?.hash !== hash || state.erased.some((one) => one.hash === hash))
      throw refusal('documents.not-the-current-version', { hash, current: current?.hash ?? '—' });
    const by = actingBody(actor);
    const isRepeated = state.approvals.some(
      (one) =>
        one.hash === hash && one.rule === rule && one.by.organization === by.organization && one.by.role === by.role,
    );
    return isRepeated ? [] : [{ type: 'document-version-approved', homeId, streamId, data: { hash, rule, by } }];
  },
});
