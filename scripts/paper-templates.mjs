// Writes founding/templates/*.docx: the founding templates of official paper, in the layout of GB/T 9704 as far as it is known
// (A4, head 37 mm, binding edge 28 mm, text block 156 x 225 mm, text size 3 = 16 pt on 22 lines, title size 2 = 22 pt).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { parse } from 'yaml';
import { root } from './bootstrap.mjs';

const red = 'C00000';
const size = { title: 44, text: 32, small: 28, mark: 62 };
const faces = {
  'zh-Hans': { text: '仿宋', title: '方正小标宋简体', head: '黑体', latin: 'Times New Roman' },
  en: { text: 'Times New Roman', title: 'Times New Roman', head: 'Times New Roman', latin: 'Times New Roman' },
};
const exact = { line: 579, lineRule: LineRuleType.EXACT };

/** Paragraphs of one language. */
function hand(lang) {
  const face = faces[lang];
  const font = (name) => ({ ascii: face.latin, hAnsi: face.latin, eastAsia: name, cs: face.latin });
  const run = (text, more = {}) => new TextRun({ text, font: font(face.text), size: size.text, ...more });
  const p = (text, more = {}, style = {}) => new Paragraph({ spacing: exact, ...more, children: [run(text, style)] });
  const indent = { firstLine: lang === 'en' ? 0 : 640 };
  return {
    gap: () => p(''),
    text: (text) => p(text, { indent, alignment: lang === 'en' ? AlignmentType.LEFT : AlignmentType.BOTH }),
    plain: (text) => p(text),
    right: (text, chars) => p(text, { alignment: AlignmentType.RIGHT, indent: { right: 320 * chars } }),
    head: (text) => p(text, { indent, keepNext: true }, { font: font(face.head), bold: lang === 'en' }),
    title: (text) =>
      p(
        text,
        { alignment: AlignmentType.CENTER, spacing: { line: 700, lineRule: LineRuleType.AT_LEAST, after: 320 } },
        { font: font(face.title), size: size.title, bold: lang === 'en' },
      ),
    mark: (text) =>
      p(
        text,
        {
          alignment: AlignmentType.CENTER,
          spacing: { before: 700, after: 500, line: 900, lineRule: LineRuleType.AT_LEAST },
        },
        { font: font(face.title), size: lang === 'en' ? 44 : size.mark, color: red, bold: lang === 'en' },
      ),
    number: (text) =>
      p(text, {
        alignment: AlignmentType.CENTER,
        spacing: { ...exact, after: 500 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 12 } },
      }),
    cell: (text, more = {}) =>
      new TableCell({
        verticalAlign: VerticalAlign.CENTER,
        margins: { top: 60, bottom: 60, left: 90, right: 90 },
        ...more,
        children: [
          new Paragraph({
            children: [
              run(text, { size: size.small, ...(more.isHead ? { font: font(face.head), bold: lang === 'en' } : {}) }),
            ],
          }),
        ],
      }),
  };
}

/** A table whose one row repeats: docxtemplater repeats the row in which a loop begins and ends. */
function loopTable(h, lang, loop, widths) {
  const label = (field) => (lang === 'en' ? field.en : field.zh);
  const tag = (field, place) => {
    const begin = place === 0 ? `{#${loop.name}}` : '';
    const end = place === loop.fields.length - 1 ? `{/${loop.name}}` : '';
    return `${begin}{${field.name}}${end}`;
  };
  const width = (place) => ({ width: { size: widths[place], type: WidthType.PERCENTAGE } });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: loop.fields.map((field, place) => h.cell(label(field), { ...width(place), isHead: true })),
      }),
      new TableRow({
        cantSplit: true,
        children: loop.fields.map((field, place) => h.cell(tag(field, place), width(place))),
      }),
    ],
  });
}

function fieldTable(h, lang, fields) {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: fields.map(
      (field) =>
        new TableRow({
          children: [
            h.cell(lang === 'en' ? field.en : field.zh, {
              width: { size: 28, type: WidthType.PERCENTAGE },
              isHead: true,
            }),
            h.cell(`{${field.name}}`, { width: { size: 72, type: WidthType.PERCENTAGE } }),
          ],
        }),
    ),
  });
}

/** Signature over the date, and room for the seal that covers both (GB/T 9704, 7.3.5). */
const signed = (h, lang, who) => [
  h.gap(),
  h.gap(),
  h.right(`{${who}}`, lang === 'en' ? 0 : 2),
  h.right('{date}', lang === 'en' ? 0 : 4),
  h.right(lang === 'en' ? '(seal)' : '（印章）', lang === 'en' ? 0 : 4),
];

const zh = (lang, chinese, english) => (lang === 'en' ? english : chinese);
const loopOf = (contract, name) => contract.loops.find((loop) => loop.name === name);

const layouts = {
  announcement: (h, lang, c) => [
    h.mark('{issuer}'),
    h.number('{number}'),
    h.title('{title}'),
    h.text('{body}'),
    h.text('{#closing}{closing}{/closing}'),
    ...signed(h, lang, 'issuer'),
    h.gap(),
    h.head(zh(lang, '附件　标准目录', 'Annex: list of standards')),
    loopTable(h, lang, loopOf(c, 'standards'), [9, 24, 33, 18, 16]),
  ],
  notice: (h, lang) => [
    h.mark(zh(lang, '{issuer}文件', '{issuer}')),
    h.number('{number}'),
    h.title('{title}'),
    h.plain(zh(lang, '{recipients}：', '{recipients}:')),
    h.text('{#paragraphs}'),
    h.text('{text}'),
    h.text('{/paragraphs}'),
    h.gap(),
    h.text('{#attachments}'),
    h.text(zh(lang, '附件{place}．{title}', 'Annex {place}. {title}')),
    h.text('{/attachments}'),
    ...signed(h, lang, 'issuer'),
    h.text('{#contact}'),
    h.text(zh(lang, '（{contact}）', '({contact})')),
    h.text('{/contact}'),
  ],
  'submission-letter': (h, lang, c) => [
    h.mark('{issuer}'),
    h.number('{number}'),
    h.title('{title}'),
    h.plain(zh(lang, '{recipient}：', '{recipient}:')),
    h.text('{body}'),
    ...signed(h, lang, 'issuer'),
    h.text('{#contact}{contact}{/contact}'),
    h.gap(),
    h.head(zh(lang, '附件1　报批项目汇总表', 'Annex 1: summary of projects')),
    loopTable(h, lang, loopOf(c, 'projects'), [9, 25, 36, 14, 16]),
    h.gap(),
    h.head(zh(lang, '附件2　材料清单', 'Annex 2: list of files')),
    loopTable(h, lang, loopOf(c, 'files'), [10, 54, 36]),
  ],
  minutes: (h, lang, c) => [
    h.title(zh(lang, '《{standard}》标准审查会议纪要', 'Minutes of the review of “{standard}”')),
    fieldTable(
      h,
      lang,
      c.fields.filter(({ name }) => ['committee', 'planNumber', 'heldOn', 'place', 'chair'].includes(name)),
    ),
    h.gap(),
    h.text(zh(lang, '委员总数{total}名，出席{present}名。', '{total} members in total, {present} present.')),
    h.head(zh(lang, '一、审查意见', '1. Opinions')),
    h.text('{#opinions}'),
    h.text(zh(lang, '（{place}）{text}', '({place}) {text}')),
    h.text('{/opinions}'),
    h.head(zh(lang, '二、表决', '2. Vote')),
    h.text(
      zh(
        lang,
        '赞成{agree}票，反对{against}票，弃权{abstain}票。',
        '{agree} in favour, {against} against, {abstain} abstaining.',
      ),
    ),
    h.head(zh(lang, '三、审查结论', '3. Conclusion')),
    h.text('{conclusion}'),
    h.gap(),
    h.head(zh(lang, '四、参加人员', '4. Participants')),
    loopTable(h, lang, loopOf(c, 'participants'), [12, 24, 40, 24]),
    ...signed(h, lang, 'committee'),
  ],
  application: (h, lang, c) => [
    h.title(zh(lang, '国家标准项目申报书', 'Application for a national standards project')),
    fieldTable(
      h,
      lang,
      c.fields.filter(({ name }) => !['applicant', 'date'].includes(name)),
    ),
    ...signed(h, lang, 'applicant'),
  ],
  'compilation-explanation': (h, lang, c) => [
    h.title(zh(lang, '《{title}》（{stage}）编制说明', 'Explanation of “{title}” ({stage})')),
    h.plain(zh(lang, '计划号：{planNumber}', 'Plan number: {planNumber}')),
    ...c.fields
      .filter(({ name }) => !['title', 'planNumber', 'stage', 'drafters', 'date'].includes(name))
      .flatMap((field, place) => [
        h.head(zh(lang, `${'一二三四五六七八九十'[place]}、${field.zh}`, `${place + 1}. ${field.en}`)),
        h.text(`{${field.name}}`),
      ]),
    h.gap(),
    h.right('{drafters}', 0),
    h.right('{date}', 2),
  ],
};

const folder = join(root, 'definitions/paper');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const contract = parse(readFileSync(join(folder, file), 'utf8'));
  for (const lang of ['zh-Hans', 'en']) {
    const h = hand(lang);
    const dash = (text) =>
      new TextRun({ text, size: 28, font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' } });
    const document = new Document({
      creator: 'Guiju',
      title: contract.name[lang === 'en' ? 'en' : 'zh'],
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(28) },
            },
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [dash('— '), new TextRun({ children: [PageNumber.CURRENT], size: 28 }), dash(' —')],
                }),
              ],
            }),
          },
          children: layouts[contract.template](h, lang, contract),
        },
      ],
    });
    const bytes = await Packer.toBuffer(document);
    writeFileSync(join(root, 'founding/templates', `${contract.template}.${lang}.docx`), bytes);
  }
}
