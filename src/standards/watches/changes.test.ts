import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../foundation/definitions.ts';
import { changesBetween } from './changes.ts';
import type { WatchedStandard } from './watched-state.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../../definitions'));

const standard: WatchedStandard = {
  number: 'GB 9706.1-2007',
  address: 'GB-9706.1-2007',
  titles: [
    { lang: 'zh-Hans', text: '医用电气设备' },
    { lang: 'en', text: 'Medical electrical equipment' },
  ],
  status: 'inForce',
  since: '2008-07-01',
  publishedOn: '2007-07-02',
  inForceOn: '2008-07-01',
  withdrawnOn: null,
  cancelledOn: null,
  replacedBy: [],
  amendments: [],
  suspensions: [],
};

function sentences(
  change: Partial<WatchedStandard>,
  lang: 'zh-Hans' | 'en' = 'en',
  before: Partial<WatchedStandard> = {},
): readonly string[] {
  const rules = { definitions, today: '2026-06-30', tellsGone: true, lang };
  return changesBetween({ id: { ...standard, ...before } }, { id: { ...standard, ...change } }, rules).flatMap(
    (told) => told.sentences,
  );
}

describe('a change is told in a whole sentence', () => {
  const successor = { number: 'GB 9706.1-2020', from: '2023-05-01', whole: true };

  test.each<[string, Partial<WatchedStandard>, string, string]>([
    [
      'a status',
      { status: 'superseded', since: '2023-05-01' },
      'Status: Superseded since 2023-05-01 (before: In force).',
      '状态：被代替（自 2023-05-01 起）（此前：现行）。',
    ],
    [
      'a successor',
      { replacedBy: [successor] },
      'Replaced by GB 9706.1-2020 from 2023-05-01 on.',
      '被 GB 9706.1-2020 代替，自 2023-05-01 起。',
    ],
    [
      'a successor in part without a day',
      { replacedBy: [{ ...successor, whole: false, from: null }] },
      'Replaced in part by GB 9706.1-2020; from when is not stated.',
      '被 GB 9706.1-2020 部分代替，生效日未载明。',
    ],
    [
      'an amendment',
      { amendments: ['GB 9706.1-2007/XG1-2010'] },
      'Amended by GB 9706.1-2007/XG1-2010.',
      '有新的修改单 GB 9706.1-2007/XG1-2010。',
    ],
    [
      'a day',
      { inForceOn: '2009-01-01' },
      'In force: 2009-01-01 (before: 2008-07-01).',
      '实施日期：2009-01-01（此前：2008-07-01）。',
    ],
    [
      'a suspension',
      { suspensions: [{ from: '2026-01-01', until: null }] },
      'Its application is suspended from 2026-01-01 on.',
      '自 2026-01-01 起暂停实施。',
    ],
    [
      'a number',
      { number: 'GB/T 9706.1-2007' },
      'Its number was GB 9706.1-2007 and is now GB/T 9706.1-2007.',
      '编号由 GB 9706.1-2007 改为 GB/T 9706.1-2007。',
    ],
  ])('%s', (_, change, en, zh) => {
    expect(sentences(change)).toEqual([en]);
    expect(sentences(change, 'zh-Hans')).toEqual([zh]);
  });

  test('a title is told to the readers of its language alone', () => {
    const titles = [
      { lang: 'zh-Hans', text: '医用电气设备 第1部分' },
      { lang: 'en', text: 'Medical electrical equipment' },
    ];
    expect(sentences({ titles })).toEqual([]);
    expect(sentences({ titles }, 'zh-Hans')).toEqual(['名称由“医用电气设备”改为“医用电气设备 第1部分”。']);
  });

  test('what is taken back is told too', () => {
    expect(sentences({}, 'en', { replacedBy: [successor] })).toEqual([
      'No longer stated to be replaced by GB 9706.1-2020.',
    ]);
    expect(sentences({}, 'en', { suspensions: [{ from: '2026-01-01', until: null }] })).toEqual([
      'It is no longer stated to be suspended.',
    ]);
  });
});

test('nothing is told where nothing changed, and nothing that left the results of a search', () => {
  expect(sentences({})).toEqual([]);
  const rules = { definitions, today: '2026-06-30', lang: 'en' } as const;
  expect(changesBetween({ id: standard }, {}, { ...rules, tellsGone: false })).toEqual([]);
  expect(changesBetween({ id: standard }, {}, { ...rules, tellsGone: true })).toHaveLength(1);
});

test('what an earlier version kept in another shape is no news', () => {
  const rules = { definitions, today: '2026-06-30', lang: 'en', tellsGone: true } as const;
  expect(changesBetween({ old: { shape: 1 } }, {}, rules)).toEqual([]);
});
