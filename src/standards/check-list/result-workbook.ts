import { type OutColumn, type OutValue, writeXlsx } from '@guiju/office-tables';
import { parse } from '@guiju/standard-numbers';
import type { Language } from '../../portal/languages.ts';
import type { CoverageNow } from '../coverage.ts';
import { standardsText } from '../pages/texts.ts';
import { coverageStatement, heldSentence } from '../views/coverage.ts';
import { standardPath, type ViewContext } from '../views/link.ts';
import type { DayAnswer, RowAnswer, StandardAnswer, SuccessorAnswer } from './answer.ts';
import type { KeptList } from './kept-lists.ts';
import { placeText } from './place-text.ts';
import { whyNot } from './result-view.ts';

interface Heading {
  readonly zh: string;
  readonly en: string;
  readonly width: number;
  readonly kind?: 'number' | 'date';
}

const headings: readonly Heading[] = [
  { zh: '序号', en: 'Row', width: 7, kind: 'number' },
  { zh: '位置', en: 'Place', width: 20 },
  { zh: '原文', en: 'As in the list', width: 26 },
  { zh: '识别为', en: 'Understood as', width: 24 },
  { zh: '结果', en: 'Answer', width: 18 },
  { zh: '标准编号', en: 'Standard', width: 24 },
  { zh: '名称', en: 'Title', width: 44 },
  { zh: '今日状态', en: 'Status today', width: 14 },
  { zh: '自', en: 'Since', width: 12, kind: 'date' },
  { zh: '至', en: 'Until', width: 12, kind: 'date' },
  { zh: '所问日状态', en: 'Status on the asked day', width: 14 },
  { zh: '代替标准', en: 'Replaced by', width: 30 },
  { zh: '代替生效日', en: 'Replaced from', width: 14 },
  { zh: '可改用', en: 'Use instead', width: 30 },
  { zh: '修改单', en: 'Amendments', width: 30 },
  { zh: '说明', en: 'Remark', width: 60 },
  { zh: '网址', en: 'Address', width: 40 },
];

const outcomeWords: Readonly<Record<RowAnswer['outcome'], { readonly zh: string; readonly en: string }>> = {
  found: { zh: '已找到', en: 'found' },
  several: { zh: '有多项', en: 'several' },
  'not-in-register': { zh: '本登记簿未收录', en: 'not in this register' },
  'unknown-prefix': { zh: '代号未知', en: 'unknown prefix' },
  malformed: { zh: '编号不完整或有误', en: 'not understood' },
};

export interface WorkbookGiven {
  readonly kept: Omit<KeptList, 'id' | 'keptUntil'>;
  readonly rows: readonly RowAnswer[];
  readonly context: ViewContext;
  readonly coverage: CoverageNow;
  /** Address of the installation, before the paths of standards. */
  readonly base: string;
}

/** The answer as a workbook: one line for each standard a row may mean, and a sheet that says what it rests on. Text stays text. */
export function resultWorkbook(given: WorkbookGiven): Uint8Array {
  const { kept, context } = given;
  const isEnglish = context.lang === 'en';
  const columns: readonly OutColumn[] = headings.map(({ zh, en, width, kind }) => ({
    title: isEnglish ? en : zh,
    width,
    ...(kind === undefined ? {} : { kind }),
  }));
  return writeXlsx({
    sheets: [
      {
        name: isEnglish ? 'Checked list' : '核对结果',
        columns,
        rows: given.rows.flatMap((row) => linesOf(row, given)),
      },
    ],
    notes: { name: isEnglish ? 'Basis' : '依据', lines: notesOf(kept, context.lang) },
    title: isEnglish ? 'Checked list of standards' : '标准清单核对结果',
    creator: isEnglish ? context.installation.name.en : context.installation.name.zh,
    writtenAt: kept.checkedAt,
  });
}

function linesOf(row: RowAnswer, given: WorkbookGiven): readonly (readonly OutValue[])[] {
  const { context, coverage } = given;
  const head = [
    row.row,
    placeText(context.lang, row.place),
    row.text,
    row.understoodAs.join(' / '),
    context.lang === 'en' ? outcomeWords[row.outcome].en : outcomeWords[row.outcome].zh,
  ];
  if (row.standards.length === 0)
    return [[...head, '', '', '', '', '', '', '', '', '', '', remarkOf(row, coverage, context), '']];
  return row.standards.map((standard) => [...head, ...standardCells(standard, given)]);
}

function standardCells(standard: StandardAnswer, { context, base }: WorkbookGiven): readonly OutValue[] {
  const title = standard.titles.find(({ lang }) => lang === context.lang) ?? standard.titles[0];
  return [
    standard.number,
    title?.text ?? '',
    statusName(standard.today, context),
    standard.today.since,
    standard.today.until,
    statusName(standard.onDay, context),
    standard.replacedBy.map((successor) => successorText(successor, context.lang)).join('\n'),
    standard.replacedBy.map(({ from }) => from ?? '?').join('\n'),
    (standard.ended?.instead ?? []).map(({ number }) => number).join('\n'),
    standard.amendments.map(({ number }) => number).join('\n'),
    [
      holderText(standard, context.lang),
      standard.today.basis === 'reported' ? reported(context.lang) : '',
      standard.today.certain === false || standard.onDay.certain === false
        ? `${standardsText(context.lang)('checked.uncertain')}${context.lang === 'en' ? '.' : '。'}`
        : '',
      endText(standard, context.lang),
    ]
      .filter((remark) => remark !== '')
      .join(' '),
    base + standardPath(standard.address),
  ];
}

/** A successor of a part is told apart from one of the whole, with the part when it is named. */
export function successorText({ number, whole, locality }: SuccessorAnswer, lang: Language): string {
  if (whole) return number;
  if (lang === 'en') return locality === null ? `${number} (in part)` : `${number} (in part: ${locality})`;
  return locality === null ? `${number}（部分代替）` : `${number}（部分代替：${locality}）`;
}

/** By whom and why it ended; the day and what to use instead have columns of their own. */
export function endText({ ended }: StandardAnswer, lang: Language): string {
  if (ended === undefined) return '';
  const by = (ended.by.find((name) => name.lang === lang) ?? ended.by[0])?.text;
  const said = [
    ...(by === undefined ? [] : [lang === 'en' ? `Done by ${by}.` : `由${by}作出。`]),
    ...(ended.reason === null ? [] : [lang === 'en' ? `Reason: ${ended.reason}.` : `理由：${ended.reason}。`]),
  ];
  return said.join(lang === 'en' ? ' ' : '');
}

/** Whose standard it is, where several bear its number. */
function holderText({ holder }: StandardAnswer, lang: Language): string {
  if (holder === undefined) return '';
  const { name, role, creditCode } = holder;
  const t = standardsText(lang);
  return creditCode === null ? t(`holder.${role}`, { name }) : t(`holder.${role}.withCode`, { name, code: creditCode });
}

function reported(lang: Language): string {
  return lang === 'en'
    ? 'Status as its source states it; the register holds no dates.'
    : '状态为来源所报；登记簿没有可据以计算的日期。';
}

export function statusName(
  { status }: Pick<DayAnswer, 'status'>,
  context: Pick<ViewContext, 'lang' | 'today' | 'definitions'>,
): string {
  const name = context.definitions.codelist('statuses').at(context.today).get(status)?.name;
  return (context.lang === 'en' ? name?.en : name?.zh) ?? status;
}

/** Why a number was not found: what would be right, what is near, or whether this register would know. */
export function remarkOf(row: RowAnswer, coverage: CoverageNow, context: ViewContext): string {
  const isEnglish = context.lang === 'en';
  if (row.problem !== null && 'prefix' in row.problem) {
    const nearest = row.problem.nearest.join(', ');
    if (nearest === '')
      return isEnglish
        ? `No publisher with the prefix ${row.problem.prefix} is known.`
        : `没有已知的标准代号“${row.problem.prefix}”。`;
    return isEnglish
      ? `The prefix ${row.problem.prefix} is not known; nearest: ${nearest}.`
      : `代号“${row.problem.prefix}”未知；相近的有：${nearest}。`;
  }
  if (row.problem !== null) {
    const at = row.problem.position + 1;
    const stopped = isEnglish ? `Reading stopped at character ${at}.` : `读到第 ${at} 个字符时无法继续。`;
    return [stopped, whyNot(row.text, context).text, nearestText(row.problem.nearest ?? [], context.lang)]
      .filter((sentence) => sentence !== '')
      .join(' ');
  }
  return coverageRemark(row, coverage, context);
}

function nearestText(nearest: readonly string[], lang: Language): string {
  if (nearest.length === 0) return '';
  return lang === 'en' ? `Registered and near: ${nearest.join(', ')}.` : `已登记的相近编号：${nearest.join('、')}。`;
}

function coverageRemark(row: RowAnswer, now: CoverageNow, context: ViewContext): string {
  const reading = parse(row.understoodAs[0] ?? '');
  if (reading.outcome !== 'recognized') return '';
  const held = row.wouldBe === null ? undefined : now.of(row.wouldBe);
  const of = coverageStatement(reading.number, now, context).of.text;
  const statement = held && heldSentence(held, context.lang);
  return context.lang === 'en'
    ? `Not in this register, which does not mean that it does not exist. ${of}: ${statement ?? 'no record is held.'}`
    : `本登记簿未收录，不等于不存在。${of}：${statement ?? '没有收录。'}`;
}

/** What of a list was passed over: titles, sentences and rows without a number. */
export function withoutNumberText(n: number, lang: Language): string {
  if (lang !== 'en') return `另有 ${n} 行（段）不含标准编号，未列入核对结果。`;
  return n === 1
    ? '1 further line, paragraph or row holds no standard number and is not among the answers.'
    : `${n} further lines, paragraphs or rows hold no standard number and are not among the answers.`;
}

function notesOf(kept: WorkbookGiven['kept'], lang: Language): readonly (readonly [string, string])[] {
  const isEnglish = lang === 'en';
  const { checkpoint } = kept;
  return [
    [isEnglish ? 'Checked on' : '核对日期', kept.checkedOn],
    [isEnglish ? 'Status asked for' : '所问日期', kept.asOf],
    [isEnglish ? 'File' : '文件', kept.fileName ?? ''],
    [isEnglish ? 'Rows' : '行数', String(kept.total)],
    ...(kept.withoutNumber === 0
      ? []
      : [[isEnglish ? 'Not answered' : '未核对', withoutNumberText(kept.withoutNumber, lang)] as const]),
    [isEnglish ? 'SHA-256 of the answer' : '核对结果的 SHA-256', kept.resultHash],
    [isEnglish ? 'Log size' : '日志规模', String(checkpoint?.treeSize ?? 0)],
    [isEnglish ? 'Root of the log' : '日志根', checkpoint?.root ?? ''],
    [isEnglish ? 'As known at' : '知识截止时刻', checkpoint?.settledAt ?? ''],
    [
      isEnglish ? 'Note' : '说明',
      isEnglish
        ? 'What this register states. An announcement of the authority takes precedence.'
        : '以上为本登记簿的记载；与主管部门公告不一致的，以公告为准。',
    ],
  ];
}
