import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import type { NewEvent } from '../foundation/events.ts';
import { originShape, subjectShape } from './events.ts';
import { contentByHash } from './facts.ts';
import { documentPermissions } from './permissions.ts';
import { actingBody, contentInput, keptContent, notErased } from './standing-document.ts';
import { textFactsShape } from './text-access.ts';

/**
 * Enters a document of a case, a standard or a template, with its first version when there is one. Its kind is a code of
 * `document-kinds`; whoever calls has looked it up. The content lies in the store already.
 *
 * @throws Refusal `documents.content-was-erased`
 */
export const enterDocument = command({
  name: 'documents.enter-document',
  input: z.strictObject({
    home: z.uuid(),
    subject: subjectShape,
    kind: z.string().regex(/^[a-z][a-z-]{1,59}$/),
    title: z.string().trim().min(1).max(300),
    lang: z.enum(['zh-Hans', 'en', 'fr', 'ru', 'es', 'de', 'ja', 'und']),
    access: textFactsShape,
    content: contentInput.optional(),
    origin: originShape.default({ how: 'uploaded' }),
  }),
  facts: ({ content }) => ({ named: contentByHash(content?.hash ?? '') }),
  decide({ input, facts, actor, newId }): readonly NewEvent[] {
    permit(actor, documentPermissions.enter, input.home);
    const { home, subject, kind, title, lang, access, content, origin } = input;
    const place = { homeId: home, streamId: newId() };
    const entered: NewEvent = { type: 'document-entered', ...place, data: { subject, kind, title, lang, access } };
    if (content === undefined) return [entered];
    notErased(facts.named, content.hash);
    const kept = keptContent(content, { newId, actor });
    const data = { content: kept.content, origin, by: actingBody(actor) };
    return [entered, { type: 'document-version-added', ...place, data, privateTexts: kept.privateTexts }];
  },
});
