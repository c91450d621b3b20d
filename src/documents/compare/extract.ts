import { decodeText, Refused } from '@guiju/office-tables';
import type { DocumentSettings } from '../../foundation/settings.ts';
import { officeFiles, stsFile } from '../intake/recognize.ts';
import { clauseOf, type ExtractedText } from './clause.ts';
import { clausesOfDocx } from './extract-docx.ts';
import { clausesOfPdf } from './extract-pdf.ts';
import { clausesOfSts } from './extract-sts.ts';

/** The text of a content that was taken in before, as clauses; or why it has none that could be compared. */
export async function extractText(
  bytes: Buffer,
  mediaType: string,
  settings: DocumentSettings,
): Promise<ExtractedText> {
  try {
    if (mediaType === 'application/pdf') return await clausesOfPdf(bytes);
    if (mediaType === officeFiles.docx.mediaType) return { clauses: clausesOfDocx(bytes, settings) };
    if (mediaType === stsFile.mediaType) return { clauses: clausesOfSts(bytes, 'text.xml') };
    if (mediaType.startsWith('text/plain')) return { clauses: clausesOfLines(decodeText(bytes).text) };
    return { reason: 'not-comparable' };
  } catch (error) {
    if (error instanceof Refused) return { reason: 'unreadable' };
    throw error;
  }
}

function clausesOfLines(text: string) {
  return text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map(clauseOf);
}
