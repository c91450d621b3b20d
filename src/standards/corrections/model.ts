/** What a reader can call wrong in a record, in the order of the form. */
export const reportableFields = [
  'number',
  'title.zh-Hans',
  'title.en',
  'nature',
  'status',
  'publishedOn',
  'implementations',
  'withdrawnOn',
  'relation.replaces',
  'relation.replacedBy',
  'relation.adopts',
  'ics',
  'ccs',
  'committee',
  'department',
  'issuers',
  'organizations',
  'other',
] as const;
export type ReportableField = (typeof reportableFields)[number];

export function isReportable(field: string): field is ReportableField {
  return (reportableFields as readonly string[]).includes(field);
}

/** Days within which the register promises an answer. A promise of the register; no law sets a time. */
export const answerWithinDays = 30;

export const longestShouldBe = 1_000;
export const longestEvidence = 4_000;
/** Reports from one sender in a day. */
export const reportsPerSender = 20;

/** Short number by which people name a report: year, then digits and letters that cannot be mistaken for each other. */
export function reportNumber(day: string, random: Uint8Array): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  return `C-${day.slice(0, 4)}-${[...random].map((byte) => letters[byte % letters.length]).join('')}`;
}
