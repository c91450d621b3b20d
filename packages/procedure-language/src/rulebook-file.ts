import { type FileMistake, type ReadText, readYamlText } from './mistake.ts';
import type { InBoth, Rulebook } from './rule.ts';
import { ruleOf } from './rulebook-content.ts';
import { bookMistakes, type PlacedRule, sourceMistakes, valueMistakes } from './rulebook-mistakes.ts';
import {
  documentKindsFileShape,
  type RulebookFile,
  rulebookFileShape,
  type SourcesFile,
  sourcesFileShape,
} from './rulebook-shape.ts';

/** An act that values of the rulebook rest on. */
export type RuleSource = SourcesFile['sources'][number];

/** The rules of one file: one subject, in the order of the file. */
export interface RuleSubject {
  /** The file's name without its ending: `comments`. */
  readonly id: string;
  readonly title: InBoth;
  readonly rules: readonly string[];
}

export interface RulebookText {
  /** Path of the file, as mistakes name it. */
  readonly file: string;
  readonly text: string;
}

export interface ReadRulebook {
  readonly rulebook: Rulebook;
  readonly subjects: readonly RuleSubject[];
  readonly sources: ReadonlyMap<string, RuleSource>;
  readonly documentKinds: ReadonlyMap<string, InBoth>;
  readonly mistakes: readonly FileMistake[];
}

/**
 * Reads a rulebook from its YAML texts: the sources, the kinds of documents, and any number of files with rules. All
 * mistakes are found together; a rule with mistakes is still in the book, so that one mistake does not cause a hundred.
 */
export function readRulebook(texts: {
  readonly sources: RulebookText;
  readonly documentKinds: RulebookText;
  /** Kinds of documents named elsewhere; their names go before those of the file. */
  readonly moreDocumentKinds?: ReadonlyMap<string, InBoth>;
  readonly subjects: readonly RulebookText[];
}): ReadRulebook {
  const sourcesRead = readYamlText(texts.sources.file, texts.sources.text, sourcesFileShape);
  const kindsRead = readYamlText(texts.documentKinds.file, texts.documentKinds.text, documentKindsFileShape);
  const sources = new Map((sourcesRead.value?.sources ?? []).map((source) => [source.tag, source]));
  const documentKinds = new Map([...Object.entries(kindsRead.value?.kinds ?? {}), ...(texts.moreDocumentKinds ?? [])]);
  const files = texts.subjects.map((one) => ({ ...one, read: readYamlText(one.file, one.text, rulebookFileShape) }));
  const rules = files.flatMap(({ file, read }) => placedRules(file, read));
  const known = { sources, documentKinds };
  return {
    rulebook: new Map(rules.map(({ entry }) => [entry.id, ruleOf(entry)])),
    subjects: files.flatMap(({ file, read }) => (read.value ? [subjectOf(file, read.value)] : [])),
    sources,
    documentKinds,
    mistakes: [
      ...sourcesRead.mistakes,
      ...kindsRead.mistakes,
      ...files.flatMap(({ read }) => read.mistakes),
      ...sourceMistakes(texts.sources.file, sourcesRead),
      ...bookMistakes(rules),
      ...rules.flatMap((rule) => valueMistakes(rule, known)),
    ],
  };
}

function subjectOf(file: string, { subject, rules }: RulebookFile): RuleSubject {
  const id = (file.split('/').at(-1) ?? file).replace(/\.yaml$/, '');
  return { id, title: subject, rules: rules.map((rule) => rule.id) };
}

function placedRules(file: string, { value, lineOf }: ReadText<RulebookFile>): readonly PlacedRule[] {
  return (value?.rules ?? []).map((entry, index) => ({
    file,
    entry,
    line: lineOf(['rules', index]),
    lineOfValue: (place) => lineOf(['rules', index, 'values', place]),
  }));
}
