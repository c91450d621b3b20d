import { createHash } from 'node:crypto';
import type { StateStandardInput } from '../state-standard.ts';

const things = ['泵', '阀', '轴承', '电缆', '涂料', '钢板', '玻璃', '滤芯', '传感器', '织物'];
const aspects = ['技术要求', '试验方法', '检验规则', '通用规范', '安全要求', '术语', '包装', '标志'];

/** Fictitious enterprise standards, the same for the same number. */
export function* enterpriseStandards(
  count: number,
): Generator<{ readonly row: number; readonly input: StateStandardInput }> {
  for (let index = 0; index < count; index++) {
    const enterprise = index % 5_000;
    const number = `Q/YL${String(enterprise).padStart(5, '0')} ${Math.floor(index / 5_000) + 1}-2026`;
    const title = `样例${things[index % things.length]}${enterprise} ${aspects[index % aspects.length]}`;
    yield {
      row: index + 1,
      input: {
        source: { name: 'office-file', key: number, statedOn: '2026-01-01', rank: 30 },
        contentHash: createHash('sha256')
          .update(number + title)
          .digest('hex'),
        statement: {
          number,
          titles: [{ lang: 'zh-Hans', text: title, standing: 'official' }],
          publishedOn: { written: '2026-01-01', first: '2026-01-01', last: '2026-01-01' },
          implementations: [{ date: { written: '2026-02-01', first: '2026-02-01', last: '2026-02-01' } }],
          relations: [{ kind: 'normativeReference', target: 'GB/T 1.1-2020' }],
          ics: ['23.080'],
          ccs: ['J71'],
          topics: [],
          issuers: [],
          organizations: [{ name: `样例企业${enterprise}`, role: 'leading' }],
          drafters: [],
        },
      },
    };
  }
}
