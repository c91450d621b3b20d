import { z } from 'zod';
import { permit } from '../foundation/actor.ts';
import { command } from '../foundation/command.ts';
import { refusal } from '../foundation/refusal.ts';
import { personHeld, personOfEmail } from './facts.ts';
import { peoplePermissions } from './permissions.ts';
import { partedPerson, personShape } from './personal-texts.ts';

/**
 * Enters a person: name, e-mail and telephone as private texts. One person is entered once for an e-mail address.
 *
 * @throws Refusal `people.email-held`, `people.name-missing`, `people.email-wrong`
 */
export const enterPerson = command({
  name: 'people.enter-person',
  input: personShape,
  facts: ({ emailKey }) => ({ holder: personOfEmail(emailKey) }),
  decide({ input, facts, actor, newId }) {
    permit(actor, peoplePermissions.enter, actor.organization);
    if (facts.holder) throw refusal('people.email-held');
    const personId = newId();
    const { data, privateTexts } = partedPerson(input, personId, newId);
    const takes = data['emailKey'] === undefined ? [] : [data['emailKey']];
    return [
      {
        type: 'person-entered',
        homeId: actor.organization,
        streamId: personId,
        data: { ...data, takes },
        privateTexts,
      },
    ];
  },
});

/**
 * States anew who a person is; the texts from before are erased with it. Everybody may do so for themselves.
 *
 * @throws Refusal `people.person-unknown`, `people.email-held`, `people.name-missing`, `people.email-wrong`
 */
export const changePerson = command({
  name: 'people.change-person',
  input: personShape.extend({ personId: z.uuid() }),
  facts: ({ personId, emailKey }) => ({ person: personHeld(personId), holder: personOfEmail(emailKey) }),
  decide({ input: { personId, ...input }, facts, actor, newId }) {
    const { person, holder } = facts;
    if (!person || person.isErased) throw refusal('people.person-unknown', { personId });
    if (actor.person !== personId) permit(actor, peoplePermissions.change, person.homeId);
    if (holder && holder.streamId !== personId) throw refusal('people.email-held');
    const { data, privateTexts } = partedPerson(input, personId, newId);
    const key = data['emailKey'];
    const isSame = key === (person.emailKey ?? undefined);
    return [
      {
        type: 'person-changed',
        homeId: person.homeId,
        streamId: personId,
        data: {
          ...data,
          takes: isSame || key === undefined ? [] : [key],
          releases: isSame || person.emailKey === null ? [] : [person.emailKey],
        },
        privateTexts,
        erases: { textIds: person.texts, basis: 'Personal Information Protection Law, art. 46: corrected' },
      },
    ];
  },
});

/** Once everything written of a person is erased, the address may be entered again. A timer asks; asking twice changes nothing. */
export const forgetPerson = command({
  name: 'people.forget-person',
  input: z.strictObject({ personId: z.uuid() }),
  facts: ({ personId }) => ({ person: personHeld(personId) }),
  decide({ input, facts, actor }) {
    permit(actor, peoplePermissions.forget);
    const { person } = facts;
    if (!person?.isErased || person.emailKey === null) return [];
    return [
      {
        type: 'person-forgotten',
        homeId: person.homeId,
        streamId: input.personId,
        data: { releases: [person.emailKey], basis: peoplePermissions.forget.basis },
      },
    ];
  },
});
