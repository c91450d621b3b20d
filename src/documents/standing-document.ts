import { z } from 'zod';
import type { Actor } from '../foundation/actor.ts';
import type { NewEvent } from '../foundation/events.ts';
import { privateText } from '../foundation/private-text.ts';
import { refusal } from '../foundation/refusal.ts';
import { contentHash } from './events.ts';
import type { HeldDocument, NamedContent } from './facts.ts';
import type { ActingBody } from './model.ts';

/** A content that lies in the store already, as a command is told of it. The salt comes along, so that no hash betrays the name. */
export const contentInput = z.strictObject({
  hash: contentHash,
  size: z.number().int().positive(),
  mediaType: z.string().min(3).max(120),
  fileName: z.strictObject({ text: z.string().min(1).max(200), salt: z.string().regex(/^[0-9a-f]{32}$/) }),
});

export type ContentInput = z.output<typeof contentInput>;

/** The content as an event may hold it, and the name of its file as it is kept apart. */
export function keptContent(
  { hash, size, mediaType, fileName }: ContentInput,
  { newId, actor }: { readonly newId: () => string; readonly actor: Actor },
): {
  readonly content: Readonly<Record<string, unknown>>;
  readonly privateTexts: NonNullable<NewEvent['privateTexts']>;
} {
  const { reference, kept } = privateText(fileName.text, {
    textId: newId(),
    salt: Buffer.from(fileName.salt, 'hex'),
    ...(actor.person === undefined ? {} : { personId: actor.person }),
  });
  return { content: { hash, size, mediaType, fileName: reference }, privateTexts: [kept] };
}

/** For whom the actor acts, in which role. */
export function actingBody(actor: Actor): ActingBody {
  return { organization: actor.organization, role: actor.appointment?.role ?? 'none' };
}

/**
 * The document, as something may still be done to it.
 *
 * @throws Refusal `documents.not-found`, `documents.withdrawn`
 */
export function standingDocument(held: HeldDocument | undefined, id: string): HeldDocument {
  if (!held) throw refusal('documents.not-found', { document: id });
  if (held.state.withdrawn)
    throw refusal('documents.withdrawn', { document: held.state.title, day: held.state.withdrawn.on });
  return held;
}

/**
 * What the law took away does not come back by another door.
 *
 * @throws Refusal `documents.content-was-erased`
 */
export function notErased(content: NamedContent | undefined, hash: string): void {
  if (content?.places.some(({ isErased }) => isErased)) throw refusal('documents.content-was-erased', { hash });
}
