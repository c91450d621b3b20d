import { strToU8, zipSync } from 'fflate';
import type { ComparedClause, Comparison } from './compare.ts';

/** What stands above a comparison that leaves the page. */
export interface ComparisonHead {
  readonly title: string;
  /** Number and hash of each version, and the counts, as sentences. */
  readonly lines: readonly string[];
  readonly words: Readonly<Record<ComparedClause['kind'], string>>;
  readonly madeAt: string;
  readonly author: string;
}

/** Plain text: `[-` what went `-]` and `{+` what came `+}`, one paragraph a line, marked in front where anything changed. */
export function comparisonText(head: ComparisonHead, { clauses }: Comparison): string {
  const lines = clauses.map((clause) => {
    const text = clause.pieces.map(({ kind, text: piece }) => marked(kind, piece)).join('');
    const mark = clause.kind === 'same' ? '' : `[${head.words[clause.kind]}] `;
    return `${mark}${labelText(clause)}${text}`;
  });
  return [head.title, ...head.lines, '', ...lines, ''].join('\n');
}

function marked(kind: 'same' | 'added' | 'removed', text: string): string {
  if (kind === 'same') return text;
  return kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
}

function labelText({ before, after }: ComparedClause): string {
  const [one, other] = [before?.label ?? '', after?.label ?? ''];
  if (before === undefined || after === undefined || one === other) return other || one ? `${other || one} ` : '';
  return `${one === '' ? '' : `[-${one}-]`}${other === '' ? '' : `{+${other}+}`} `;
}

/** A document in which the changes are tracked, so that an office program shows, accepts or refuses each. */
export function comparisonDocx(head: ComparisonHead, { clauses }: Comparison): Uint8Array {
  let revision = 0;
  const change = (element: 'ins' | 'del', text: string): string => {
    const word = element === 'ins' ? 't' : 'delText';
    const attributes = `w:id="${++revision}" w:author="${escaped(head.author)}" w:date="${head.madeAt}"`;
    return text === ''
      ? ''
      : `<w:${element} ${attributes}><w:r><w:${word} xml:space="preserve">${escaped(text)}</w:${word}></w:r></w:${element}>`;
  };
  const plain = (text: string): string =>
    text === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const label = ({ before, after }: ComparedClause): string => {
    const [one, other] = [before?.label, after?.label].map((text) => (text === undefined ? '' : `${text} `));
    if (one === other) return plain(one ?? '');
    return change('del', one ?? '') + change('ins', other ?? '');
  };
  const paragraphs = clauses.map((clause) => {
    const pieces = clause.pieces.map(({ kind, text }) => {
      if (kind === 'same') return plain(text);
      return change(kind === 'added' ? 'ins' : 'del', text);
    });
    const note = clause.kind === 'moved' ? plain(`[${head.words.moved}] `) : '';
    return `<w:p>${note}${label(clause)}${pieces.join('')}</w:p>`;
  });
  const top = [head.title, ...head.lines].map(
    (line) => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
  );
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': contentTypes,
        '_rels/.rels': relations,
        'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${top.join('')}${paragraphs.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
    { mtime: '1980-01-01T12:00:00' },
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/** As XML takes it: what is markup escaped, what XML has no place for left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
}
