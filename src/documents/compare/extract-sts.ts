import { scanXml } from '@guiju/office-tables';
import { stsText } from '../intake/check-xml.ts';
import { type Clause, clauseOf } from './clause.ts';

/** Elements that are paragraphs by themselves; what stands in an element of another kind belongs to the paragraph around it. */
const paragraphs = new Set(['p', 'title', 'tr', 'term', 'disp-formula', 'std', 'mixed-citation', 'caption']);
/** Data about the text, and what only programs read. */
const leftOut = new Set([
  'std-meta',
  'iso-meta',
  'reg-meta',
  'nat-meta',
  'processing-meta',
  'custom-meta-group',
  'toc',
  'tex-math',
  'annotation',
]);

/** Paragraphs of a NISO STS text; a label stands at the head of the paragraph that follows it. */
export function clausesOfSts(bytes: Buffer, file: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let skipping = 0;
  let label: string | undefined;
  let inLabel = false;
  let text = '';
  const end = (): void => {
    const plain = text.replace(/[\s\u3000]+/g, ' ').trim();
    text = '';
    if (plain === '') return;
    const own = label?.replace(/[\s\u3000]+/g, ' ').trim();
    clauses.push(own === undefined || own === '' ? clauseOf(plain) : { label: own, text: plain });
    label = undefined;
  };
  scanXml(
    { text: stsText(bytes, file), part: file, depth: 100 },
    {
      open(name) {
        if (skipping > 0 || leftOut.has(name)) return void skipping++;
        if (paragraphs.has(name) || name === 'label' || name === 'sec') end();
        if (name === 'label') [inLabel, label] = [true, ''];
      },
      close(name) {
        if (skipping > 0) return void skipping--;
        if (name === 'label') inLabel = false;
        else if (name === 'td' || name === 'th') text += ' | ';
        else if (paragraphs.has(name)) end();
      },
      text(piece) {
        if (skipping > 0) return;
        if (inLabel) label = `${label ?? ''}${piece}`;
        else text += piece;
      },
    },
  );
  end();
  return clauses.map((clause) => ({ ...clause, text: clause.text.replace(/ \|$/, '') }));
}
