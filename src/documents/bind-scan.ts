import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { contentHash } from './events.ts';
import { contentByHash, documentById } from './facts.ts';
import { documentPermissions } from './permissions.ts';
import { actingBody, contentInput, keptContent, notErased, standingDocument } from './standing-document.ts';

const scanTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/tiff'];

/**
 * The sealed and signed paper came back: its scan is bound to the hash of the version that it signs, and stays with that
 * text when a later version takes its place. The same scan again makes no event.
 *
 * @throws Refusal `documents.not-found`, `documents.withdrawn`, `documents.version-unknown`, `documents.scan-not-a-picture`,
 * `documents.content-was-erased`
 */
export const bindScan = command({
  name: 'documents.bind-scan',
  input: z.strictObject({ document: z.uuid(), signs: contentHash, content: contentInput }),
  facts: ({ document, content }) => ({ held: documentById(document), named: contentByHash(content.hash) }),
  decide({ input, facts, actor, newId }) {
    const { homeId, streamId, state } = standingDocument(facts.held, input.document);
    permit(actor, documentPermissions.bindScan, homeId);
    const { signs } = input;
    if (!state.versions.some(({ hash }) => hash === signs)) throw refusal('documents.version-unknown', { hash: signs });
    if (!scanTypes.includes(input.content.mediaType))
      throw refusal('documents.scan-not-a-picture', {
        file: input.content.fileName.text,
        type: input.content.mediaType,
      });
    notErased(facts.named, input.content.hash);
    if (state.scans.some((scan) => scan.hash === input.content.hash && scan.signs === signs)) return [];
    const { content, privateTexts } = keptContent(input.content, { newId, actor });
    return [
      { type: 'document-scan-bound', homeId, streamId, data: { content, signs, by: actingBody(actor) }, privateTexts },
    ];
  },
});
