import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rulebook, type WalkGround, walk } from '@guiju/procedure-language';
import { describe, expect, it } from 'vitest';
import { repository } from '../support/source-files.ts';
import { seededChance } from './chance.ts';
import { definitions, mutantOf, procedureIds, procedureOf, publishing } from './definitions.ts';

/**
 * Walks by chance through every definition (issue: 1,000 each; 100,000 in tests/endurance): no step without its actor, no
 * publication without approval, no stage left before its time or over anything open, every walk ends or waits for somebody by a
 * day, and the history read again gives the same case.
 */
const walks = 1000;

/** The rulebook with what is switched off switched on, so that the steps that wait for it are walked as well. */
const switchedOn: Rulebook = new Map(
  [...definitions.rulebook].map(([id, rule]) =>
    id === 'fast-procedure-c'
      ? [
          id,
          {
            ...rule,
            values: rule.values.map((value) => ({ ...value, content: { kind: 'switch', on: true } as const })),
          },
        ]
      : [id, rule],
  ),
);

function groundOf(seed: number): WalkGround {
  return {
    rulebook: switchedOn,
    calendar: definitions.calendar,
    from: '2026-01-05',
    random: seededChance(seed),
    publishing,
    longest: 110,
  };
}

describe('walks by chance', () => {
  it.each(procedureIds)('%s keeps every promise, and every step of it is taken', (id) => {
    const procedure = procedureOf(id);
    const taken = new Set<string>();
    const ends = new Set<string>();
    for (let seed = 0; seed < walks; seed++) {
      const walked = walk(procedure, groundOf(seed));
      expect(walked.broken, `walk ${seed}`).toEqual([]);
      for (const step of walked.taken) taken.add(step);
      if (walked.state.ended !== undefined) ends.add(walked.state.ended.stage);
    }
    expect(procedure.steps.map(({ id: step }) => step).filter((step) => !taken.has(step))).toEqual([]);
    expect(ends.size).toBeGreaterThan(0);
  });

  it('is the same walk again for the same seed', () => {
    const procedure = procedureOf('review');
    expect(walk(procedure, groundOf(7)).events).toEqual(walk(procedure, groundOf(7)).events);
  });
});

describe('every definition', () => {
  it.each(procedureIds)('%s cites the basis of each step, and its sources are in the rulebook', (id) => {
    const steps = procedureOf(id).steps;
    expect(steps.filter(({ basis }) => basis.length === 0).map((step) => step.id)).toEqual([]);
    const sources = steps.flatMap(({ basis, guards }) => [...basis, ...guards.flatMap((guard) => guard.basis)]);
    expect(sources.map(({ source }) => source).filter((source) => !definitions.legalSources.has(source))).toEqual([]);
  });

  it.each(procedureIds)('%s stands in the table of all procedures with its present version', (id) => {
    const readme = readFileSync(join(repository, 'definitions/procedures/README.md'), 'utf8');
    const { version, steps, stages, tracks } = procedureOf(id);
    expect(readme).toContain(`| ${id} | ${version} |`);
    expect(readme).toContain(`| ${tracks.length} / ${stages.length} / ${steps.length} |`);
  });

  it.each(procedureIds)('%s names no number itself: periods and limits are rules', (id) => {
    const written = JSON.stringify(procedureOf(id));
    expect(written).not.toMatch(/"(?:atLeast|atMost)":(?!0\b|1\b|\{)/);
  });

  it.each(procedureIds)('%s asks of a person who publishes an approval that holds', (id) => {
    for (const step of procedureOf(id).steps.filter(({ makes }) => makes.some((act) => publishing.has(act))))
      expect(JSON.stringify(step.guards)).toContain('"approved"');
  });
});

/** A publication straight from the making, that asks for nothing. */
const unapproved = {
  title: { zh: '直接发布', en: 'Publish at once' },
  by: 'department-officer@regime-authority',
  from: 'drafting',
  to: 'text-awaited',
  makes: 'standard-published',
  basis: ['proposed'],
};

describe('a definition with something taken away', () => {
  const step = (id: string) => ['tracks', 'main', 'steps', id];

  it.each([
    ['national-voluntary', [...step('publish'), 'guards', 0], 'published-without-approval'],
    ['national-mandatory', [...step('publish'), 'guards', 0], 'published-without-approval'],
    ['review', [...step('withdraw'), 'guards', 0], 'published-without-approval'],
    ['foreign-version', [...step('publish'), 'guards', 0], 'published-without-approval'],
    ['amendment-sheet', [...step('conclude-comments')], 'window-never-concluded'],
    ['national-voluntary', ['tracks', 'main', 'stages', 'drafting', 'within'], 'waits-without-deadline'],
    ['national-voluntary', ['windows', 'review-ballot', 'majority'], 'ballot-without-majority'],
    ['national-mandatory', [...step('deliver'), 'basis'], 'without-basis'],
    ['complaint', [...step('tell-end')], 'waits-for-nobody'],
    ['report', [...step('designate')], 'waits-for-nobody'],
    ['interpretation', [...step('take-up')], 'stage-never-reached'],
  ] as const)('%s without %j is refused at the start', (id, path, code) => {
    expect(mutantOf(id, path).mistakes).toContain(code);
  });

  it('is refused at the start when its actor is nobody’s role', () => {
    expect(mutantOf('review', [...step('forward'), 'by'], 'somebody-else@department').mistakes).toContain(
      'unknown-name',
    );
  });

  it('is refused at the start when its window follows a rule that is not in the rulebook', () => {
    expect(mutantOf('amendment-sheet', ['windows', 'public-comments', 'least'], 'two-weeks').mistakes).toContain(
      'unknown-rule',
    );
  });

  /** The walk asks the promises of the whole definition while another one decides. */
  it.each([
    [
      'a step that anybody takes',
      'review',
      [...step('forward'), 'by'],
      'anyone',
      /somebody who does not hold the role/,
    ],
    [
      'a window without its least time',
      'amendment-sheet',
      ['windows', 'public-comments', 'least'],
      undefined,
      /less than any rule/,
    ],
    ['an approval that is not asked for', 'special-regime', [...step('publish')], unapproved, /without an approval/],
    [
      'a separation of duties left out',
      'national-voluntary',
      [...step('conclude-review'), 'notBy'],
      undefined,
      /taken by who took/,
    ],
  ] as const)('breaks a promise: %s', (_, id, path, value, promise) => {
    const whole = procedureOf(id);
    const mutant = mutantOf(id, path, value).procedure;
    if (mutant === undefined) throw new Error('The mutant can not be read.');
    const broken: string[] = [];
    for (let seed = 0; seed < 300 && broken.length === 0; seed++)
      broken.push(...walk(mutant, { ...groundOf(seed), promised: whole }).broken);
    expect(broken.join('; ')).toMatch(promise);
  });
});
