import type { NumberFields, Supplement } from '../src/index.ts';
import { parse, regions, sectorCodes } from '../src/index.ts';

/** A small repeatable source of choices, so that a failing run can be named by its seed. */
export interface Choices {
  below(limit: number): number;
  oneOf<T>(values: readonly T[]): T;
  maybe<T>(value: () => T): T | undefined;
}

export function choicesFrom(seed: number): Choices {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  return {
    below,
    oneOf(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
    maybe: (value) => (below(2) === 0 ? value() : undefined),
  };
}

/** Fields of a lawful number of any family the package can number. */
export function generatedFields(choices: Choices): NumberFields {
  return choices.oneOf(families)(choices);
}

type Family = (choices: Choices) => NumberFields;

const families: readonly Family[] = [
  national,
  national,
  sectoral,
  local,
  association,
  enterprise,
  special,
  iso,
  iso,
  iec,
  jis,
  european,
];

/** Fields of a printed example, from which a family varies what it may vary. */
function like(example: string): NumberFields {
  const reading = parse(example);
  if (reading.outcome !== 'recognized') throw new Error(`${example} is not recognized`);
  return reading.number;
}

const examples = new Map<string, NumberFields>();

function pattern(example: string): NumberFields {
  const known = examples.get(example);
  if (known !== undefined) return known;
  const read = like(example);
  examples.set(example, read);
  return read;
}

function chinese(choices: Choices, base: NumberFields): NumberFields {
  const year = choices.maybe(() => 1950 + choices.below(90));
  const isShort = year !== undefined && year < 2000 && choices.below(4) === 0;
  return {
    ...base,
    serial: String(1 + choices.below(choices.oneOf([100, 10_000, 99_999]))),
    parts: choices.maybe(() => [String(1 + choices.below(400))]) ?? [],
    year,
    yearAsPrinted: isShort ? String(year - 1900) : undefined,
    supplements: choices.below(5) === 0 ? sheets(choices) : [],
    editionNote: year !== undefined && choices.below(8) === 0 ? `${2000 + choices.below(30)}年版` : undefined,
    stage: choices.below(12) === 0 ? choices.oneOf(['征求意见稿', '报批稿']) : undefined,
    allParts: choices.below(12) === 0,
  };
}

function sheets(choices: Choices): readonly Supplement[] {
  return Array.from({ length: 1 + choices.below(2) }, (_, index) => ({
    kind: 'XG' as const,
    number: String(index + 1),
    year: choices.maybe(() => 1990 + choices.below(60)),
    month: undefined,
    stage: undefined,
    label: '/XG',
  }));
}

function national(choices: Choices): NumberFields {
  return chinese(
    choices,
    pattern(choices.oneOf(['GB 1-2008', 'GB/T 1-2008', 'GB/Z 1-2008', 'GBJ 1-87', 'GBn 1-1980'])),
  );
}

function sectoral(choices: Choices): NumberFields {
  const code = choices.oneOf(sectorCodes).code;
  const suffix = code === 'DB' ? '/T' : choices.oneOf(['', '/T', '/Z']);
  return chinese(choices, pattern(`${code}${suffix} 1-2008`));
}

const regionCodes = [...regions.keys()];

function local(choices: Choices): NumberFields {
  return chinese(choices, pattern(`DB${choices.oneOf(regionCodes)}${choices.oneOf(['', '/T'])} 1-2008`));
}

function association(choices: Choices): NumberFields {
  const code = choices.oneOf(['CAS', 'CAMDI', 'CECS', 'GZAEPI', 'CSAE', 'ZZB']);
  return { ...chinese(choices, pattern(`T/${code} 1-2008`)), serial: String(choices.below(9999)).padStart(4, '0') };
}

function enterprise(choices: Choices): NumberFields {
  const base = pattern(`Q/${choices.oneOf(['GDW', 'CSG', 'SY', '320281 ABC'])} 1-2008`);
  return { ...base, serial: String(1 + choices.below(99_999)), year: 1980 + choices.below(60) };
}

function special(choices: Choices): NumberFields {
  const example = choices.oneOf([
    'GBZ 1-2010',
    'GBZ/T 205-2007',
    'JJF 1226-2009',
    'JJG 1-2009',
    'GJB 1-2009',
    'GJB/Z 1-2009',
    'CJJ 37-2012',
    'JGJ/T 59-2011',
    'JTG 3362-2018',
    'CECS 279-2010',
  ]);
  return chinese(choices, pattern(example));
}

function international(choices: Choices, base: NumberFields): NumberFields {
  return {
    ...base,
    serial: String(1 + choices.below(99_999)),
    parts: choices.maybe(() => [String(1 + choices.below(400))]) ?? [],
    year: base.stage === undefined ? choices.maybe(() => 1950 + choices.below(90)) : undefined,
    language: choices.below(6) === 0 ? choices.oneOf(['en', 'fr', 'en,fr', 'ru']) : undefined,
    allParts: choices.below(12) === 0,
  };
}

function isoSheets(choices: Choices, style: 'iso' | 'iec'): readonly Supplement[] {
  const kind = choices.oneOf(['Amd', 'Cor'] as const);
  const label = style === 'iso' ? `/${kind} ` : `/${kind.toUpperCase()}`;
  const year = choices.maybe(() => 1980 + choices.below(60));
  return [{ kind, number: String(1 + choices.below(9)), year, month: undefined, stage: undefined, label }];
}

function iso(choices: Choices): NumberFields {
  const example = choices.oneOf([
    'ISO 1:2016',
    'ISO/IEC 1:2016',
    'ISO/TS 1:2016',
    'ISO/IEC TR 1:2016',
    'ISO/PAS 1:2016',
    'ISO/DIS 1',
    'ISO/IEC FDIS 1',
    'ISO/CD TS 1',
    'ISO/IEC/IEEE 1:2016',
    'ISO/IEC Guide 1:2016',
    'IWA 1:2016',
  ]);
  const fields = international(choices, pattern(example));
  return choices.below(4) === 0 ? { ...fields, supplements: isoSheets(choices, 'iso') } : fields;
}

function iec(choices: Choices): NumberFields {
  const fields = international(
    choices,
    pattern(choices.oneOf(['IEC 1:2016', 'IEC TS 1:2016', 'IEC TR 1:2016', 'CISPR 1:2016', 'IEC/IEEE 1:2016'])),
  );
  const variant = choices.below(6) === 0 ? choices.oneOf(['RLV', 'CSV', 'SER']) : undefined;
  return { ...fields, variant, supplements: choices.below(4) === 0 ? isoSheets(choices, 'iec') : [] };
}

function jis(choices: Choices): NumberFields {
  const base = pattern(`JIS ${choices.oneOf(['A', 'B', 'C', 'K', 'X', 'Z'])} 0001:2000`);
  return {
    ...base,
    serial: String(choices.below(9999)).padStart(4, '0'),
    year: choices.maybe(() => 1950 + choices.below(90)),
  };
}

function european(choices: Choices): NumberFields {
  const base = pattern(choices.oneOf(['EN 1:2016', 'EN ISO 1:2016', 'CEN/TS 1:2016', 'BS EN 1:2016', 'BS 1:2016']));
  return { ...international(choices, base), language: undefined };
}
