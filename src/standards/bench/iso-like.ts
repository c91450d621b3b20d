import type { InputRow } from '../../foundation/deciding.ts';
import { contentHash } from '../import/statement-input.ts';
import type { StandardStatement } from '../model.ts';

const subjects = [
  'pumps',
  'valves',
  'bearings',
  'cables',
  'coatings',
  'steel plates',
  'glass',
  'filters',
  'sensors',
  'textiles',
];
const aspects = [
  'Requirements',
  'Test methods',
  'Vocabulary',
  'Safety',
  'Dimensions',
  'Sampling',
  'Marking',
  'Guidance',
];
const scopeText =
  'This fictitious document specifies what has to be agreed between the parties, how conformity is shown, and what is recorded of it; it applies to all sizes unless the order says otherwise. ';

/** Fictitious deliverables with titles, scope, ICS and relations as long as those of the ISO catalogue, the same for the same number. */
export function* isoLikeRows(from: number, until: number): Generator<InputRow> {
  for (let index = from; index < until; index++) {
    const statement = deliverable(index);
    const source = { name: 'iso-open-data', key: `sample ${index}`, statedOn: '2026-01-01', rank: 10 };
    yield { row: index - from + 1, input: { source, contentHash: contentHash(statement), statement } };
  }
}

function deliverable(index: number): StandardStatement {
  const subject = subjects[index % subjects.length] ?? '';
  const aspect = aspects[index % aspects.length] ?? '';
  const day = `${1990 + (index % 36)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
  return {
    number: `ISO ${100_000 + Math.floor(index / 3)}-${(index % 3) + 1}:${day.slice(0, 4)}`,
    tier: 'international',
    kind: 'standard',
    titles: [
      { lang: 'en', text: `Fictitious ${subject} — ${aspect} for class ${index % 977}`, standing: 'official' },
      { lang: 'fr', text: `Fictif — ${subject} — ${aspect}, classe ${index % 977}`, standing: 'official' },
    ],
    scope: [{ lang: 'en', text: scopeText.repeat((index % 5) + 1) }],
    publishedOn: { written: day, first: day, last: day },
    implementations: [],
    reported: { state: 'inForce', words: 'stage 60.60' },
    stage: 'iso 60.60',
    edition: 1,
    relations:
      index % 4 === 0
        ? [{ kind: 'replaces', target: `ISO ${100_000 + Math.floor(index / 3)}-${(index % 3) + 1}:1980` }]
        : [],
    ics: [`${String((index % 97) + 1).padStart(2, '0')}.040`],
    ccs: [],
    topics: [],
    committee: `ISO/TC ${(index % 340) + 1}`,
    issuers: ['ISO'],
    organizations: [],
    drafters: [],
    pages: (index % 60) + 4,
    languages: ['en', 'fr'],
    textAddress: `https://register.example/standard/${index}`,
  };
}
