import { LineCounter, parseAllDocuments } from 'yaml';
import type { Problem } from '../../foundation/refusal.ts';
import type { Day, Implementation, ReportedState, StandardStatement, StatedDate, Title } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import { htmlText } from './html-text.ts';
import { reportedByIsoStage } from './iso-stage.ts';
import { type Doubt, type Place, problem, type RecordReading, shapeProblems, shown } from './reading.ts';
import { committeeOf, issuersOf, personsOf } from './relaton-contributors.ts';
import { numberOf, relationsOf } from './relaton-relations.ts';
import { type RelatonRecord, type RelatonText, relatonRecord } from './relaton-shape.ts';
import { statedDate } from './stated-date.ts';
import { yamlFault } from './yaml-faults.ts';

/**
 * The records of one Relaton YAML file: a single record, several documents, a list, or a collection with `items`.
 * Every record is read for itself; a file that is no YAML is one refused record that names the line.
 */
export function readRelatonYaml(text: string): readonly RecordReading[] {
  const lineCounter = new LineCounter();
  // failsafe: every scalar is text. 03.10 stays an ICS code and 2015-09-22 a date as written.
  const documents = parseAllDocuments(text, { schema: 'failsafe', lineCounter, logLevel: 'silent', uniqueKeys: true });
  const read: RecordReading[] = [];
  for (const document of 'empty' in documents ? [] : documents) {
    const [error] = document.errors;
    if (error) {
      const { line, col: column } = lineCounter.linePos(error.pos[0]);
      const details = { line, column, ...yamlFault(error.code) };
      const place = { row: read.length + 1 };
      read.push({ outcome: 'refused', problems: [problem(place, 'standards.record-not-yaml', { details })] });
      continue;
    }
    for (const item of itemsOf(plain(document))) read.push(readRelatonRecord(item, { row: read.length + 1 }));
  }
  return read;
}

/** A record without its aliases blown up: a small file can not become a large one. */
function plain(document: { toJS(options: { maxAliasCount: number }): unknown }): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const held = typeof value === 'object' && value !== null ? value : {};
  const inside = 'root' in held && typeof held.root === 'object' && held.root !== null ? held.root : held;
  return 'items' in inside && Array.isArray(inside.items) ? inside.items : [value];
}

/** One record whose scalars are text. */
export function readRelatonRecord(value: unknown, place: Place = {}): RecordReading {
  const read = relatonRecord.safeParse(value, { reportInput: true });
  if (!read.success) return { outcome: 'refused', problems: shapeProblems(read.error, place) };
  const number = numberOf(read.data);
  if (number === undefined)
    return { outcome: 'refused', problems: [problem(place, 'standards.record-without-number')] };
  const doubts: Problem[] = [];
  const doubt: Doubt = (code, field, told) =>
    doubts.push(problem(place, code, { field, details: { value: shown(told) } }));
  const fetched = read.data.fetched ? statedDate(read.data.fetched) : undefined;
  const statedOn: Day | undefined = fetched?.first === fetched?.last ? fetched?.first : undefined;
  return {
    outcome: 'read',
    records: [
      {
        source: { name: 'relaton', key: number },
        ...(statedOn ? { statedOn } : {}),
        statement: statementOf(read.data, number, doubt),
      },
    ],
    doubts,
  };
}

function statementOf(record: RelatonRecord, number: string, doubt: Doubt): StandardStatement {
  const committee = committeeOf(record);
  const address = [...record.source, ...record.link].find(
    ({ content, type }) => type === 'src' && /^https?:\/\//.test(content ?? ''),
  )?.content;
  const edition = /^\d{1,3}$/.exec(record.edition ?? '')?.[0];
  const scope = record.abstract
    .map((one) => ({ lang: languageOf(one), text: htmlText(one.content) }))
    .filter(({ text }) => text !== '');
  return {
    number,
    titles: titlesOf(record.title),
    ...(scope.length > 0 ? { scope } : {}),
    ...datesOf(record, doubt),
    ...stateOf(record, doubt),
    ...(edition ? { edition: Number(edition) } : {}),
    relations: relationsOf(record, number, doubt),
    ics: codesOf([...record.ics, ...(record.ext?.ics ?? [])]),
    ccs: codesOf([...record.ccs, ...(record.ext?.ccs ?? [])]),
    topics: codesOf(record.keyword),
    ...(committee ? { committee } : {}),
    issuers: issuersOf(record),
    organizations: [],
    drafters: personsOf(record),
    ...(record.language.length > 0 ? { languages: record.language } : {}),
    ...(address ? { textAddress: address } : {}),
  };
}

function codesOf(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.map(cleanLine).filter((code) => code !== ''))];
}

/** The whole title of a language, or its elements joined as on the cover of an ISO document. */
function titlesOf(titles: readonly RelatonText[]): readonly Title[] {
  return [...Map.groupBy(titles, languageOf)].flatMap(([lang, ofLanguage]): readonly Title[] => {
    const part = (type: string) => ofLanguage.find((title) => title.type === type)?.content;
    const elements = ['title-intro', 'title-main', 'title-part'].map(part).filter((text) => text !== undefined);
    const whole = part('main') ?? (elements.length > 0 ? elements.join(' — ') : ofLanguage[0]?.content);
    const text = cleanLine(whole ?? '');
    return text === '' ? [] : [{ lang, text, standing: 'official' }];
  });
}

function languageOf({ language, script, content }: RelatonText): string {
  const code = language === '' ? guessedLanguage(content) : language.toLowerCase().slice(0, 2);
  if (code !== 'zh') return code;
  return script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}

function guessedLanguage(content: string): string {
  return /\p{Script=Han}/u.test(content) ? 'zh' : 'en';
}

function datesOf(
  record: RelatonRecord,
  doubt: Doubt,
): Pick<StandardStatement, 'publishedOn' | 'implementations' | 'withdrawnOn' | 'reviewedOn'> {
  const dated = record.date.flatMap((one): readonly { readonly type: string; readonly date: StatedDate }[] => {
    const written = one.at ?? one.on ?? one.value ?? one.from ?? '';
    const date = statedDate(written);
    if (!date && written !== '') doubt('standards.date-not-understood', `date.${one.type ?? ''}`, written);
    return date ? [{ type: (one.type ?? '').toLowerCase(), date }] : [];
  });
  const first = (...types: readonly string[]) =>
    types.map((type) => dated.find((one) => one.type === type)?.date).find((date) => date !== undefined);
  const published = first('published', 'issued');
  const withdrawn = first('obsoleted', 'withdrawn');
  const reviewed = first('confirmed', 'reviewed');
  const implementations = dated
    .filter(({ type }) => ['implemented', 'activated', 'effective'].includes(type))
    .map(({ date }): Implementation => ({ date }));
  return {
    ...(published ? { publishedOn: published } : {}),
    implementations,
    ...(withdrawn ? { withdrawnOn: withdrawn } : {}),
    ...(reviewed ? { reviewedOn: reviewed } : {}),
  };
}

/** Words for the state as Relaton flavours use them; ISO's two-digit stages are left to the stage code. */
const stateWords: readonly (readonly [RegExp, ReportedState])[] = [
  [/^(activated|active|published|valid|in force|standard|current|现行)$/i, 'inForce'],
  [/^(withdrawn|obsolete|abolished|cancelled|废止)$/i, 'withdrawn'],
  [/^(superseded|replaced|被代替)$/i, 'superseded'],
  [/^(upcoming|approved|即将实施)$/i, 'notYetInForce'],
  [/^(draft|proposal|development|in development|wd|cd|dis|fdis|制定中)$/i, 'inDevelopment'],
];

function stateOf(record: RelatonRecord, doubt: Doubt): Pick<StandardStatement, 'reported' | 'stage'> {
  const { stage, substage } = record.status ?? record.docstatus ?? {};
  const words = cleanLine(stage ?? '');
  if (words === '') return {};
  if (/^\d{2}$/.test(words)) return isoStage(words, cleanLine(substage ?? ''));
  const state = stateWords.find(([pattern]) => pattern.test(words))?.[1];
  if (!state) doubt('standards.status-not-understood', 'status', words);
  return state ? { reported: { state, words } } : {};
}

function isoStage(stage: string, substage: string): Pick<StandardStatement, 'reported' | 'stage'> {
  const code = /^\d{2}$/.test(substage) ? `${stage}.${substage}` : stage;
  return { stage: `iso ${code}`, reported: { state: reportedByIsoStage(code), words: `stage ${code}` } };
}
