import { describe, expect, test } from 'vitest';
import { readTemplateRow } from './standards-template.ts';

const checks = { isKnown: () => true, isCreditCode: () => true };

/** Relations and doubts of a row with these cells, as [target, rest] and [code, value]. */
function relationsIn(cells: Readonly<Record<string, string>>) {
  const texts = { number: 'GB/T 90001-2024', titleZh: '虚构', ...cells };
  const fields = new Map(Object.entries(texts).map(([field, text]) => [field, { text, kind: 'text' as const }]));
  const reading = readTemplateRow({ row: 5, fields }, { dateBase: 1900, sourceName: 'office-file', checks });
  if (reading.outcome === 'refused') return { relations: [], doubts: reading.problems.map(({ code }) => code) };
  return {
    relations: reading.records[0]?.statement.relations ?? [],
    doubts: reading.doubts.map(({ code }) => code),
  };
}

describe('replaced standards', () => {
  const partOf = (target: string, locality?: string) => ({
    kind: 'replaces',
    target,
    whole: false,
    ...(locality === undefined ? {} : { locality }),
  });

  test.each([
    ['GB/T 1-2011（第3章、附录A）', [partOf('GB/T 1-2011', '第3章、附录A')]],
    ['GB/T 1-2011第3章、附录A', [partOf('GB/T 1-2011', '第3章、附录A')]],
    ['GB/T 1-2011 中的第4章', [partOf('GB/T 1-2011', '第4章')]],
    ['代替GB/T 1-2011的5.2条', [partOf('GB/T 1-2011', '5.2条')]],
    ['GB/T 1-2011（部分内容）', [partOf('GB/T 1-2011', '部分内容')]],
    ['GB/T 1-2011（部分）', [partOf('GB/T 1-2011')]],
    ['GB/T 1-2011（部分代替，见附录A（规范性））', [partOf('GB/T 1-2011', '见附录A（规范性）')]],
    ['clause 5 of ISO 1:2000', [partOf('ISO 1:2000', 'clause 5')]],
    ['ISO 1:2000 (Annex A)', [partOf('ISO 1:2000', 'Annex A')]],
    ['ISO 1:2000, in part', [partOf('ISO 1:2000')]],
    ['GB/T 1-2011（表2）', [partOf('GB/T 1-2011', '表2')]],
    [
      'GB/T 8-2011（第3章）及GB/T 9-2011',
      [partOf('GB/T 8-2011', '第3章'), { kind: 'replaces', target: 'GB/T 9-2011' }],
    ],
    ['部分代替 GB/T 1.1~1.2-2011', [partOf('GB/T 1.1-2011'), partOf('GB/T 1.2-2011')]],
  ])('%s: a part of the document is replaced', (replaces, expected) => {
    expect(relationsIn({ replaces }).relations).toEqual(expected);
  });

  test.each([
    'GB/T 1.2-2011《试验 第2部分：附录的编写》',
    'GB/T 1.2-2011（代替）',
    '代替GB/T 1.2-2011',
    'GB/T 1.2-2011（全部代替）',
    'GB/T 1.2-2011（所有部分）',
    'GB/T 1.2-2011（2018年版）',
  ])('%s: the whole document is replaced', (replaces) => {
    const { relations, doubts } = relationsIn({ replaces });
    expect([relations.map(({ whole, locality }) => [whole, locality]), doubts]).toEqual([[[undefined, undefined]], []]);
  });

  test.each([
    'GB/T 1-2011（见说明）',
    'GB/T 1-2011（第2部分）',
    'GB/T 1-2011 试验 第2部分：附录的编写',
    '第3章代替GB/T 1-2011',
  ])('%s is taken whole, and told', (replaces) => {
    const { relations, doubts } = relationsIn({ replaces });
    expect([relations, doubts]).toEqual([
      [{ kind: 'replaces', target: 'GB/T 1-2011' }],
      ['standards.replaced-as-a-whole'],
    ]);
  });

  test.each(['GB/T 13-2015等', 'GB/T 13-2015等3项标准'])('%s means others that are not named', (replaces) => {
    expect(relationsIn({ replaces })).toEqual({
      relations: [{ kind: 'replaces', target: 'GB/T 13-2015' }],
      doubts: ['standards.others-not-named'],
    });
  });

  test.each(['GB/T 11.1~11.3-2015', 'GB/T 11.1-2015～GB/T 11.3-2015', 'GB/T 11.1至11.3—2015'])(
    '%s is each of the parts, and told',
    (replaces) => {
      const { relations, doubts } = relationsIn({ replaces });
      expect(relations.map(({ target }) => target)).toEqual(['GB/T 11.1-2015', 'GB/T 11.2-2015', 'GB/T 11.3-2015']);
      expect(doubts).toEqual(['standards.range-of-parts']);
    },
  );

  test.each(['GB/T 3100~3102-1993', 'GB/T 1.1~1.99-2015', 'GB/T 1.3~1.1-2015', 'GB/T 1.1-2015~GB/T 2.3-2015'])(
    '%s is no range of parts that can be told',
    (replaces) => {
      expect(relationsIn({ replaces }).doubts).toContain('standards.range-not-understood');
    },
  );

  test('a number behind one that is replaced in part is taken whole, and told', () => {
    const read = (replaces: string) => {
      const { relations, doubts } = relationsIn({ replaces });
      return [relations.map(({ whole }) => whole ?? true), doubts];
    };
    expect(read('部分代替GB/T 1-2011、GB/T 2-2011')).toEqual([[false, true], ['standards.part-of-the-one-before']]);
    expect(read('部分代替GB/T 1-2011，部分代替GB/T 2-2011')).toEqual([[false, false], []]);
    expect(read('部分代替GB/T 1-2011，代替GB/T 2-2011')).toEqual([[false, true], []]);
    expect(read('GB/T 1-2011（部分）、GB/T 2-2011')).toEqual([[false, true], []]);
  });

  test('the document that the old edition adopted is not replaced', () => {
    expect(relationsIn({ replaces: 'GB/T 1-1999 idt ISO 1:1998' })).toEqual({
      relations: [{ kind: 'replaces', target: 'GB/T 1-1999' }],
      doubts: ['standards.adopted-document-not-replaced'],
    });
  });
});

describe('adopted documents', () => {
  const adopted = (adopts: string, adoptionDegree = '') => {
    const { relations, doubts } = relationsIn({ adopts, adoptionDegree });
    return [...relations.map(({ target, degree }) => `${target} ${degree ?? '-'}`), ...doubts];
  };

  test.each([
    ['ISO 13485:2016，IDT', ['ISO 13485:2016 IDT']],
    ['ISO 9001:2015（等同采用）', ['ISO 9001:2015 IDT']],
    ['ISO 31000:2018，修改采用', ['ISO 31000:2018 MOD']],
    ['等同采用 ISO 9001:2015；ISO 9004:2018', ['ISO 9001:2015 IDT', 'ISO 9004:2018 -']],
    ['NEQ ISO 10002:2018；IDT ISO 10012:2003', ['ISO 10002:2018 NEQ', 'ISO 10012:2003 IDT']],
    ['ISO 9001:2015；IDT ISO 9004:2018', ['ISO 9001:2015 -', 'ISO 9004:2018 IDT']],
    ['非等效采用 ISO 10002:2018；idt ISO 10012:2003', ['ISO 10002:2018 NEQ', 'ISO 10012:2003 IDT']],
    ['ISO 1:2000 IDT, ISO 2:2000 NEQ', ['ISO 1:2000 IDT', 'ISO 2:2000 NEQ']],
    ['eqv ISO 1:2000、等效采用ISO 2:2000', ['ISO 1:2000 EQV', 'ISO 2:2000 EQV']],
    ['ISO 1:2000，IDT（等同采用）', ['ISO 1:2000 IDT']],
    ['等同 ISO 1:2000', ['ISO 1:2000 IDT']],
    ['ISO 1:2000（修改）', ['ISO 1:2000 MOD']],
  ])('%s: %j', (text, expected) => {
    expect(adopted(text)).toEqual(expected);
  });

  test('the column of degrees speaks for those without one of their own', () => {
    expect(adopted('ISO 1:2000；ISO 2:2000，IDT', '修改采用')).toEqual(['ISO 1:2000 MOD', 'ISO 2:2000 IDT']);
    expect(adopted('ISO 1:2000', '大致相同')).toEqual(['ISO 1:2000 -', 'standards.field-not-understood']);
  });

  test.each(['ISO 1:2000（参考）', 'ISO 1:2000 IDT MOD', '参照ISO 1:2000'])('%s leaves words that are told', (text) => {
    expect(adopted(text)).toEqual(['ISO 1:2000 -', 'standards.words-beside-number']);
  });
});

test('cells made to be slow are read in linear time', () => {
  const started = process.cpuUsage();
  for (const part of ['（', 'GB/T 1-2011（', '第3章、', 'GB/T 1.1~', 'T/A 1 ', '部分', '等同采用 '] as const)
    for (const field of ['replaces', 'adopts'] as const) relationsIn({ [field]: part.repeat(30_000 / part.length) });
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(4_000);
});
