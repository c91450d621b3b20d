/** Words of the Russian names of ISO and IEC documents, longest first. */
const words: readonly (readonly [string, string])[] = [
  ['РУКОВОДСТВА ИСО/МЭК', 'ISO/IEC Guide'],
  ['РУКОВОДСТВО ИСО/МЭК', 'ISO/IEC Guide'],
  ['РУКОВОДСТВА ИСО', 'ISO Guide'],
  ['РУКОВОДСТВО ИСО', 'ISO Guide'],
  ['ИСО/ОПМС', 'ISO/FDIS'],
  ['ИСО/ПМС', 'ISO/DIS'],
  ['ИСО/ТС', 'ISO/TS'],
  ['ИСО/ТТ', 'ISO/TS'],
  ['ИСО/ТО', 'ISO/TR'],
  ['ИСО/МЭК ТО', 'ISO/IEC TR'],
  ['ИСО/МЭК ТС', 'ISO/IEC TS'],
  ['ИСО/МЭК', 'ISO/IEC'],
  ['ИСО', 'ISO'],
  ['МЭК', 'IEC'],
];

/** Writes the lead of a Russian reference in Latin letters; undefined when the text does not start with one. */
export function cyrillicToLatin(text: string): string | undefined {
  const first = text.charCodeAt(0);
  if (first < 0x400 || first > 0x4ff) return undefined;
  const lead = text.slice(0, 24).toUpperCase();
  const word = words.find(([russian]) => lead.startsWith(russian));
  return word === undefined ? undefined : word[1] + text.slice(word[0].length);
}
