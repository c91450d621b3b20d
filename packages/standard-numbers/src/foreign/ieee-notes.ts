import { monthNames } from '../match.ts';
import type { Supplement } from '../model.ts';

/** A bracketed note in the uniform wording: every IEEE number with `Std`, ISO ones with a hyphen before the year. */
export function normalNote(note: string): string {
  return note
    .trim()
    .replace(/\b(ANSI\/|ISO\/)?IEEE (?:Standard |STD )?(?=C?\d)/g, '$1IEEE Std ')
    .replace(/(IEEE Std [\w.-]{1,24}):(?=\d{4})/g, '$1-')
    .replace(/(IEEE Std [\w.]{1,16}), (\d{4}) Edition/g, '$1-$2')
    .replace(/\/Cor ?(\d+)[-:](?=\d{4})/g, '/Cor $1-')
    .replace(/^(Supersedes )(?=C\d)/, '$1IEEE Std ')
    .replace(/IEC ?(\d[\d-]*)/g, 'IEC $1')
    .replace(
      /(?:First edition|Edition 1\.0) (\d{4})-(\d\d)/i,
      (_, year: string, month: string) => `Edition 1.0, ${monthNames[Number(month) - 1]} ${year}`,
    )
    .replace(/^IEEE P([\w.]+)_(D\w+)(?:, \d{4})?$/, 'IEEE Draft Std P$1/$2');
}

/** `Revision of …/Incorporates …` are two notes; what is incorporated goes first. */
export function orderedNotes(note: string): readonly string[] {
  const at = note.indexOf('/Incorporates ');
  if (at === -1) return [normalNote(note)];
  return [normalNote(note.slice(at + 1)), normalNote(note.slice(0, at))];
}

/** The part of a reading that a note can change. */
interface Restated {
  readonly year: number | undefined;
  readonly notes: readonly string[];
  readonly supplements: readonly Supplement[];
}

const CORRIGENDUM = /^Corrigendum to IEEE Std ([\w.-]+)-(\d{4})$/;
const REAFFIRMATION = /^Reaffirmation of IEEE Std ([\w.-]+)-(\d{4})$/;

/** A corrigendum and a reaffirmation are no edition of their own: the number is that of the standard they concern. */
export function restated(serial: string, read: Restated): Restated {
  const [note = ''] = read.notes;
  const corrected = read.supplements.length === 0 ? CORRIGENDUM.exec(note) : null;
  if (corrected?.[1] === serial) {
    const sheet = {
      kind: 'Cor',
      number: '1',
      year: read.year,
      month: undefined,
      stage: undefined,
      label: '/Cor ',
    } as const;
    return { year: Number(corrected[2]), notes: read.notes.slice(1), supplements: [sheet] };
  }
  const reaffirmed = REAFFIRMATION.exec(note);
  if (reaffirmed?.[1] !== serial) return read;
  return { ...read, year: Number(reaffirmed[2]), notes: [`Reaffirmed ${read.year}`, ...read.notes.slice(1)] };
}
