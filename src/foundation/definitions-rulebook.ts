import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FileMistake,
  type InBoth,
  type NamedCalendar,
  type ReadRulebook,
  type RulebookText,
  readCalendar,
  readRulebook,
} from '@guiju/procedure-language';
import type { Codelist } from './definitions-codelist.ts';
import type { DefinitionMistake } from './definitions-mistakes.ts';

/** The rules with their sources and subjects, and the calendar in which their periods are counted. */
export interface RuleDefinitions {
  readonly book: Omit<ReadRulebook, 'mistakes'>;
  readonly calendar: NamedCalendar;
  readonly mistakes: readonly DefinitionMistake[];
}

const besideRules = ['sources.yaml', 'document-kinds.yaml'];

interface Lists {
  readonly regions: Codelist | undefined;
  /** Names of kinds of documents beside those of the rulebook's own file; they go before them. */
  readonly documentKinds: Codelist | undefined;
}

/** Reads `rulebook/` and `calendars/china.yaml`. A file that is missing is told alone: without it the rest says little. */
export function readRules(folder: string, lists: Lists): RuleDefinitions {
  const missing: DefinitionMistake[] = [];
  const text = (file: string): RulebookText => {
    try {
      return { file, text: readFileSync(join(folder, file), 'utf8') };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      missing.push({ file, code: 'definitions.file-unreadable', details: { why } });
      return { file, text: '' };
    }
  };
  const names = namesIn(join(folder, 'rulebook'));
  const { mistakes: ofBook, ...book } = readRulebook({
    sources: text('rulebook/sources.yaml'),
    documentKinds: text('rulebook/document-kinds.yaml'),
    moreDocumentKinds: namesOf(lists.documentKinds),
    subjects: names.filter((name) => !besideRules.includes(name)).map((name) => text(`rulebook/${name}`)),
  });
  const days = text('calendars/china.yaml');
  const { calendar, mistakes: ofCalendar } = readCalendar(days.file, days.text);
  const found = [...[...ofBook, ...ofCalendar].map(asMistake), ...regionMistakes(book, lists.regions)];
  return { book, calendar, mistakes: missing.length > 0 ? missing : found };
}

function namesOf(list: Codelist | undefined): ReadonlyMap<string, InBoth> {
  return new Map(
    list?.entries.flatMap(({ code, name: { zh, en } }) => (zh && en ? [[code, { zh, en }] as const] : [])),
  );
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

function asMistake({ file, line, what, remedy }: FileMistake): DefinitionMistake {
  return {
    file,
    ...(line !== undefined && { line }),
    code: 'definitions.file-wrong',
    details: { whatZh: what.zh, whatEn: what.en, remedyZh: remedy.zh, remedyEn: remedy.en },
  };
}

/** Regions that no list of regions knows. A province may be named by two digits or by its whole code. */
function regionMistakes(
  { rulebook }: Pick<ReadRulebook, 'rulebook'>,
  regions: Codelist | undefined,
): readonly DefinitionMistake[] {
  const known = new Set(regions?.entries.map(({ code }) => code));
  return [...rulebook.values()].flatMap(({ id, values }) =>
    values.flatMap(({ jurisdiction }) => {
      const [kind, code = ''] = jurisdiction.split(':');
      if (kind !== 'region' || known.has(code.padEnd(6, '0'))) return [];
      return [{ file: 'rulebook', code: 'definitions.region-unknown', details: { value: id, region: code } }];
    }),
  );
}
