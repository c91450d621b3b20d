import { describe, expect, test } from 'vitest';
import { replaced, sample, sampleText } from '../tests/support/sample.ts';
import { readProcedure } from './read-procedure.ts';

const lineOfText = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length;

test('a definition is read whole: groups are spread, actors are taken apart, what is not written is not there', () => {
  const { procedure, mistakes } = readProcedure('sample.yaml', sampleText);
  expect(mistakes).toEqual([]);
  expect(procedure?.step('extend')?.from).toEqual(['drafting', 'commenting', 'answering', 'voting']);
  expect(procedure?.step('ask')?.by).toEqual([{ role: 'secretary', of: 'committee' }]);
  expect(procedure?.step('propose')?.by).toEqual([{ role: 'anyone' }]);
  expect(procedure?.step('freeze')?.by).toEqual([]);
  expect(procedure?.step('ask')?.documents).toEqual([
    { kinds: ['draft'], isRequired: true },
    { kinds: ['explanation'], isRequired: false },
  ]);
  expect(Object.keys(procedure?.step('answer') ?? {})).not.toContain('to');
  expect(sample.stages.filter(({ track }) => track === 'patents').map(({ id }) => id)).toEqual([
    'reported',
    'licensed',
  ]);
  expect(sample.windowOf('vote')?.majority).toEqual([{ rule: 'vote' }]);
});

describe('a mistake of form stands on its line', () => {
  test.each([
    ['version: 1', 'version: one'],
    ['kind: ballot', 'kind: show-of-hands'],
    ['by: approver@authority', 'by: approver of authority'],
    ['opens: comments', 'opens: [comments]'],
    ['transfers: committee', 'transferred: committee'],
    ['final: refused', 'final: denied'],
    ['resumes: true', 'resumes: false'],
    ['atLeast: { rule: expert-minimum }', 'atLeast: many'],
    ['jurisdiction: nation', 'jurisdiction: moon'],
  ])('%s written as %s', (piece, by) => {
    const text = replaced(piece.startsWith('jurisdiction') ? `${sampleText}${piece}\n` : sampleText, piece, by);
    const { procedure, mistakes } = readProcedure('sample.yaml', text);
    expect(procedure).toBeUndefined();
    expect(mistakes).toHaveLength(1);
    const [mistake] = mistakes;
    expect(mistake).toMatchObject({ file: 'sample.yaml', code: 'shape-wrong' });
    const line = lineOfText(text, by);
    expect(Math.abs((mistake?.line ?? 0) - line), `line ${mistake?.line}, written on ${line}`).toBeLessThanOrEqual(15);
    expect(mistake?.what.zh).not.toBe('');
    expect(mistake?.remedy.en).toContain('docs/schemas');
  });

  test('a text that is no YAML says where', () => {
    const { mistakes } = readProcedure('sample.yaml', replaced(sampleText, 'from: start', 'from: [start'));
    expect(mistakes[0]).toMatchObject({ code: 'file-unreadable' });
    expect(mistakes[0]?.line).toBeGreaterThan(40);
  });

  test('every mistake is told at once', () => {
    const text = replaced(replaced(sampleText, 'version: 1', 'version: 0'), 'kind: ballot', 'kind: x');
    expect(readProcedure('sample.yaml', text).mistakes).toHaveLength(2);
  });
});
