import type { NumberKind, Scheme, Tier } from '../model.ts';
import { engineeringCodes, sectorCodes } from '../tables/sectors.ts';
import { type Prefix, prefixOf } from './prefix.ts';

/** A code with the prefixes it makes: alone, with /T and with /Z. */
export interface CodeEntry {
  readonly code: string;
  readonly alone: Prefix;
  readonly T: Prefix | undefined;
  readonly Z: Prefix | undefined;
  /** `GBT`, `YYZ`: the suffix is already in the letters. */
  readonly suffix: 'T' | 'Z' | '';
}

interface Family {
  readonly codes: readonly string[];
  readonly scheme: Scheme;
  readonly tier: Tier | undefined;
  readonly kind: NumberKind;
  /** Suffixes in use. A family without a nature (metrology, military) has its suffixes as mere names. */
  readonly suffixes: string;
  readonly hasNature: boolean;
}

/**
 * Families of prefixes beside the sector codes. GBZ is a family of its own (occupational health) and never GB/Z;
 * JJF, JJG and GBW are metrology, GJB is military (Standardization Law, art. 44): none of them is a standard of a tier.
 */
const families: readonly Family[] = [
  { codes: ['GB'], scheme: 'cn-national', tier: 'national', kind: 'standard', suffixes: 'TZ', hasNature: true },
  {
    codes: ['GBJ', 'GBn', 'GHZB', 'GWPB', 'GWKB'],
    scheme: 'cn-national',
    tier: 'national',
    kind: 'standard',
    suffixes: 'T',
    hasNature: true,
  },
  { codes: ['GBZ'], scheme: 'cn-health', tier: 'national', kind: 'special-regime', suffixes: 'T', hasNature: true },
  {
    codes: ['GSB'],
    scheme: 'cn-reference-material',
    tier: 'national',
    kind: 'reference-material',
    suffixes: 'T',
    hasNature: false,
  },
  // Certified reference materials (标准物质) are measures under the Metrology Law, not reference samples (GSB, 标准样品).
  { codes: ['GBW'], scheme: 'cn-metrology', tier: undefined, kind: 'metrology', suffixes: '', hasNature: false },
  { codes: ['JJF', 'JJG'], scheme: 'cn-metrology', tier: undefined, kind: 'metrology', suffixes: '', hasNature: false },
  { codes: ['GJB'], scheme: 'cn-military', tier: undefined, kind: 'military', suffixes: 'Z', hasNature: false },
  {
    codes: engineeringCodes.map((row) => row.code),
    scheme: 'cn-engineering',
    tier: 'sectoral',
    kind: 'standard',
    suffixes: 'TZ',
    hasNature: true,
  },
  {
    codes: sectorCodes.map((row) => row.code),
    scheme: 'cn-sectoral',
    tier: 'sectoral',
    kind: 'standard',
    suffixes: 'TZ',
    hasNature: true,
  },
];

/** Every way to write a code in letters, upper case, with what it means: GB, GBT, YY, YYT. */
export const codeEntries: ReadonlyMap<string, CodeEntry> = new Map(
  [...families.flatMap(glued), ...families.flatMap(plain)].map((entry) => [written(entry), entry] as const),
);

/** Codes of two letters groups: energy standards of the petrochemical trade, enterprise-like codes of heavy machinery. */
const doubles: ReadonlyMap<string, CodeEntry> = new Map(
  ['NB/SH', 'JB/ZQ', 'JB/GQ', 'SH/S'].map((code) => [code, entryOf(doubleFamily(), code, '')] as const),
);

function doubleFamily(): Family {
  return { codes: [], scheme: 'cn-sectoral', tier: 'sectoral', kind: 'standard', suffixes: 'TZ', hasNature: true };
}

/** The entry of a double code such as NB/SH, when the second half is known. */
export function doubleEntry(first: CodeEntry, second: string): CodeEntry | undefined {
  return doubles.get(`${first.code}/${second}`);
}

function written(entry: CodeEntry): string {
  return (entry.code + entry.suffix).toUpperCase();
}

function plain(family: Family): readonly CodeEntry[] {
  return family.codes.map((code) => entryOf(family, code, ''));
}

/** `GBT` for GB/T. `GBZ` is overwritten by the family of that name, because a code of its own goes before a lost slash. */
function glued(family: Family): readonly CodeEntry[] {
  return family.codes.flatMap((code) =>
    [...family.suffixes].flatMap((letter) => (letter === 'T' || letter === 'Z' ? [entryOf(family, code, letter)] : [])),
  );
}

function entryOf(family: Family, code: string, suffix: 'T' | 'Z' | ''): CodeEntry {
  const withSuffix = (letter: 'T' | 'Z') =>
    family.suffixes.includes(letter) ? familyPrefix(family, code, letter) : undefined;
  return { code, alone: familyPrefix(family, code, ''), T: withSuffix('T'), Z: withSuffix('Z'), suffix };
}

function familyPrefix(family: Family, code: string, suffix: 'T' | 'Z' | ''): Prefix {
  const natures = { '': 'mandatory', T: 'voluntary', Z: 'guiding' } as const;
  return prefixOf({
    scheme: family.scheme,
    tier: family.tier,
    kind: family.kind,
    nature: family.hasNature ? natures[suffix] : undefined,
    publisher: code,
    region: undefined,
    prefix: suffix === '' ? code : `${code}/${suffix}`,
  });
}
