import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Mistake } from './mistake.ts';

/** A YAML text read by its shape, and the line of any place in it. */
export interface YamlRead<Value> {
  readonly value?: Value;
  readonly mistakes: readonly Mistake[];
  /** Line of a place, such as `['tracks', 'main', 'steps', 'vote']`; of the nearest that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads a definition; everything that does not fit is told with its line. */
export function readYamlText<Value>(file: string, text: string, shape: z.ZodType<Value>): YamlRead<Value> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const broken = document.errors.map(
    ({ message, pos }): Mistake => ({
      file,
      line: lines.linePos(pos[0]).line,
      code: 'not-yaml',
      says: { zh: `这不是有效的 YAML：${message}。`, en: `This is not YAML: ${message}.` },
      remedy: { zh: '按所指的位置改正写法。', en: 'Mend it at the place named.' },
    }),
  );
  if (broken.length > 0) return { mistakes: broken, lineOf };
  const parsed = shape.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { value: parsed.data, mistakes: [], lineOf };
  const mistakes = parsed.error.issues.map((issue): Mistake => {
    const { path, message } = deepest(issue);
    const at = path.map(String).join('.');
    return {
      file,
      line: lineOf(path),
      code: 'does-not-fit',
      says: { zh: `${at} 的写法不合规定：${message}。`, en: `${at} is not written as it should be: ${message}.` },
      remedy: {
        zh: '对照 docs/schemas 中的 JSON Schema 改正。',
        en: 'Compare it with the JSON Schema in docs/schemas.',
      },
    };
  });
  return { mistakes, lineOf };
}

type Issue = z.core.$ZodIssue;

/** Of several ways to write something, the one that came furthest tells what is wrong. */
function deepest(
  issue: Issue,
  path: readonly PropertyKey[] = [],
): { readonly path: readonly PropertyKey[]; readonly message: string } {
  const here = [...path, ...issue.path];
  if (issue.code !== 'invalid_union') return { path: here, message: issue.message };
  const ways = issue.errors.map((way) => way.map((inner) => deepest(inner, here)));
  const furthest = ways.flat().toSorted((one, other) => other.path.length - one.path.length)[0];
  return furthest !== undefined && furthest.path.length > here.length
    ? furthest
    : { path: here, message: 'none of the ways to write it fits' };
}
