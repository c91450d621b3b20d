import type { SearchEntry } from './model.ts';

/**
 * Fictitious standards for measuring: made up from random syllables of trade vocabulary, the same for the same seed. Words
 * follow Zipf's law as in real titles; about a tenth of all titles end in the same phrase.
 */
export function benchStandards(seed: number): {
  readonly entry: (index: number) => SearchEntry;
  readonly words: BenchWords;
} {
  const words = vocabulary(seed);
  return { entry: (index) => entryOf(index, { words, random: randomOf(seed * 1_000_003 + index) }), words };
}

export interface BenchWords {
  /** From the most to the least frequent. */
  readonly terms: readonly string[];
  readonly english: readonly string[];
  /** Stands in about a tenth of all titles. */
  readonly common: string;
}

const characters =
  '电气设备医用安全性能通用要求测试方法材料结构质量管理系统信息技术环境食品农业机械汽车船舶航空钢铁有色金属化工石油煤炭水利建筑交通运输通信网络软件数据服务能源消防卫生纺织轻工家具玩具塑料橡胶玻璃陶瓷木材纸张印刷包装标识产品检验分析仪器传感自动控制焊接铸造锻压热处理涂层腐蚀振动噪声辐射温度压力流量密度粘度强度硬度疲劳寿命';
const endings: readonly (readonly [string, number])[] = [
  ['技术规范', 0.13],
  ['技术要求', 0.1],
  ['试验方法', 0.09],
  ['通用规范', 0.05],
  ['测定方法', 0.04],
  ['管理规程', 0.03],
  ['', 0.56],
];
const syllables = [
  'ba',
  'cor',
  'den',
  'fil',
  'gra',
  'hol',
  'im',
  'jun',
  'ka',
  'lor',
  'mi',
  'nar',
  'op',
  'pul',
  'qui',
  'ros',
  'sta',
  'ter',
  'ul',
  'ven',
];
const tierShares: readonly (readonly [string, string, number])[] = [
  ['enterprise', 'Q/YLZ', 0.8],
  ['association', 'T/YLZ', 0.06],
  ['local', 'DB11/T', 0.05],
  ['sectoral', 'YY/T', 0.04],
  ['national', 'GB/T', 0.03],
  ['international', 'ISO', 0.02],
];

function vocabulary(seed: number): BenchWords {
  const random = randomOf(seed);
  const pick = (text: string | readonly string[]): string => text[Math.floor(random() * text.length)] ?? '';
  const many = (count: number, make: () => string): readonly string[] => {
    const made = new Set<string>();
    while (made.size < count) made.add(make());
    return [...made];
  };
  return {
    terms: many(3_000, () => Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(characters)).join('')),
    english: many(2_000, () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join('')),
    common: '技术要求',
  };
}

interface Making {
  readonly words: BenchWords;
  readonly random: () => number;
}

function entryOf(index: number, { words, random }: Making): SearchEntry {
  const [tier, prefix] = shared(
    tierShares.map(([name, start, share]) => [[name, start] as const, share] as const),
    random,
  );
  const year = 1980 + Math.floor(46 * Math.sqrt(random()));
  const day = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const isOver = random() < 0.25;
  const serial = String(1 + Math.floor(index / 2));
  const organization = `${zipf(words.terms, random)}${zipf(words.terms, random)}有限公司`;
  const title = `${zipf(words.terms, random)}${zipf(words.terms, random)} ${zipf(words.terms, random)}${shared(endings, random)}`;
  const english = [0, 1, 2, 3].map(() => zipf(words.english, random)).join(' ');
  const separator = tier === 'international' ? ':' : '-';
  return {
    homeId: identifier(1, Math.floor(random() * 400_000)),
    streamId: identifier(2, index),
    kind: 'standard',
    number: {
      number: `${prefix} ${serial}${separator}${year}`,
      series: `${prefix} ${serial}`,
      work: `${prefix.replace('/T', '')} ${serial}`,
      serial,
    },
    titles: tier === 'enterprise' ? [title] : [title, english],
    texts: [organization],
    prominence: Math.floor(random() * 400) + (tier === 'enterprise' ? 0 : 200) + (isOver ? 0 : 300) + (year - 1980),
    sortOn: day,
    status: {
      publishedOn: day,
      inForceOn: day,
      supersededOn: isOver ? `${year + 5}-01-01` : null,
      withdrawnOn: null,
      cancelledOn: null,
      reportedState: null,
      reportedOn: null,
    },
    facets: {
      tier,
      nature: tier === 'national' && random() < 0.1 ? 'mandatory' : 'voluntary',
      documentKind: 'standard',
      year,
      ics: [
        `${two(1 + Math.floor(99 * random() * random()))}.${two(10 * Math.floor(1 + random() * 9))}0`.replace(
          /\.(\d\d)0$/,
          '.0$1',
        ),
      ],
      ccs: [`${'ABCDEFGHJKLMNPQRSTUVWXYZ'[Math.floor(random() * 24)]}${two(Math.floor(random() * 99))}`],
      region: `${11 + Math.floor(random() * 31)}0000`,
      sector: tier === 'sectoral' ? 'YY' : null,
      department: tier === 'national' ? zipf(words.terms.slice(0, 40), random) : null,
      committee: tier === 'national' || tier === 'international' ? `TC ${1 + Math.floor(random() * 300)}` : null,
      adopted: tier === 'national' && random() < 0.3,
      organizations: [organization],
    },
  };
}

/** Frequency falls with the rank to the power of 0.85, as measured on real titles: the first word of 3,000 has a twentieth. */
function zipf(list: readonly string[], random: () => number): string {
  const power = 0.15;
  const rank = (1 + random() * ((list.length + 1) ** power - 1)) ** (1 / power) - 1;
  return list[Math.min(list.length - 1, Math.floor(rank))] ?? '';
}

function shared<T>(choices: readonly (readonly [T, number])[], random: () => number): T {
  let left = random();
  for (const [value, share] of choices) {
    left -= share;
    if (left < 0) return value;
  }
  // Shares add up to one but for rounding.
  const last = choices.at(-1);
  if (!last) throw new RangeError('Nothing to choose from.');
  return last[0];
}

const two = (value: number): string => String(value).padStart(2, '0');

/** An identifier in the shape of UUID version 7 whose last digits are spread evenly. */
function identifier(kind: number, index: number): string {
  const spread = Math.imul(index, 0x9e37_79b1) >>> 0;
  const hex = index.toString(16).padStart(11, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${kind}-7000-8000-${(index % 0xffff).toString(16).padStart(4, '0')}${spread.toString(16).padStart(8, '0')}`;
}

/** Mulberry32: small, even, the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed ^ 0x5bd1_e995, 0x2545_f491) >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
