import { readAssociation, readCecs } from './chinese/association.ts';
import { readEnterprise } from './chinese/enterprise.ts';
import { readDb, readDbj, readDbs, readDg, readDgj } from './chinese/local.ts';
import { codeEntries } from './chinese/prefixes.ts';
import { readCoded } from './chinese/read.ts';
import type { Cursor } from './cursor.ts';
import { readCcsds } from './foreign/ccsds.ts';
import { readEtsi } from './foreign/etsi.ts';
import { readBritish, readEuropean, readFlex, readFprIso, readNationalAnnex } from './foreign/european.ts';
import { readIeee } from './foreign/ieee.ts';
import { readItu } from './foreign/itu.ts';
import { readJis, readJisSpecification } from './foreign/jis.ts';
import { readNist, readNistSeries } from './foreign/nist.ts';
import { readPlateau } from './foreign/plateau.ts';
import { readIecee, readIecex, readIecq } from './international/conformity.ts';
import { readIecDocument } from './international/iec-documents.ts';
import { readIec, readIecProject, readIso, readIwa, readStagedIwa, readTypeFirst } from './international/leads.ts';
import type { Ambiguous, StandardNumber } from './model.ts';

/** Reads what stands behind the letters of a prefix; undefined when it is no number, with the reason at the cursor. */
export type LeadReader = (cursor: Cursor) => StandardNumber | Ambiguous | undefined;

const british: readonly (readonly [string, LeadReader])[] = ['BS', 'BSI', 'PD', 'DD', 'PAS'].map((word) => [
  word,
  (cursor) => readBritish(cursor, word),
]);

const european: readonly (readonly [string, LeadReader])[] = [
  ...['EN', 'CEN', 'CLC', 'CENELEC', 'HD', 'CWA'].map((word) => [word, word] as const),
  ['PREN', 'prEN'] as const,
  ['FPREN', 'FprEN'] as const,
].map(([word, print]) => [word, (cursor) => readEuropean(cursor, print)]);

const ieee: readonly (readonly [string, LeadReader])[] = ['IEEE', 'ANSI', 'AIEE', 'ASA', 'NACE', 'IRE'].map((word) => [
  word,
  (cursor) => readIeee(cursor, word),
]);

const nistSeries: readonly (readonly [string, LeadReader])[] = [
  ['NISTIR', 'IR'],
  ['FIPS', 'FIPS'],
  ['NISTPUB', 'PUB'],
].map(([word = '', series = '']) => [word, (cursor) => readNistSeries(cursor, series)]);

const iecCommittees: readonly (readonly [string, LeadReader])[] = [
  'SMB',
  'SMBNC',
  'ACOS',
  'ACEA',
  'ACSEC',
  'ACTAD',
  'GRAC',
  'IF',
  'CIS',
  'SEG',
  'CAB',
  'MSB',
].map((word) => [
  word,
  (cursor) => {
    cursor.at = 0;
    return readIecDocument(cursor);
  },
]);

const classCodes = ['JTG', 'GSB', 'ZB'] as const;
const classLetters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes whose serials begin with the letter of a class, glued: JTGD60-2015, GSBA67001-2003, ZBY120-83. */
const classified: readonly (readonly [string, LeadReader])[] = classCodes.flatMap((code) => {
  const entry = codeEntries.get(code);
  if (entry === undefined) return [];
  return classLetters.map((letter): readonly [string, LeadReader] => [
    code + letter,
    (cursor) => {
      cursor.at = code.length;
      return readCoded(cursor, entry);
    },
  ]);
});

/** The letters a number can start with, upper case, each with its reader. Chinese codes go before foreign ones of the same letters. */
export const leads: ReadonlyMap<string, LeadReader> = new Map<string, LeadReader>([
  ...classified,
  ...british,
  ...european,
  ...ieee,
  ...nistSeries,
  ...iecCommittees,
  ['NIST', (cursor) => readNist(cursor, 'NIST')],
  ['IEEP', (cursor) => readGlued(cursor, 3)],
  ['IEEEP', (cursor) => readGlued(cursor, 4)],
  ['IEEEPC', (cursor) => readGlued(cursor, 4)],
  ['NBS', (cursor) => readNist(cursor, 'NBS')],
  ['ISO', readIso],
  ['IEC', readIec],
  ['CEI', readIec],
  ['CISPR', (cursor) => readIec(cursor, 'CISPR')],
  ['IWA', readIwa],
  ['GUIDE', readTypeFirst],
  ['FPRISO', readFprIso],
  ['IECEE', readIecee],
  ['IECEX', readIecex],
  ['IECQ', readIecq],
  ['PNW', (cursor) => readIecProject(cursor, 'PNW')],
  ['PWI', (cursor) => readIecProject(cursor, 'PWI')],
  ['CD', (cursor) => readStagedIwa(cursor, 'CD')],
  ['PRF', (cursor) => readStagedIwa(cursor, 'PRF')],
  ['AWI', (cursor) => readStagedIwa(cursor, 'AWI')],
  ['WD', (cursor) => readStagedIwa(cursor, 'WD')],
  ['NP', (cursor) => readStagedIwa(cursor, 'NP')],
  ['ITU', readItu],
  ['JIS', readJis],
  ['TS', readJisSpecification],
  ['ETSI', readEtsi],
  ['CCSDS', readCcsds],
  ['PLATEAU', readPlateau],
  ['NA', readNationalAnnex],
  ['FLEX', readFlex],
  ...[...codeEntries].map(([letters, entry]) => [letters, (cursor: Cursor) => readCoded(cursor, entry)] as const),
  ['DB', readDb],
  ['DBS', readDbs],
  ['DBJ', readDbj],
  ['DG', readDg],
  ['DGJ', readDgj],
  ['T', readAssociation],
  ['CECS', readCecs],
  ['Q', readEnterprise],
]);

/** A project number glued to its prefix, the prefix sometimes misspelt: IEEEPC37.74/D12, IEEP62.42.1/D3. */
function readGlued(cursor: Cursor, prefixLength: number): StandardNumber | undefined {
  cursor.at = prefixLength;
  return readIeee(cursor, 'IEEE');
}
