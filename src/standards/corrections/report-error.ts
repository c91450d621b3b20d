import { z } from 'zod';
import { permit } from '../../foundation/actor.ts';
import { addDays } from '../../foundation/clock.ts';
import { command } from '../../foundation/command.ts';
import { privateText } from '../../foundation/private-text.ts';
import { refusal } from '../../foundation/refusal.ts';
import { heldStandard, standing } from '../held-standard.ts';
import { answerWithinDays, isReportable, longestEvidence, longestShouldBe, reportNumber } from './model.ts';
import { correctionPermissions } from './permissions.ts';

const salt = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * A reader reports an error in a record. The report becomes a thing of its own with a number, an answer and a history; what
 * the reader wrote lies in private texts, whose salts come with the input so that no hash betrays them.
 *
 * @throws Refusal `standards.not-in-register`, `standards.report-field-unknown`, `standards.report-incomplete`, `standards.report-too-long`
 */
export const reportError = command({
  name: 'standards.report-error',
  input: z.strictObject({
    /** Permanent address of the record. */
    standard: z.string().min(1).max(300),
    field: z.string().max(100),
    /** What the page showed. */
    was: z.string().max(4_000),
    shouldBe: z.string(),
    evidence: z.string(),
    email: z.string().max(254).optional(),
    salts: z.tuple([salt, salt, salt]),
  }),
  facts: ({ standard }) => ({ held: heldStandard(standard) }),
  decide({ input, facts, actor, today, newId, randomBytes }) {
    permit(actor, correctionPermissions.report, actor.organization);
    const held = standing(facts.held, input.standard);
    if (!isReportable(input.field)) throw refusal('standards.report-field-unknown');
    const said = { shouldBe: input.shouldBe.trim(), evidence: input.evidence.trim() };
    if (said.shouldBe === '' || said.evidence === '') throw refusal('standards.report-incomplete');
    notTooLong(said.shouldBe, longestShouldBe);
    notTooLong(said.evidence, longestEvidence);
    const keeping = (index: 0 | 1 | 2) => ({ textId: newId(), salt: Buffer.from(input.salts[index], 'hex') });
    const shouldBe = privateText(said.shouldBe, keeping(0));
    const evidence = privateText(said.evidence, keeping(1));
    const email = input.email === undefined ? undefined : privateText(input.email, keeping(2));
    return [
      {
        type: 'correction-requested',
        homeId: actor.organization,
        streamId: newId(),
        data: {
          number: reportNumber(today, randomBytes(6)),
          standard: { homeId: held.homeId, standardId: held.streamId },
          standardNumber: held.number,
          standardAddress: held.address,
          field: input.field,
          was: input.was,
          shouldBe: shouldBe.reference,
          evidence: evidence.reference,
          ...(email === undefined ? {} : { email: email.reference }),
          answerBy: addDays(today, answerWithinDays),
        },
        privateTexts: [shouldBe.kept, evidence.kept, ...(email === undefined ? [] : [email.kept])],
      },
    ];
  },
});

function notTooLong(text: string, longest: number): void {
  if (text.length > longest) throw refusal('standards.report-too-long', { length: text.length, longest });
}
