import { parameterInvalid } from '../queries/moment.ts';
import { type Expected, expectedOf, type SchemaIssue } from './expected-value.ts';

/** Turns what the schema of a request finds wrong into a refusal with its parameter's name; used by every operation. */
export function refuseParameters(result: {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: { readonly issues: readonly SchemaIssue[] };
}): void {
  if (result.success) return;
  const [issue] = result.error?.issues ?? [];
  if (issue === undefined) throw refused({ path: [] }, result.data, { zh: '格式不对', en: 'its form is wrong' });
  const [unknownField] = issue.keys ?? [];
  const place = unknownField === undefined ? issue : { path: [...issue.path, unknownField] };
  throw refused(place, valueAt(result.data, place.path), expectedOf(issue, valueAt(result.data, issue.path)));
}

function refused({ path }: { readonly path: readonly PropertyKey[] }, value: unknown, expected: Expected) {
  return parameterInvalid({
    // What is wrong with the whole of a body has no name of its own.
    name: String(path[0] ?? 'body'),
    value: textOf(value),
    expected: `${expected.zh}；各参数见 /api/openapi.json`,
    expectedEn: `${expected.en}; /api/openapi.json lists every parameter`,
  });
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    sent,
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : (JSON.stringify(value) ?? '');
}
