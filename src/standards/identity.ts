import { parse, type StandardNumber, slug } from '@guiju/standard-numbers';
import type { Nature, Tier } from '../portal/register-codes.ts';
import type { Kind, StandardStatement } from './model.ts';

/** What the register derives from the number of a standard: keys, address, tier, and under whom it is registered. */
export interface StandardIdentity {
  readonly number: string;
  readonly numberKey: string;
  readonly seriesKey: string;
  readonly workKey: string;
  readonly slug: string;
  readonly scheme: string;
  readonly publisher: string;
  readonly prefix: string;
  readonly tier: Tier | undefined;
  readonly kind: Kind;
  readonly nature: Nature | undefined;
  readonly isDraft: boolean;
  readonly year: number | undefined;
  /** First digits of the GB/T 2260 code of a local standard. */
  readonly region: string | undefined;
  /** Code of the organization that is the standard's home. */
  readonly homeCode: string;
}

/**
 * The identity of a standard by its number; undefined when the number is not understood. A number with several readings
 * is not guessed at here: whoever enters it writes it out.
 */
export function identityOf(number: string): StandardIdentity | undefined {
  const held = read.get(number);
  if (held !== undefined) return held ?? undefined;
  const reading = parse(number);
  const identity = reading.outcome === 'recognized' ? identityOfNumber(reading.number) : undefined;
  if (read.size >= readAtMost) read.clear();
  read.set(number, identity ?? null);
  return identity;
}

/** A number is asked for by the reader, the decision and every table of its rows: what was just read is not read again. */
const read = new Map<string, StandardIdentity | null>();
const readAtMost = 20_000;

export function identityOfNumber(parsed: StandardNumber): StandardIdentity {
  return {
    number: parsed.canonical,
    numberKey: parsed.key,
    seriesKey: parsed.seriesKey,
    workKey: parsed.workKey,
    slug: slug(parsed),
    scheme: parsed.scheme,
    publisher: parsed.publisher,
    prefix: parsed.prefix,
    tier: parsed.tier,
    kind: kindOf(parsed),
    nature: parsed.nature,
    isDraft: parsed.stage !== undefined,
    year: parsed.year,
    region: parsed.region,
    homeCode: homeCode(parsed),
  };
}

/** Key under which a relation's target is looked up; a number not understood is its own key. */
export function targetKey(target: string): string {
  return identityOf(target)?.numberKey ?? target.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
}

/**
 * The claim on uniqueness says its scope: enterprise numbers are unique within the enterprise (Standardization Law,
 * art. 24), draft references are no editions and claim nothing, all others are unique by number.
 */
export function numberClaim(identity: StandardIdentity, statement: StandardStatement): string | undefined {
  if (identity.isDraft) return undefined;
  if (identity.tier !== 'enterprise') return identity.numberKey;
  const creditCode = statement.organizations.find((organization) => organization.creditCode)?.creditCode;
  return `${creditCode ?? ''}:${identity.numberKey}`;
}

const homes: Readonly<Record<string, (number: StandardNumber) => string>> = {
  'cn-national': () => 'SAC',
  'cn-reference-material': () => 'SAC',
  'cn-sectoral': (number) => `CN-${number.publisher}`,
  'cn-engineering': (number) => `CN-${number.publisher}`,
  'cn-local': (number) => `CN-${number.publisher}`,
  'cn-association': (number) => (number.prefix.startsWith('T/') ? `T/${number.publisher}` : number.publisher),
  'cn-enterprise': (number) => `Q/${number.publisher}`,
};

function homeCode(number: StandardNumber): string {
  return homes[number.scheme]?.(number) ?? number.publisher;
}

const kinds: Readonly<Partial<Record<string, Kind>>> = {
  'reference-material': 'reference-material',
  metrology: 'metrology',
  military: 'military',
  'special-regime': 'special-regime',
  'technical-specification': 'technical-specification',
  'technical-report': 'technical-report',
  'publicly-available-specification': 'publicly-available-specification',
  'workshop-agreement': 'workshop-agreement',
  guide: 'guide',
  recommendation: 'recommendation',
  standard: 'standard',
};

function kindOf(number: StandardNumber): Kind {
  const supplement = number.supplements.at(-1);
  if (supplement?.kind === 'Amd' || supplement?.kind === 'XG') return 'amendment';
  if (supplement?.kind === 'Cor') return 'corrigendum';
  if (supplement) return 'supplement';
  return kinds[number.kind] ?? 'other';
}
