import {
  type Cursor,
  codeAt,
  codeIn,
  isDigit,
  isLetterOrDigit,
  lettersEnd,
  missing,
  skipSpaces,
  upperCase,
} from '../cursor.ts';
import type { Ambiguous, StandardNumber } from '../model.ts';
import { type Prefix, type PrefixFields, prefixOf } from './prefix.ts';
import { codeEntries } from './prefixes.ts';
import { readBehindPrefix, skipGap } from './read.ts';

/**
 * Reads T/ and the self-chosen code of an association (Association Standards Regulation): letters, or letters and digits.
 * `T JB 1-2018` without the slash may also be JB/T written backwards, so both readings are answered.
 */
export function readAssociation(cursor: Cursor): StandardNumber | Ambiguous | undefined {
  skipSpaces(cursor);
  const isSlashed = codeAt(cursor) === 47;
  if (isSlashed || codeAt(cursor) === 45) cursor.at++;
  skipSpaces(cursor);
  const code = readOrganizationCode(cursor);
  if (code === undefined) return undefined;
  skipGap(cursor);
  const body = cursor.at;
  const number = readBehindPrefix(cursor, prefixOf(associationPrefix(code)));
  const sector = isSlashed ? undefined : codeEntries.get(code);
  if (number === undefined || sector?.T === undefined || sector.suffix !== '') return number;
  const end = cursor.at;
  cursor.at = body;
  const sectoral = readBehindPrefix(cursor, sector.T);
  cursor.at = end;
  return { outcome: 'ambiguous', readings: sectoral ? [number, sectoral] : [number], why: 'association-or-nature' };
}

const cecs: Prefix = prefixOf({ ...associationPrefix('CECS'), prefix: 'CECS' });

/** CECS published for decades without the T/: CECS 279-2010. */
export function readCecs(cursor: Cursor): StandardNumber | undefined {
  skipGap(cursor);
  return readBehindPrefix(cursor, cecs);
}

function readOrganizationCode(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const from = cursor.at;
  const letters = lettersEnd(text, from);
  let end = letters;
  while (isLetterOrDigit(codeIn(text, end))) end++;
  // Digits belong to the code only when the serial stands apart: T/ZJ01 12-2020, but T/CAS290-2017.
  const apart = codeIn(text, end) === 32 && isDigit(codeIn(text, end + 1));
  cursor.at = apart ? end : letters;
  const hasLetter = letters > from || (apart && /[A-Za-z]/.test(text.slice(from, end)));
  if (!hasLetter || cursor.at - from > 16) return missing(cursor, 'organization-code');
  return upperCase(text.slice(from, cursor.at));
}

function associationPrefix(code: string): PrefixFields {
  return {
    scheme: 'cn-association',
    tier: 'association',
    kind: 'standard',
    nature: 'voluntary',
    publisher: code,
    region: undefined,
    prefix: `T/${code}`,
  };
}
