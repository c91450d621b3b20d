import { at, type FileMistake, type ReadText } from './mistake.ts';
import type { InBoth } from './rule.ts';
import { basisOf, contentOf, jurisdictionOf, shareOf } from './rulebook-content.ts';
import type { RuleEntry, SourcesFile, ValueEntry } from './rulebook-shape.ts';

/** A rule as it was read, with the places of its parts. */
export interface PlacedRule {
  readonly file: string;
  readonly entry: RuleEntry;
  readonly line: number | undefined;
  readonly lineOfValue: (index: number) => number | undefined;
}

/** What the values of a rule may name. */
export interface Known {
  readonly sources: ReadonlyMap<string, { readonly read: SourcesFile['sources'][number]['read'] }>;
  readonly documentKinds: ReadonlyMap<string, InBoth>;
}

/** Sources that stand twice. */
export function sourceMistakes(file: string, { value, lineOf }: ReadText<SourcesFile>): readonly FileMistake[] {
  const tags = (value?.sources ?? []).map(({ tag }) => tag);
  return tags.flatMap((tag, index) =>
    tags.indexOf(tag) === index
      ? []
      : [
          {
            ...at(file, lineOf(['sources', index])),
            code: 'source-repeated',
            what: { zh: `来源“${tag}”出现了两次。`, en: `The source "${tag}" stands twice.` },
            remedy: { zh: '删除其中一项。', en: 'Remove one of them.' },
          },
        ],
  );
}

/** What is wrong with the rules among each other: two of one name, and rules without a value for the nation. */
export function bookMistakes(rules: readonly PlacedRule[]): readonly FileMistake[] {
  const first = new Map<string, PlacedRule>();
  return rules.flatMap((rule): readonly FileMistake[] => {
    const { id } = rule.entry;
    const other = first.get(id);
    if (!other) first.set(id, rule);
    return [...(other ? [ruleRepeated(rule, other)] : []), ...nationMissing(rule)];
  });
}

function ruleRepeated({ file, line, entry: { id } }: PlacedRule, other: PlacedRule): FileMistake {
  const place = `${other.file}:${other.line ?? '?'}`;
  return {
    ...at(file, line),
    code: 'rule-repeated',
    what: { zh: `规则“${id}”已在 ${place} 写明。`, en: `The rule "${id}" is already written at ${place}.` },
    remedy: {
      zh: '把两处的值合并到一条规则之下。',
      en: 'Bring the values of both together under one rule.',
    },
  };
}

function nationMissing({ file, line, entry }: PlacedRule): readonly FileMistake[] {
  const isOfNation = entry.values.some((value) => jurisdictionOf(value) === 'nation');
  if (isOfNation === (entry.noNationalValue === undefined)) return [];
  const { id } = entry;
  const what = isOfNation
    ? {
        zh: `规则“${id}”有国家层面的值，却又说明没有。`,
        en: `The rule "${id}" has a value of the nation and says that it has none.`,
      }
    : { zh: `规则“${id}”没有国家层面的值。`, en: `The rule "${id}" has no value of the nation.` };
  const remedy = isOfNation
    ? { zh: '删除 noNationalValue。', en: 'Remove noNationalValue.' }
    : {
        zh: '补充国家层面的值，或者在 noNationalValue 中说明原因。',
        en: 'Add a value of the nation, or say in noNationalValue why there is none.',
      };
  return [{ ...at(file, line), code: 'nation-missing', what, remedy }];
}

/** What is wrong with the values of one rule. */
export function valueMistakes(rule: PlacedRule, known: Known): readonly FileMistake[] {
  return rule.entry.values.flatMap((value, index) => {
    const place = at(rule.file, rule.lineOfValue(index));
    return [
      ...kindMistakes(rule.entry, value),
      ...periodMistakes(rule, index),
      ...basisMistakes(value, known),
      ...contentMistakes(value, known),
    ].map((mistake) => ({ ...place, ...mistake }));
  });
}

type Found = Omit<FileMistake, 'file' | 'line'>;

const contents = ['period', 'number', 'majority', 'documents', 'reminders', 'switch', 'pattern'] as const;

function kindMistakes({ id, kind }: RuleEntry, value: ValueEntry): readonly Found[] {
  const said = contents.filter((one) => value[one] !== undefined);
  if (said.length === 1 && contentOf(kind, value)) return [];
  const found = said.join(', ') || '—';
  return [
    {
      code: 'kind-changes',
      what: {
        zh: `规则“${id}”的类型是 ${kind}，这个值写的是 ${found}。`,
        en: `The rule "${id}" is of the kind ${kind}; this value says ${found}.`,
      },
      remedy: {
        zh: `每个值只写一项 ${kind}；另一类内容另立规则。`,
        en: `Write one ${kind} in each value; what is of another kind is a rule of its own.`,
      },
    },
  ];
}

function periodMistakes({ entry, lineOfValue }: PlacedRule, index: number): readonly Found[] {
  const value = entry.values[index];
  if (!value) return [];
  const empty: readonly Found[] =
    value.from !== undefined && value.until !== undefined && value.until <= value.from
      ? [
          {
            code: 'days-empty',
            what: {
              zh: `until（${value.until}）不晚于 from（${value.from}）。`,
              en: `until (${value.until}) is not later than from (${value.from}).`,
            },
            remedy: {
              zh: 'until 是不再有效的第一天，须晚于 from。',
              en: 'until is the first day on which the value no longer holds; it must be later than from.',
            },
          },
        ]
      : [];
  const other = entry.values.findIndex((one, place) => place < index && overlaps(one, value));
  return other < 0 ? empty : [...empty, overlap(entry.id, value, lineOfValue(other))];
}

function overlaps(one: ValueEntry, two: ValueEntry): boolean {
  return (
    jurisdictionOf(one) === jurisdictionOf(two) &&
    (one.from ?? '') < (two.until ?? '9999-12-31') &&
    (two.from ?? '') < (one.until ?? '9999-12-31')
  );
}

function overlap(id: string, value: ValueEntry, line: number | undefined): Found {
  const place = jurisdictionOf(value);
  return {
    code: 'values-overlap',
    what: {
      zh: `规则“${id}”对 ${place} 在同一天有两个值（另一个在第 ${line ?? '?'} 行）。`,
      en: `The rule "${id}" has two values for ${place} on the same day (the other is on line ${line ?? '?'}).`,
    },
    remedy: {
      zh: '给较早的值写上 until，新值的 from 写同一天。',
      en: 'End the earlier value with until, and begin the new one on that day.',
    },
  };
}

function basisMistakes({ basis, confirmed }: ValueEntry, { sources }: Known): readonly Found[] {
  const named = basis.map((text) => basisOf(text).source);
  const unknown = named
    .filter((source) => !sources.has(source))
    .map((source) => ({
      code: 'source-unknown',
      what: {
        zh: `来源“${source}”未在 sources.yaml 中说明。`,
        en: `The source "${source}" is not described in sources.yaml.`,
      },
      remedy: { zh: '在该文件中说明来源，或更正代号。', en: 'Describe the source there, or correct its tag.' },
    }));
  const wasRead = named.some((source) => ['whole', 'part'].includes(sources.get(source)?.read ?? 'none'));
  if (!confirmed || wasRead || unknown.length > 0) return unknown;
  return [
    {
      code: 'confirmed-without-text',
      what: {
        zh: `值标为已核实，但其来源（${named.join('、')}）的正文没有读过。`,
        en: `The value is marked as confirmed, but no text of its sources (${named.join(', ')}) was read.`,
      },
      remedy: {
        zh: '写 confirmed: false；读过正文的，先在 sources.yaml 中更正 read。',
        en: 'Write confirmed: false; or, when the text was read, first correct read in sources.yaml.',
      },
    },
  ];
}

function contentMistakes(
  { documents, reminders, majority, pattern, unit, number }: ValueEntry,
  known: Known,
): readonly Found[] {
  const unknown = (documents ?? []).filter((kind) => !known.documentKinds.has(kind));
  const shares = [majority?.quorum, majority?.favour, majority?.against].filter((share) => share !== undefined);
  const beyond = shares.filter((text) => shareOf(text).of > shareOf(text).in);
  const falls = (reminders ?? []).every((days, index, all) => index === 0 || days < (all[index - 1] ?? 0));
  return [
    ...unknown.map((kind) =>
      wrong('document-kind-unknown', `文件种类“${kind}”没有名称`, `The kind of document "${kind}" has no name`, {
        zh: '在 document-kinds.yaml 中写明中英文名称，或更正代码。',
        en: 'Name it in both languages in document-kinds.yaml, or correct the code.',
      }),
    ),
    ...beyond.map((text) =>
      wrong('share-wrong', `份额 ${text} 大于一`, `The share ${text} is more than one`, {
        zh: '分子不得大于分母。',
        en: 'Write a share of at most one, such as 3/4.',
      }),
    ),
    ...(falls
      ? []
      : [
          wrong('reminders-order', '提醒日数没有从大到小排列', 'The days of the reminders do not fall', {
            zh: '按离截止日的天数从大到小写，不重复。',
            en: 'Write the days before the deadline from the most to the fewest, each once.',
          }),
        ]),
    ...(unit !== undefined && number === undefined
      ? [
          wrong('unit-without-number', '单位没有数值', 'A unit stands without a number', {
            zh: '单位只用于 number。',
            en: 'A unit belongs to a number only.',
          }),
        ]
      : []),
    ...(pattern === undefined || isPattern(pattern)
      ? []
      : [
          wrong('pattern-wrong', `“${pattern}”不是正则表达式`, `"${pattern}" is no regular expression`, {
            zh: '更正括号和转义。',
            en: 'Correct its brackets and escapes.',
          }),
        ]),
  ];
}

function wrong(code: string, zh: string, en: string, remedy: InBoth): Found {
  return { code, what: { zh: `${zh}。`, en: `${en}.` }, remedy };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') !== undefined;
  } catch {
    return false;
  }
}
