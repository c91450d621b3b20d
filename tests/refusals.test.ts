import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyText, refusalPlaces, refusalsPage, refusedCodes } from './support/refusals-page.ts';
import { repository, sourceFiles } from './support/source-files.ts';

const codes = Object.keys(everyText);

describe('refusals', () => {
  it('are documented as they are: docs/refusals.md is what would be written now', () => {
    // node --import tsx scripts/refusals.mjs writes the file.
    expect(readFileSync(join(repository, 'docs/refusals.md'), 'utf8')).toBe(refusalsPage(everyText));
  });

  it('are all given somewhere: no text stands for a "no" that nobody says', () => {
    const places = refusalPlaces(codes);
    expect(codes.filter((code) => (places.get(code) ?? []).length === 0)).toEqual([]);
  });

  it('all have their sentences in both languages, with what to do', () => {
    const named = refusedCodes();
    expect(named.length).toBeGreaterThan(90);
    expect(named.filter((code) => everyText[code] === undefined)).toEqual([]);
    for (const [code, text] of Object.entries(everyText))
      for (const sentence of [text.zh, text.en, text.remedyZh, text.remedyEn])
        expect(sentence.length, code).toBeGreaterThan(1);
  });

  it('tell what to do and beg nobody: no Chinese sentence of the code holds 请 or 您', () => {
    const begs = /(?<![申邀])请(?!求)|您/;
    const begging = sourceFiles(['src', 'packages'], /\.(tsx?|json|ya?ml)$/)
      .filter(({ path }) => !/\.test\.tsx?$|event-samples|^packages\/\w+\/samples/.test(path))
      .flatMap(({ path, code }) =>
        code.split('\n').flatMap((line) => (begs.test(line) ? [`${path}: ${line.trim()}`] : [])),
      );
    expect(begging).toEqual([]);
  });
});
