import { z } from 'zod';
import { permit } from '../../foundation/actor.ts';
import { command } from '../../foundation/command.ts';
import type { NewEvent } from '../../foundation/events.ts';
import { refusal } from '../../foundation/refusal.ts';
import { correction, correctionFacts, correctionFields } from '../correct-standard.ts';
import { heldStandard } from '../held-standard.ts';
import { standardPermissions } from '../permissions.ts';
import { type HeldReport, heldReport } from './facts.ts';
import { correctionPermissions } from './permissions.ts';

const reason = z.string().trim().min(1).max(2_000);
const report = z.string().trim().min(1).max(100);

/** The reporter's address has served its purpose with the answer. */
const erasureBasis = 'Personal Information Protection Law, art. 47 (1): the report is answered';

/**
 * Accepts a report and corrects the record in the same act: one event in the stream of the report, one in that of the
 * standard.
 *
 * @throws Refusal `standards.report-unknown`, `standards.report-answered-already`, `standards.report-nothing-corrected` and those of a correction
 */
export const acceptWithCorrection = command({
  name: 'standards.accept-report-with-correction',
  input: z.strictObject({ report, reason, standard: z.string().min(1).max(300), ...correctionFields }),
  facts: ({ report: named, standard, statement }) => ({
    report: heldReport(named),
    ...correctionFacts(standard, statement),
  }),
  decide({ input, facts, actor }) {
    permit(actor, correctionPermissions.answer, facts.report?.homeId);
    permit(actor, standardPermissions.correct, facts.held?.homeId);
    const held = open(facts.report, input.report);
    const corrections = correction(input, facts);
    if (corrections.length === 0) throw refusal('standards.report-nothing-corrected', { number: held.number });
    return [...corrections, answered(held, { accepted: true, corrected: true, reason: input.reason })];
  },
});

/**
 * Answers a report without touching the record: refuses it, or accepts it when an act since the report has put the record
 * right.
 *
 * @throws Refusal `standards.report-unknown`, `standards.report-answered-already`, `standards.report-nothing-corrected`
 */
export const answerReport = command({
  name: 'standards.answer-report',
  input: z.strictObject({ report, reason, accepted: z.boolean(), standard: z.string().min(1).max(300) }),
  facts: ({ report: named, standard }) => ({ report: heldReport(named), held: heldStandard(standard) }),
  decide({ input, facts, actor }) {
    permit(actor, correctionPermissions.answer, facts.report?.homeId);
    const held = open(facts.report, input.report);
    const hasChanged = facts.held !== undefined && facts.held.lastAt > held.reportedAt;
    if (input.accepted && !hasChanged) throw refusal('standards.report-nothing-corrected', { number: held.number });
    return [answered(held, { accepted: input.accepted, corrected: false, reason: input.reason })];
  },
});

function open(held: HeldReport | undefined, named: string): HeldReport {
  if (!held) throw refusal('standards.report-unknown', { number: named });
  if (held.state !== 'open') throw refusal('standards.report-answered-already', { number: held.number });
  return held;
}

function answered(
  held: HeldReport,
  data: { readonly accepted: boolean; readonly corrected: boolean; readonly reason: string },
): NewEvent {
  return {
    type: 'correction-answered',
    homeId: held.homeId,
    streamId: held.streamId,
    data,
    ...(held.email === null ? {} : { erases: { textIds: [held.email.textId], basis: erasureBasis } }),
  };
}
