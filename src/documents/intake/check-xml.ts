import { decodeXml, scanXml } from '@guiju/office-tables';
import { refusal } from '../../foundation/refusal.ts';
import { inWords } from './check-archive.ts';
import { type RecognizedFile, stsFile } from './recognize.ts';

/** A text of a standard is nested some twenty levels deep. */
const deepest = 100;

/**
 * Takes NISO STS alone (ANSI/NISO Z39.102): its root is `standard` or `adoption`. A document type may be named, as tools
 * for STS do, but never opened and never extended: a file that declares entities is refused.
 *
 * @throws Refusal `documents.file-entities`, `documents.file-markup`, `documents.file-broken`
 */
export function checkXml(bytes: Buffer, file: string): RecognizedFile {
  let root: string | undefined;
  inWords(file, () =>
    scanXml(
      { text: stsText(bytes, file), part: file, depth: deepest },
      {
        open(name) {
          root ??= name;
          if (name === 'script') throw refusal('documents.file-markup', { file, kind: 'script' });
        },
        close() {},
        text() {},
      },
    ),
  );
  if (root !== 'standard' && root !== 'adoption')
    throw refusal('documents.file-markup', { file, kind: root?.slice(0, 40) ?? 'XML' });
  return stsFile;
}

/** The text without a document type that only names where its definition would be. @throws Refusal `documents.file-entities` */
export function stsText(bytes: Buffer, file: string): string {
  const text = inWords(file, () => decodeXml(bytes, file));
  const start = text.search(/<!DOCTYPE/i);
  if (start === -1) return text;
  const end = text.indexOf('>', start);
  if (end === -1 || text.slice(start, end).includes('['))
    throw refusal('documents.file-entities', { file, part: 'DOCTYPE' });
  return text.slice(0, start) + text.slice(end + 1);
}
