import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { originShape } from './events.ts';
import { contentByHash, documentById } from './facts.ts';
import { currentVersion } from './model.ts';
import { documentPermissions } from './permissions.ts';
import { actingBody, contentInput, keptContent, notErased, standingDocument } from './standing-document.ts';

/**
 * Adds the next version: from now on this content counts, and approvals of another one are void. The content that counts
 * already makes no event.
 *
 * @throws Refusal `documents.not-found`, `documents.withdrawn`, `documents.content-was-erased`
 */
export const addVersion = command({
  name: 'documents.add-version',
  input: z.strictObject({
    document: z.uuid(),
    content: contentInput,
    origin: originShape.default({ how: 'uploaded' }),
  }),
  facts: ({ document, content }) => ({ held: documentById(document), named: contentByHash(content.hash) }),
  decide({ input, facts, actor, newId }) {
    const { homeId, streamId, state } = standingDocument(facts.held, input.document);
    permit(actor, documentPermissions.addVersion, homeId);
    notErased(facts.named, input.content.hash);
    if (currentVersion(state)?.hash === input.content.hash) return [];
    const { content, privateTexts } = keptContent(input.content, { newId, actor });
    const data = { content, origin: input.origin, by: actingBody(actor) };
    return [{ type: 'document-version-added', homeId, streamId, data, privateTexts }];
  },
});
