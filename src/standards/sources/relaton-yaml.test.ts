import { describe, expect, test } from 'vitest';
import { refusalMessage } from '../../foundation/refusal.ts';
import { sourceReadingTexts } from './refusals.ts';
import { readRelatonYaml } from './relaton-yaml.ts';

const current = `---
id: ISO90012015
title:
- {language: en, script: Latn, content: Quality management systems, type: title-intro}
- {language: en, script: Latn, content: Requirements, type: title-main}
- {language: en, script: Latn, content: Quality management systems - Requirements, type: main}
- {language: fr, content: Systèmes de management de la qualité, type: title-intro}
- {language: fr, content: Exigences, type: title-main}
source:
- {type: src, content: https://www.iso.org/standard/62085.html}
docidentifier:
- {content: ISO 9001, type: iso-undated}
- {content: 'ISO 9001:2015', type: ISO, primary: true}
- {content: 'urn:iso:std:iso:9001:stage-95.99', type: URN}
date:
- {type: published, at: 2015-09}
contributor:
- role: [{type: publisher}]
  organization: {name: [{content: International Organization for Standardization}], abbreviation: {content: ISO}}
- role: [{type: author, description: [{content: committee}]}]
  organization:
    name: [{content: International Organization for Standardization}]
    subdivision: [{name: [{content: Quality systems}], identifier: [{content: ISO/TC 176/SC 2}], type: technical-committee}]
edition: {content: '5'}
language: [en, fr]
abstract: [{language: en, content: '<p>specifies requirements</p>'}]
status: {stage: {content: '95'}, substage: {content: '99'}}
relation:
- type: obsoletes
  bibitem: {formattedref: {content: 'ISO 9001:2008'}, docidentifier: [{content: 'ISO 9001:2008', type: ISO, primary: true}]}
- type: obsoletedBy
  bibitem: {docidentifier: [{content: 'ISO 9001:2026', type: ISO, primary: true}]}
- type: updatedBy
  bibitem: {docidentifier: [{content: 'ISO 9001:2015/Amd 1:2024', type: ISO}]}
ext:
  ics: [{code: 03.120.10, text: Quality management}, {code: 53.060}]
`;

const legacy = `
fetched: 2022-06-22
docid: {id: T13368, type: JB}
title:
  - {content: 叉车属具 软包夹, language: zh, script: Hans}
  - {content: Forklift attachment, language: en, script: Latn}
docstatus: {stage: activated}
date: {type: published, value: "2009-01-01"}
contributor:
  organization: {name: [{content: State Economic and Trade Commission, language: en}, {content: 国家发改委, language: zh}]}
  role: publisher
committee: {type: technical, name: 国家发改委}
ics: {code: 53.060}
ccs: {code: J83}
structuredidentifier: {type: Chinese Standard, project_number: JB/T 13368}
`;

describe('records of today', () => {
  const [record] = recordsIn(current);

  test('the primary identifier is the number, the whole title goes before its elements', () => {
    expect(record?.source).toEqual({ name: 'relaton', key: 'ISO 9001:2015' });
    expect(record?.statement.titles).toEqual([
      { lang: 'en', text: 'Quality management systems - Requirements', standing: 'official' },
      { lang: 'fr', text: 'Systèmes de management de la qualité — Exigences', standing: 'official' },
    ]);
  });

  test('stage, date, committee, issuer, edition, classification and scope are taken', () => {
    expect(record?.statement).toMatchObject({
      stage: 'iso 95.99',
      reported: { state: 'withdrawn' },
      publishedOn: { written: '2015-09', first: '2015-09-01', last: '2015-09-30' },
      committee: 'ISO/TC 176/SC 2',
      issuers: ['ISO'],
      edition: 5,
      ics: ['03.120.10', '53.060'],
      scope: [{ lang: 'en', text: 'specifies requirements' }],
      textAddress: 'https://www.iso.org/standard/62085.html',
    });
  });

  test('an amendment of it is stated by the amendment, not here', () => {
    expect(record?.statement.relations).toEqual([
      { kind: 'replaces', target: 'ISO 9001:2008' },
      { kind: 'replacedBy', target: 'ISO 9001:2026' },
    ]);
  });
});

describe('older records', () => {
  test('a split number is taken whole, an ICS code is not a number, single items stand for lists', () => {
    const [record] = recordsIn(legacy);
    expect(record?.statedOn).toBe('2022-06-22');
    expect(record?.statement).toMatchObject({
      number: 'JB/T 13368',
      ics: ['53.060'],
      ccs: ['J83'],
      committee: '国家发改委',
      issuers: ['国家发改委'],
      reported: { state: 'inForce', words: 'activated' },
      publishedOn: { written: '2009-01-01' },
    });
    expect(record?.statement.titles.map(({ lang }) => lang)).toEqual(['zh-Hans', 'en']);
  });

  test('an ISO committee is put together from its parts', () => {
    const yaml = `docid: {id: 'ISO 1:2022', type: ISO}\neditorialgroup: {agency: [ISO], technical_committee: [{name: a, type: TC, number: 213}], subcommittee: [{type: SC, number: 1}]}`;
    expect(recordsIn(yaml)[0]?.statement.committee).toBe('ISO/TC 213/SC 1');
  });

  test('"updates" means the base for a supplement, the successor for an edition, and nothing where it is not clear', () => {
    const updating = (number: string, target: string) =>
      readRelatonYaml(
        `docid: {id: '${number}', type: ISO}\nrelation: {type: updates, bibitem: {docid: {id: '${target}', type: ISO}}}`,
      )[0];
    const relations = (number: string, target: string) => {
      const reading = updating(number, target);
      return reading?.outcome === 'read' ? reading.records[0]?.statement.relations : undefined;
    };
    expect(relations('ISO 1:2016/Amd 1:2020', 'ISO 1:2016')).toEqual([{ kind: 'amends', target: 'ISO 1:2016' }]);
    expect(relations('ISO 1:2002', 'ISO 1:2016')).toEqual([{ kind: 'replacedBy', target: 'ISO 1:2016' }]);
    expect(relations('ISO 1:2016', 'ISO 2:2020')).toEqual([]);
    expect(updating('ISO 1:2016', 'ISO 2:2020')).toMatchObject({ doubts: [{ code: 'standards.relation-ambiguous' }] });
  });

  test('an adopted document carries its degree', () => {
    const yaml = `docid: {id: GB/T 42061-2022, type: Chinese Standard}\nrelation: {type: adoptedFrom, description: {content: identical}, bibitem: {formattedref: 'ISO 13485:2016'}}`;
    expect(recordsIn(yaml)[0]?.statement.relations).toEqual([
      { kind: 'adopts', target: 'ISO 13485:2016', degree: 'IDT' },
    ]);
  });
});

describe('files', () => {
  test('several documents, lists and collections give a record each', () => {
    const one = (n: number) => `docid: {id: 'ISO ${n}:2020', type: ISO}`;
    expect(recordsIn(`${one(1)}\n---\n${one(2)}`)).toHaveLength(2);
    expect(recordsIn(`- ${one(1)}\n- ${one(2)}`)).toHaveLength(2);
    expect(recordsIn(`root:\n  items:\n  - ${one(1)}\n  - ${one(2)}`)).toHaveLength(2);
  });

  test('a record without a number is refused, the others are read', () => {
    const readings = readRelatonYaml(`- {title: nothing}\n- {docid: {id: 'ISO 1:2020', type: ISO}}\n- 17`);
    expect(readings.map(({ outcome }) => outcome)).toEqual(['refused', 'read', 'refused']);
    expect(readings[0]).toMatchObject({ problems: [{ row: 1, code: 'standards.record-without-number' }] });
  });

  test('broken YAML names the line', () => {
    expect(readRelatonYaml('docid: {id: a\n  b: [\n')[0]).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'standards.record-not-yaml' }],
    });
  });

  test.each([
    'a: [1\n b: }',
    'a: 1\na: 2',
    '\ta: 1',
    'a: "\\q"',
    'a: @b',
    '"a" b: [',
    'a: {b: c',
    '- a\nb: c',
    'a: &b &c d',
  ])('%j: the Chinese message is Chinese, and both name line and column', (yaml) => {
    const reading = readRelatonYaml(yaml)[0];
    const [problem] = reading?.outcome === 'refused' ? reading.problems : [];
    if (problem === undefined) throw new Error('not refused');
    expect(problem.details).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    const { text, remedy } = refusalMessage(sourceReadingTexts, problem, 'zh-Hans');
    expect(`${text}${remedy}`.replace('YAML', '')).not.toMatch(/[A-Za-z{}]{2,}/);
    expect(refusalMessage(sourceReadingTexts, problem, 'en').text).not.toMatch(/[{}\u4e00-\u9fff]/);
  });

  test('a file of aliases within aliases does not grow', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]`);
    const started = performance.now();
    const readings = readRelatonYaml(`a0: &a0 [x]\n${levels.join('\n')}\ntitle: *a30\n`);
    expect(readings.map(({ outcome }) => outcome)).toEqual(['refused']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('an address that is not http(s) is not taken', () => {
    const yaml = `docid: {id: 'ISO 1:2020', type: ISO}\nlink: {type: src, content: 'javascript:alert(1)'}`;
    expect(recordsIn(yaml)[0]?.statement.textAddress).toBeUndefined();
  });
});

function recordsIn(yaml: string) {
  return readRelatonYaml(yaml).flatMap((reading) => (reading.outcome === 'read' ? reading.records : []));
}
