/** What a parameter may be, in both languages. */
export interface Expected {
  readonly zh: string;
  readonly en: string;
}

/** What a schema finds wrong, as far as a sentence is made of it. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly origin?: string | undefined;
  readonly expected?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** What each form of a value that has several finds wrong. */
  readonly errors?: readonly (readonly SchemaIssue[])[] | undefined;
}

/** What would have been right instead of the value sent. */
export function expectedOf(issue: SchemaIssue, value: unknown): Expected {
  if (issue.code === 'unrecognized_keys') return { zh: '没有这一项', en: 'there is no such field' };
  if (value === undefined) return { zh: '没有给出，必须填写', en: 'a value is required and none was given' };
  switch (issue.code) {
    case 'invalid_union':
      return ofForms(issue, value);
    case 'invalid_value':
      return oneOf((issue.values ?? []).map(String));
    case 'too_big':
      return atMost(issue, value);
    case 'too_small':
      return atLeast(issue);
    case 'invalid_type':
      return ofType(issue.expected ?? '');
    default:
      return wholeNumberWithin(issue.params) ?? { zh: '格式不对', en: 'its form is wrong' };
  }
}

/** One of the values that there are. */
function oneOf(values: readonly string[]): Expected {
  return {
    zh: `应为 ${values.join('、')} 之一`,
    en: `one of ${values.join(', ')} is expected`,
  };
}

/** Of several forms the one meant is that of which the value has the type. */
function ofForms({ errors = [] }: SchemaIssue, value: unknown): Expected {
  const forms = errors.flatMap(([first]) => (first === undefined ? [] : [first]));
  const meant = forms.find(({ code }) => code !== 'invalid_type') ?? forms[0];
  return meant === undefined ? { zh: '格式不对', en: 'its form is wrong' } : expectedOf(meant, value);
}

function atMost({ origin, maximum }: SchemaIssue, value: unknown): Expected {
  const most = String(maximum);
  if (origin === 'array' || Array.isArray(value)) {
    const sent = Array.isArray(value) ? value.length : '';
    return { zh: `最多 ${most} 项，送来 ${sent} 项`, en: `at most ${most} entries are read and ${sent} were sent` };
  }
  return { zh: `最多 ${most} 个字符`, en: `at most ${most} characters are read` };
}

function atLeast({ origin, minimum }: SchemaIssue): Expected {
  const least = String(minimum);
  if (least === '1') return { zh: '不能为空', en: 'it must not be empty' };
  return origin === 'array'
    ? { zh: `至少 ${least} 项`, en: `at least ${least} entries are expected` }
    : { zh: `至少 ${least} 个字符`, en: `at least ${least} characters are expected` };
}

const types: Readonly<Record<string, Expected>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '数组', en: 'an array' },
  object: { zh: '对象', en: 'an object' },
};

function ofType(expected: string): Expected {
  const { zh, en } = types[expected] ?? { zh: expected, en: expected };
  return { zh: `应为${zh}`, en: `${en} is expected` };
}

function wholeNumberWithin(params: SchemaIssue['params']): Expected | undefined {
  const { least, most } = params ?? {};
  if (least === undefined) return undefined;
  return most === undefined
    ? { zh: `应为不小于 ${least} 的整数`, en: `a whole number from ${least} up is expected` }
    : { zh: `应为 ${least} 至 ${most} 的整数`, en: `a whole number from ${least} to ${most} is expected` };
}
