import { z } from 'zod';
import { emailAddress } from '../foundation/email-address.ts';
import type { EventData, PrivateText } from '../foundation/events.ts';
import { privateText } from '../foundation/private-text.ts';
import { refusal } from '../foundation/refusal.ts';

const salt = z.string().regex(/^[0-9a-f]{32}$/);

/** What is entered of a person. The salts come with the input, so that not even its hash betrays anything. */
export const personShape = z.strictObject({
  name: z.string().max(200),
  email: z.string().max(300).optional(),
  phone: z.string().max(40).optional(),
  emailKey: z.string().optional(),
  lang: z.enum(['zh-Hans', 'en']),
  salts: z.tuple([salt, salt, salt]),
});

export type PersonInput = z.output<typeof personShape>;

interface Parted {
  readonly data: EventData;
  readonly privateTexts: readonly PrivateText[];
}

/**
 * Parts what is entered of a person into what the event may say and what is kept apart.
 *
 * @throws Refusal `people.name-missing`, `people.email-wrong`
 */
export function partedPerson(input: PersonInput, personId: string, newId: () => string): Parted {
  const name = input.name.normalize('NFC').trim();
  if (name === '') throw refusal('people.name-missing');
  const email = input.email === undefined || input.email.trim() === '' ? undefined : emailAddress(input.email);
  if (email === undefined && (input.email ?? '').trim() !== '') throw refusal('people.email-wrong');
  const phone = (input.phone ?? '').trim();
  const keep = (text: string, place: 0 | 1 | 2) =>
    privateText(text, { textId: newId(), salt: Buffer.from(input.salts[place], 'hex'), personId });
  const kept = {
    name: keep(name, 0),
    ...(email === undefined ? {} : { email: keep(email, 1) }),
    ...(phone === '' ? {} : { phone: keep(phone, 2) }),
  };
  return {
    data: {
      ...Object.fromEntries(Object.entries(kept).map(([field, { reference }]) => [field, reference])),
      ...(email === undefined || input.emailKey === undefined ? {} : { emailKey: input.emailKey }),
      lang: input.lang,
    },
    privateTexts: Object.values(kept).map(({ kept: text }) => text),
  };
}
