import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { InBoth } from './rule.ts';

/** One mistake in a file of rules or days, placed where an editor finds it: what is wrong, and what would be right. */
export interface FileMistake {
  readonly file: string;
  readonly line?: number;
  readonly code: string;
  readonly what: InBoth;
  readonly remedy: InBoth;
}

/** A YAML text that was read: its value when it has the form asked for, and where each part of it stands. */
export interface ReadText<Shape> {
  readonly value?: Shape;
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
  readonly mistakes: readonly FileMistake[];
}

/** Reads one YAML text with its schema. Every violation is placed on its line. */
export function readYamlText<Shape>(file: string, text: string, schema: z.ZodType<Shape>): ReadText<Shape> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: readonly PropertyKey[]) => lineIn(document, lines, path);
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ message, pos }) =>
      unreadable(file, lines.linePos(pos[0]).line, message.split('\n')[0] ?? ''),
    );
    return { lineOf, mistakes };
  }
  const read = schema.safeParse(document.toJS());
  if (read.success) return { value: read.data, lineOf, mistakes: [] };
  return {
    lineOf,
    mistakes: read.error.issues.map((issue) => {
      const { path, message } = deepest(issue);
      return shapeWrong(file, lineOf(path), path, message);
    }),
  };
}

/** The place of a mistake; without a known line only the file. */
export function at(file: string, line: number | undefined): Pick<FileMistake, 'file' | 'line'> {
  return line === undefined ? { file } : { file, line };
}

const placed = z.object({ range: z.array(z.number()) });

/** The line of the nearest thing on the path that stands in the text. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const start = placed.safeParse(document.getIn(path.slice(0, length), true)).data?.range[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return undefined;
}

function unreadable(file: string, line: number, why: string): FileMistake {
  return {
    file,
    line,
    code: 'file-unreadable',
    what: { zh: `不是正确的 YAML：${why}。`, en: `It is not well-formed YAML: ${why}.` },
    remedy: { zh: '检查缩进、引号和括号。', en: 'Check indentation, quotation marks and brackets.' },
  };
}

function shapeWrong(file: string, line: number | undefined, path: readonly PropertyKey[], why: string): FileMistake {
  const where = path.join('.');
  return {
    ...at(file, line),
    code: 'shape-wrong',
    what: { zh: `“${where}”不符合格式：${why}。`, en: `"${where}" has not the expected form: ${why}.` },
    remedy: {
      zh: '对照同一文件中的其他条目，或按 docs/schemas 中的 JSON Schema 更正。',
      en: 'Compare the other entries of the file, or correct it by the JSON Schema in docs/schemas.',
    },
  };
}

type Issue = z.core.$ZodIssue;

interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Where something may be written in several ways, the way that came furthest tells what is wrong. */
function deepest(issue: Issue, path: readonly PropertyKey[] = []): Wrong {
  const here = [...path, ...issue.path];
  if (issue.code !== 'invalid_union') return { path: here, message: issue.message };
  const ways = issue.errors.flatMap((way) => way.map((inner) => deepest(inner, here)));
  const furthest = ways.toSorted((one, other) => other.path.length - one.path.length)[0];
  if (furthest !== undefined && furthest.path.length > here.length) return furthest;
  return { path: here, message: 'none of the ways to write it fits' };
}
