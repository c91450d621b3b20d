// The sample document: a fictitious text and table with real numbers of the founding data, as people write them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

/** 300 numbers as they lie in a text: 270 real ones in every spelling, 30 misspelt, and what each was meant to be. */
export async function standardsInDocument(save) {
  const lines = (name) =>
    gunzipSync(readFileSync(new URL(`../founding/${name}`, import.meta.url)))
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const every = (list, count) =>
    Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]);
  const chinese = every(
    lines('chinese-standards.jsonl.gz').filter(({ kind }) => kind !== 'metrology'),
    200,
  ).map(({ number }) => number);
  const isoRows = lines('iso-deliverables.jsonl.gz').filter(
    ({ currentStage, supplementType }) => currentStage >= 6060 && supplementType === null,
  );
  const iso = every(isoRows, 100).map(({ reference }) => reference);
  const meant = chinese.flatMap((number, index) => (index % 2 === 0 ? [number, iso[index / 2]] : [number]));
  const items = meant.map((number, index) =>
    index % 10 === 9 ? { number, ...misspelt(number, index) } : { number, printed: spelling(number, index), fault: '' },
  );
  save('standards-in-a-document.docx', await document(items));
  const quoted = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  save(
    'standards-in-a-document.csv',
    [
      'printed,meant,misspelt',
      ...items.map(({ printed, number, fault }) => [printed, number, fault].map(quoted).join(',')),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
}

function spelling(number, index) {
  const ways = [
    (text) => text,
    (text) => text.replace(/-(?=\d{4}$)/, '—'),
    (text) => text.replace(/ (?=\d)/, ''),
    (text) => text.toLowerCase(),
    (text) =>
      text
        .replace(/[!-~]/g, (character) => String.fromCodePoint(character.codePointAt(0) + 0xfee0))
        .replaceAll(' ', '　'),
    (text) => text.replace(/-(?=\d{4}$)/, ' － '),
    (text) => text.replace(' ', '  '),
  ];
  return ways[index % ways.length](number);
}

function misspelt(number, index) {
  const faults = [
    ['digit-missing', (text) => text.replace(/\d(?=[-:]\d{4})/, '')],
    ['letter-for-digit', (text) => text.replace(/0(?=[^0]*$)/, 'O')],
    ['prefix-wrong', (text) => text.replace(/^[A-Z]+/, (prefix) => `${prefix.slice(0, -1)}X`)],
    ['year-wrong', (text) => text.replace(/\d{4}$/, '2099')],
    ['letters-swapped', (text) => text.replace(/^([A-Z])([A-Z])/, '$2$1')],
  ];
  const turned = faults.map((_, at) => faults[(Math.floor(index / 10) + at) % faults.length]);
  const [fault, change] = turned.find(([, make]) => make(number) !== number);
  return { fault, printed: change(number) };
}

async function document(items) {
  const inText = items.slice(0, 150);
  const inTable = items.slice(150);
  const words = ['应符合 ', ' 的规定，并参照 ', '；试验方法见 ', '，同时执行 ', ' 和 '];
  const paragraphs = Array.from({ length: 30 }, (_, index) => {
    const five = inText.slice(index * 5, index * 5 + 5);
    return new Paragraph(
      `${index + 1}.1 产品${five.map(({ printed }, at) => `${words[at]}${at % 2 === 0 ? printed : `《${printed}》`}`).join('')}。`,
    );
  });
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
  const tableRows = inTable.map(
    ({ printed }, index) =>
      new TableRow({ children: [cell(String(index + 1)), cell(printed), cell(index % 3 === 0 ? '现行版本' : '')] }),
  );
  const head = new TableRow({ tableHeader: true, children: ['序号', '标准编号', '说明'].map(cell) });
  const file = new Document({
    creator: 'Guiju',
    title: '虚构的技术要求（标准编号为真实编号）',
    sections: [
      {
        children: [
          new Paragraph({ text: '虚构产品技术要求', heading: HeadingLevel.HEADING_1 }),
          new Paragraph(
            '本文件为虚构示例，其中的标准编号取自登记册的初始数据，部分故意写错。Fictitious document; the numbers are those of the founding data, some misspelt on purpose.',
          ),
          ...paragraphs,
          new Paragraph({ text: '引用标准一览', heading: HeadingLevel.HEADING_2 }),
          new Table({ rows: [head, ...tableRows] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
