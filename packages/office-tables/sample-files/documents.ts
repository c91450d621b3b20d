import { anArchive } from './archives.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A document from the content of its body; `footnotes` is the content of its footnotes part. */
export function aDocument(body: string, footnotes?: string): Uint8Array {
  const namespaces = `xmlns:w="${main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  return anArchive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...(footnotes === undefined
      ? {}
      : {
          'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/footnotes" Target="footnotes.xml"/></Relationships>`,
          'word/footnotes.xml': `<w:footnotes ${namespaces}>${footnotes}</w:footnotes>`,
        }),
  });
}

export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.map((text) => (text.startsWith('<') ? text : run(text))).join('')}</w:p>`;
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
}

export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tableCell(cell))).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function tableCell(content: string, properties = ''): string {
  const inner = content.startsWith('<') ? content : paragraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}
