import { type Answer, malformed, valid } from './answer.ts';
import { trimmed } from './typed.ts';

/** A code of the international classification for standards with its levels. */
export interface IcsCode {
  readonly code: string;
  readonly level: 'field' | 'group' | 'subgroup';
  readonly field: string;
  readonly parent: string | undefined;
}

/** The 40 fields of the seventh edition; 99 is kept unassigned. */
const fields: ReadonlySet<string> = new Set(
  '01 03 07 11 13 17 19 21 23 25 27 29 31 33 35 37 39 43 45 47 49 53 55 59 61 65 67 71 73 75 77 79 81 83 85 87 91 93 95 97'.split(
    ' ',
  ),
);

/**
 * Checks the form of an ICS code (`FF`, `FF.GGG`, `FF.GGG.SS`) and its field. Whether group and subgroup exist is told by
 * the code list.
 *
 * @example checkIcsCode('01.120') // valid, level 'group', parent '01'
 */
export function checkIcsCode(text: string): Answer<IcsCode> {
  const { text: code } = trimmed(text);
  if (code === '') return malformed(0, 'empty');
  const match = /^(\d{2})(\.\d{3})?(\.\d{2})?$/.exec(code);
  const [, field = '', group, subgroup] = match ?? [];
  if (match === null || (subgroup !== undefined && group === undefined)) return malformed(0, 'shape');
  if (!fields.has(field)) return malformed(0, 'not-in-table');
  if (subgroup !== undefined) return valid({ code, level: 'subgroup', field, parent: field + group });
  return valid(
    group === undefined
      ? { code, level: 'field', field, parent: undefined }
      : { code, level: 'group', field, parent: field },
  );
}

/** A code of the Chinese classification for standards: class letter and two digits, or a range that names a group. */
export interface CcsCode {
  readonly code: string;
  readonly level: 'class' | 'group' | 'entry';
  readonly letter: string;
}

/**
 * Checks the form of a CCS code: `A`, `A00`, `A00/09`. The letters I and O are not used.
 *
 * @example checkCcsCode('A00') // valid, level 'entry'
 */
export function checkCcsCode(text: string): Answer<CcsCode> {
  const { text: code } = trimmed(text);
  if (code === '') return malformed(0, 'empty');
  const match = /^([A-Z])(?:(\d{2})(?:\/(\d{2}))?)?$/.exec(code);
  const [, letter = '', first, last] = match ?? [];
  if (match === null) return malformed(0, 'shape');
  if (letter === 'I' || letter === 'O') return malformed(0, 'not-in-table');
  if (first === undefined) return valid({ code, level: 'class', letter });
  if (last !== undefined && Number(last) < Number(first)) return malformed(4, 'shape');
  return valid({ code, level: last === undefined ? 'entry' : 'group', letter });
}

/** A harmonized stage code of ISO, by stage and substage. */
export interface StageCode {
  readonly code: string;
  readonly stage: string;
  readonly substage: string;
  readonly isPublished: boolean;
}

/** Substages of each stage (ISO/IEC Directives, Consolidated ISO Supplement): not every pair exists. */
const substages: ReadonlyMap<string, readonly string[]> = new Map([
  ['00', ['00', '20', '60', '98', '99']],
  ['10', ['00', '20', '60', '92', '98', '99']],
  ['20', ['00', '20', '60', '98', '99']],
  ['30', ['00', '20', '60', '92', '98', '99']],
  ['40', ['00', '20', '60', '92', '93', '98', '99']],
  ['50', ['00', '20', '60', '92', '98', '99']],
  ['60', ['00', '60']],
  ['90', ['20', '60', '92', '93', '99']],
  ['95', ['20', '60', '92', '99']],
]);

/**
 * Checks a stage code against the table of stages; the number of ISO Open Data (`6060`) is read as well.
 *
 * @example checkStageCode('60.20').outcome === 'malformed'
 */
export function checkStageCode(text: string): Answer<StageCode> {
  const { text: typed } = trimmed(text);
  if (typed === '') return malformed(0, 'empty');
  const match = /^(\d{2})\.?(\d{2})$/.exec(typed);
  const [, stage = '', substage = ''] = match ?? [];
  if (match === null) return malformed(0, 'shape');
  if (!substages.get(stage)?.includes(substage)) return malformed(0, 'not-in-table');
  const code = `${stage}.${substage}`;
  // Published from 60.60 on; 95.99 is withdrawn.
  return valid({ code, stage, substage, isPublished: code >= '60.60' && code !== '95.99' });
}
