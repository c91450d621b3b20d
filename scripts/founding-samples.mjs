// Makes founding/samples/: files as offices keep them, to try imports and lists with. Run: node scripts/founding-samples.mjs
// Standards in the sample tables are fictitious and say so.
import { mkdirSync, writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { standardsInDocument } from './founding-document.mjs';

const folder = new URL('../founding/samples/', import.meta.url);
mkdirSync(folder, { recursive: true });
const save = (name, content) => writeFileSync(new URL(name, folder), content);

const header = [
  '序号',
  '实施日期',
  '名称',
  null,
  '标准编号',
  '发布日期',
  '代替标准号',
  'ICS分类号',
  '起草单位',
  '状态',
  '备注',
];
const subheader = [null, null, '中文名称', '英文名称', null, null, null, null, null, null, null];
const things = [
  '保温杯',
  '折叠梯',
  '纸质书签',
  '园艺手套',
  '桌面台灯',
  '竹制筷子',
  '自行车铃',
  '帆布背包',
  '木质积木',
  '搪瓷水壶',
];
const english = [
  'Insulated cups',
  'Folding ladders',
  'Paper bookmarks',
  'Garden gloves',
  'Desk lamps',
  'Bamboo chopsticks',
  'Bicycle bells',
  'Canvas backpacks',
  'Wooden blocks',
  'Enamel kettles',
];
const aspects = ['技术要求', '试验方法', '检验规则', '安全要求'];
const aspectsEnglish = ['Technical requirements', 'Test methods', 'Inspection rules', 'Safety requirements'];
const groups = [
  '虚构第一研究院（牵头）、虚构市质量协会',
  '虚构第二检测中心；虚构（北方）有限公司',
  '虚构大学',
  '虚构标准化协会\n虚构第三研究院（牵头）',
];

const rows = Array.from({ length: 40 }, (_, index) => tableRow(index));
const broken = brokenRows(41);
const body = [
  ...rows.slice(0, 12),
  broken[0],
  ...rows.slice(12, 20),
  broken[1],
  broken[2],
  ...rows.slice(20, 33),
  broken[3],
  ...rows.slice(33),
  broken[4],
];

save('association-standards.xlsx', await workbook());
save('association-standards.gb18030.csv', gb18030(csv([...titleRows(), header, subheader, ...body, ...closingRows()])));
save('association-standards.jsonl', jsonLines());
save('relaton.yaml', relaton());
await standardsInDocument(save);

/** Dates in the ways of many hands: 2023.5.1, 2023年5月, a date cell, a plain spreadsheet number. */
function date(index, year) {
  const month = (index % 12) + 1;
  const day = ((index * 7) % 27) + 1;
  const ways = [
    `${year}.${month}.${day}`,
    `${year}年${month}月`,
    new Date(Date.UTC(year, month - 1, day)),
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    `${year}年${month}月${day}日`,
    serial(year, month, day),
    `${year}/${month}/${day}`,
  ];
  return ways[index % ways.length];
}

function serial(year, month, day) {
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

function tableRow(index) {
  const thing = index % things.length;
  const aspect = Math.floor(index / things.length);
  const number = `T/SAMPLE ${String(index + 1).padStart(3, '0')}`;
  const dash = ['-', '—', '－', '–'][index % 4];
  const year = 2019 + (index % 6);
  const replaces =
    index % 5 === 0
      ? `${number}-2009、T/SAMPLE ${900 + index}-2011${index % 10 === 0 ? `；部分代替 T/SAMPLE ${800 + index}-2010` : ''}`
      : '—';
  const title = `${things[thing]}${index % 6 === 0 ? '\n' : ' '}第${aspect + 1}部分：${aspects[aspect]}（虚构示例）`;
  return [
    index + 1,
    index === 7
      ? '2024-01-01（新产品）；2025-01-01（已批准产品）'
      : index === 9
        ? '与T/SAMPLE 001-2019同步实施'
        : date(index + 3, year + 1),
    title,
    `${english[thing]} — Part ${aspect + 1}: ${aspectsEnglish[aspect]} (fictitious sample)`,
    index % 7 === 3 ? `${number.replace(' ', '')}${dash}${year}` : `${number}${dash}${year}`,
    date(index, year),
    replaces,
    ['97.040.60', '97.145', '37.100', '13.340.40'][index % 4],
    groups[Math.floor(index / 3) % groups.length],
    index % 11 === 10 ? '废止' : '现行',
    index % 9 === 0 ? '=虚构示例' : '',
  ];
}

/** Five rows that can not be entered: no number, no title, an impossible day, no date at all, something else in the number. */
function brokenRows(from) {
  const row = (index) => [
    from + index,
    '2024-05-01',
    `坏行${index + 1}（虚构示例）`,
    '',
    `T/SAMPLE ${500 + index}-2024`,
    '2024-01-01',
    '',
    '97.145',
    '虚构大学',
    '现行',
    '',
  ];
  const [noNumber, noTitle, impossible, noDate, otherText] = [0, 1, 2, 3, 4].map(row);
  noNumber[4] = '';
  noTitle[2] = '';
  impossible[5] = '2024年2月30日';
  noDate[1] = '待批准后另行通知';
  otherText[4] = '见附件三';
  return [noNumber, noTitle, impossible, noDate, otherText];
}

function titleRows() {
  const wide = (text) => [text, ...Array(header.length - 1).fill(null)];
  return [
    wide('虚构省标准化协会团体标准目录（虚构示例，不是真实标准 / fictitious sample, no real standards）'),
    wide('填报单位：虚构省标准化协会      填报日期：2025年3月'),
  ];
}

function closingRows() {
  const wide = (text) => [text, ...Array(header.length - 1).fill(null)];
  return [wide('合计：45项'), wide('注：本表为虚构示例。')];
}

async function workbook() {
  const all = [...titleRows(), header, subheader, ...body, ...closingRows()];
  const last = header.length - 1;
  const merged = (startRow, startCol, endRow, endCol) => ({ startRow, startCol, endRow, endCol });
  const merges = [merged(0, 0, 0, last), merged(1, 0, 1, last), merged(2, 2, 2, 3)];
  for (let column = 0; column <= last; column++)
    if (column !== 2 && column !== 3) merges.push(merged(2, column, 3, column));
  // Organizations are written once for the rows they hold for, as offices do.
  const organizations = header.indexOf('起草单位');
  for (let at = 4; at < 4 + body.length; ) {
    let end = at;
    while (end + 1 < 4 + body.length && all[end + 1][organizations] === all[at][organizations]) end++;
    if (end > at) merges.push(merged(at, organizations, end, organizations));
    for (let row = at + 1; row <= end; row++)
      all[row] = all[row].map((value, column) => (column === organizations ? null : value));
    at = end + 1;
  }
  // A text that begins with = would be a formula: in the workbook it is a text cell.
  const columns = header.map((_, column) => ({ width: [6, 14, 36, 44, 20, 14, 30, 12, 30, 8, 12][column] }));
  return writeXlsx({ sheets: [{ name: '团体标准', columns, rows: all, merges }] });
}

function csv(lines) {
  const cell = (value) => {
    const text =
      value instanceof Date
        ? `${value.getUTCFullYear()}-${value.getUTCMonth() + 1}-${value.getUTCDate()}`
        : String(value ?? '');
    const safe = /^[=+@]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return lines.map((line) => line.map(cell).join(',')).join('\r\n');
}

/** GB18030 by turning the decoder of the platform around: one and two byte codes, which hold every character used here. */
function gb18030(text) {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map();
  for (let byte = 0; byte < 0x80; byte++) codes.set(String.fromCharCode(byte), [byte]);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = codes.get(character);
      if (!bytes) throw new Error(`no two-byte code for ${character}`);
      return bytes;
    }),
  );
}

function jsonLines() {
  const day = (value) =>
    typeof value === 'number' && value > 1000 ? new Date(Date.UTC(1899, 11, 30) + value * 86_400_000) : value;
  const text = (value) => (day(value) instanceof Date ? day(value).toISOString().slice(0, 10) : String(value ?? ''));
  return rows
    .slice(0, 20)
    .map((row) => {
      const [, implementedOn, titleZh, titleEn, number, publishedOn, replaces, ics, organizations, status] =
        row.map(text);
      return `${JSON.stringify({ number, titleZh: titleZh.replace('\n', ' '), titleEn, publishedOn, implementedOn, replaces, ics, organizations, status, remarks: '虚构示例 / fictitious sample' })}\n`;
    })
    .join('');
}

function relaton() {
  return `# Fictitious sample: no real standard.
---
id: SAMPLE1
docidentifier:
- {content: T/SAMPLE 001-2019, type: Chinese Standard, primary: true}
title:
- {language: zh, script: Hans, content: 保温杯 第1部分：技术要求（虚构示例）, type: main}
- {language: en, script: Latn, content: 'Insulated cups — Part 1: Technical requirements (fictitious sample)', type: main}
date:
- {type: published, at: '2019-01-01'}
- {type: implemented, at: 2019-07}
contributor:
- {role: [{type: publisher}], organization: {name: [{content: 虚构省标准化协会, language: zh}]}}
status: {stage: {content: activated}}
relation:
- {type: obsoletes, bibitem: {docidentifier: [{content: T/SAMPLE 001-2009, type: Chinese Standard}]}}
ext:
  ics: [{code: 97.040.60}]
  ccs: [{code: Y69}]
---
id: SAMPLE2
docid: {id: T/SAMPLE 002-2020, type: Chinese Standard}
title: {content: 折叠梯 第1部分：技术要求（虚构示例）, language: zh, script: Hans}
docstatus: {stage: draft}
date: {type: published, value: '2020-02-08'}
ics: {code: 97.145}
editorialgroup: {name: 虚构技术委员会}
`;
}
