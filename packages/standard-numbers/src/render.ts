import { chineseNumber } from './chinese/write.ts';
import { ccsdsNumber } from './foreign/ccsds.ts';
import { etsiNumber } from './foreign/etsi.ts';
import { flexNumber } from './foreign/european.ts';
import { ieeeNumber } from './foreign/ieee-write.ts';
import { ituNumber } from './foreign/itu.ts';
import { jisNumber } from './foreign/jis.ts';
import { nistNumber } from './foreign/nist.ts';
import { plateauNumber } from './foreign/plateau.ts';
import { conformityNumber } from './international/conformity.ts';
import { iecDocumentNumber } from './international/iec-documents.ts';
import { isoDocumentNumber } from './international/iso-documents.ts';
import { internationalNumber } from './international/write.ts';
import type { NumberFields, Scheme, StandardNumber } from './model.ts';

type Writer = (fields: NumberFields) => StandardNumber;

const writers: ReadonlyMap<Scheme, Writer> = new Map<Scheme, Writer>([
  [
    'iso',
    (fields) =>
      fields.kind === 'working-document' || fields.kind === 'directive'
        ? isoDocumentNumber(fields)
        : internationalNumber(fields),
  ],
  ['iec', (fields) => (isConformity(fields) ? conformityNumber(fields) : internationalNumber(fields))],
  ['iec-document', iecDocumentNumber],
  ['cen', internationalNumber],
  ['bsi', (fields) => (fields.prefix === 'BSI Flex' ? flexNumber(fields) : internationalNumber(fields))],
  ['itu', ituNumber],
  ['jis', jisNumber],
  ['ieee', ieeeNumber],
  ['nist', nistNumber],
  ['etsi', etsiNumber],
  ['ccsds', ccsdsNumber],
  ['plateau', plateauNumber],
]);

/**
 * Makes a number from its fields: the way to number a new document, and the inverse of reading. The fields are taken as
 * they are; whether the result is a lawful number is told by `parse(identify(fields).canonical)`.
 *
 * @example identify({ ...number, year: 2026, yearAsPrinted: undefined }).canonical === 'GB/T 19001-2026'
 */
export function identify(fields: NumberFields): StandardNumber {
  return (writers.get(fields.scheme) ?? chineseNumber)(fields);
}

/**
 * Writes a number: canonical with ASCII hyphen, or as printed on a cover with an em dash before the year
 * (GB/T 1.1, layout of the cover).
 *
 * @example render(number, 'typographic') === 'GB/T 1.1—2020'
 */
export function render(number: StandardNumber, form: 'canonical' | 'typographic' = 'canonical'): string {
  return identify(number)[form];
}

function isConformity(fields: NumberFields): boolean {
  return (
    fields.kind === 'test-report-form' ||
    fields.publisher === 'IECQ' ||
    fields.publisher === 'IECEE' ||
    fields.publisher === 'IECEx'
  );
}
