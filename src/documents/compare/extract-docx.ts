import { decodeXml, openZip, scanXml } from '@guiju/office-tables';
import type { DocumentSettings } from '../../foundation/settings.ts';
import { limitsOf } from '../intake/check-archive.ts';
import { type Clause, clauseOf } from './clause.ts';
import { docxNumbering, type Numbering } from './docx-numbering.ts';

const main = 'word/document.xml';
/** Deleted text, field codes and what old programs are shown instead are no text of the document. */
const leftOut = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);
const characters: Readonly<Record<string, string>> = { tab: ' ', br: ' ', cr: ' ', noBreakHyphen: '-' };

/** Paragraphs of a word-processor document in reading order, numbered as the program shows them; a row of a table is one. */
export function clausesOfDocx(bytes: Uint8Array, settings: DocumentSettings): readonly Clause[] {
  const archive = openZip(bytes, limitsOf(settings));
  const numbering = docxNumbering(archive);
  const clauses: Clause[] = [];
  const reading = { skipping: 0, inText: false, rows: 0 };
  let paragraph = newParagraph();
  let row: string[] = [];
  const endParagraph = (): void => {
    const text = paragraph.text.trim();
    if (reading.rows > 0) row.push(text);
    else if (text !== '' && !numbering.isContents(paragraph.style)) clauses.push(numbered(paragraph, numbering));
    paragraph = newParagraph();
  };
  const endRow = (): void => {
    if (--reading.rows > 0) return;
    const text = row.filter((cell) => cell !== '').join(' | ');
    if (text !== '') clauses.push({ text });
    row = [];
  };
  scanXml(
    { text: decodeXml(archive.unpack(main), main), part: main, depth: 200 },
    {
      open(name, attributes) {
        if (reading.skipping > 0 || leftOut.has(name)) return void reading.skipping++;
        const value = (): string => attributes().get('val') ?? '';
        if (name === 't') reading.inText = true;
        else if (name === 'tr') reading.rows++;
        else if (name === 'pStyle') paragraph.style = value();
        else if (name === 'numId') paragraph.list = value();
        else if (name === 'ilvl') paragraph.level = Number(value());
        else if (name in characters) paragraph.text += characters[name] ?? '';
      },
      close(name) {
        if (reading.skipping > 0) reading.skipping--;
        else if (name === 't') reading.inText = false;
        else if (name === 'p') endParagraph();
        else if (name === 'tr') endRow();
      },
      text(text) {
        if (reading.inText && reading.skipping === 0) paragraph.text += text;
      },
    },
  );
  return clauses;
}

interface OpenParagraph {
  text: string;
  style: string;
  list: string | undefined;
  level: number | undefined;
}

function newParagraph(): OpenParagraph {
  return { text: '', style: '', list: undefined, level: undefined };
}

/** The paragraph's own list goes before that of its style; list 0 takes a number away. */
function numbered({ text, style, list, level }: OpenParagraph, numbering: Numbering): Clause {
  const ofStyle = numbering.ofStyle(style);
  const found = list ?? ofStyle?.list;
  const label = found === undefined || found === '0' ? undefined : numbering.next(found, level ?? ofStyle?.level ?? 0);
  const plain = text.replace(/[\s\u3000]+/g, ' ').trim();
  return label === undefined ? clauseOf(plain) : { label, text: plain };
}
