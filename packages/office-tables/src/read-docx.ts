import { type DocumentBlocks, startBlocks } from './docx-blocks.ts';
import { type OfficeParts, scanPart } from './office-parts.ts';
import type { XmlHandler } from './xml-scanner.ts';

/**
 * Paragraphs and tables of a word-processor document in reading order (ISO/IEC 29500-1, 17): text boxes before the
 * rest of the paragraph that anchors them, nested tables after their outer table, footnotes and endnotes at the end. Deleted text of
 * tracked changes is left out, inserted text is read. Pictures, headers, footers, comments and field codes are not read.
 */
export function readDocx(parts: OfficeParts): DocumentBlocks {
  const blocks = startBlocks(parts.reading);
  scanPart(parts, parts.main, documentHandler(blocks, parts));
  for (const kind of ['footnotes', 'endnotes']) {
    const part = parts.relations.find((relation) => relation.type === kind)?.target;
    if (part !== undefined && parts.archive.has(part)) scanPart(parts, part, documentHandler(blocks, parts));
  }
  return blocks.finish();
}

/** Elements whose whole content is not running text; `Fallback` repeats for old programs what `Choice` says. */
const leftOut: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rPr', 'pPr']);

/** Elements that stand for one character (ISO/IEC 29500-1, 17.3.3). */
const characters: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
  ['ptab', '\t'],
]);

function documentHandler(blocks: ReturnType<typeof startBlocks>, { reading }: OfficeParts): XmlHandler {
  let skipping = 0;
  let inText = false;
  let hasChanges = false;
  return {
    open(name, attributes) {
      if (skipping > 0 || leftOut.has(name)) {
        skipping++;
        if (name === 'del' && !hasChanges) reading.remark('office-tables.tracked-changes', {});
        hasChanges ||= name === 'del';
        return;
      }
      if (name === 't') inText = true;
      else if (name === 'gridSpan') blocks.span(Number(attributes().get('val')));
      else if (name === 'gridBefore') blocks.indent(Number(attributes().get('val')));
      else if (name === 'vMerge') blocks.continueMerge(attributes().get('val') ?? 'continue');
      else if (characters.has(name)) blocks.text(characters.get(name) ?? '');
      else blocks.open(name);
    },
    close(name) {
      if (skipping > 0) skipping--;
      else if (name === 't') inText = false;
      else blocks.close(name);
    },
    text(text) {
      if (inText && skipping === 0) blocks.text(text);
    },
  };
}
