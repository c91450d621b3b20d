import type { NumberKind } from '../model.ts';

/** A word between publisher and serial: a draft stage, a type of deliverable, or both in one (DTS). */
export interface HeadWord {
  readonly stage: string | undefined;
  readonly type: string;
  /** How it is written. */
  readonly print: string;
}

/** Type words and the kind they stand for; the empty word is the standard itself. */
export const kindOfType: ReadonlyMap<string, NumberKind> = new Map([
  ['', 'standard'],
  ['TS', 'technical-specification'],
  ['TR', 'technical-report'],
  ['PAS', 'publicly-available-specification'],
  ['R', 'recommendation'],
  ['ISP', 'standardized-profile'],
  ['Guide', 'guide'],
  ['SRD', 'technical-document'],
  ['DATA', 'technical-document'],
  ['TTA', 'technical-document'],
  ['CS', 'technical-document'],
  ['HBK', 'handbook'],
]);

const typeOfKind: ReadonlyMap<NumberKind, string> = new Map(
  [...kindOfType].reverse().map(([type, kind]) => [kind, type] as const),
);

/** The type word a kind is written with: TS, TR, Guide. */
export function typeWord(kind: NumberKind): string {
  return typeOfKind.get(kind) ?? '';
}

const stages = ['PWI', 'NP', 'AWI', 'WD', 'CD', 'CDV', 'FCD', 'DP', 'DIS', 'FDIS', 'PRF', 'DPRF'] as const;
const types = ['TS', 'TR', 'PAS', 'ISP', 'SRD', 'Guide'] as const;

/** Words of ISO and IEC between publisher and serial (ISO/IEC Directives, Part 1), with older and French spellings. */
export const headWords: ReadonlyMap<string, HeadWord> = new Map<string, HeadWord>([
  ...stages.map((stage) => [stage, { stage, type: '', print: stage }] as const),
  ...[...types, 'R', 'DATA', 'TTA'].map(
    (type) => [type.toUpperCase(), { stage: undefined, type, print: type }] as const,
  ),
  ...types.flatMap((type) => [
    [`D${type.toUpperCase()}`, { stage: `D${type}`, type, print: `D${type}` }] as const,
    [`FD${type.toUpperCase()}`, { stage: `FD${type}`, type, print: `FD${type}` }] as const,
    [`PD${type.toUpperCase()}`, { stage: 'CD', type, print: `CD ${type}` }] as const,
  ]),
  ['PRECD', { stage: 'PreCD', type: '', print: 'PreCD' }],
  ['NWIP', { stage: 'NP', type: '', print: 'NP' }],
  ['FD', { stage: 'FD', type: '', print: 'FD' }],
  ['D', { stage: 'D', type: '', print: 'D' }],
]);

/** Organizations that may stand in a joint prefix. CEI is IEC in French. */
export const publisherWords: ReadonlyMap<string, string> = new Map([
  ...[
    'ISO',
    'IEC',
    'IEEE',
    'ASTM',
    'CIE',
    'SAE',
    'ASME',
    'OECD',
    'HL7',
    'IDF',
    'ULC',
    'UNDP',
    'ITU',
    'IUPAC',
    'CISPR',
    'NACE',
    'EIA',
    'ANSI',
    'ASHRAE',
    'IIW',
    'ICC',
  ].map((word) => [word, word] as const),
  ['CEI', 'IEC'] as const,
]);
