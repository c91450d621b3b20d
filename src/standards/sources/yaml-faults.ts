import type { ErrorCode } from 'yaml';

/** What is wrong with a YAML file, in both languages: the parser's own words are those of its author's trade. */
export function yamlFault(code: ErrorCode): { readonly whyZh: string; readonly whyEn: string } {
  const [whyZh, whyEn] = faults[code];
  return { whyZh, whyEn };
}

type Fault = readonly [zh: string, en: string];

const alias: Fault = ['引用（*）或锚点（&）写法有误', 'an alias (*) or anchor (&) is miswritten'];
const tag: Fault = ['类型标记（!）写法有误', 'a tag (!) is miswritten'];
const key: Fault = [
  '作为键的文字不能分行，也不能超过 1024 个字符',
  'a key must stand on one line and be shorter than 1024 characters',
];
const unexpected: Fault = [
  '此处的文字不能出现在这里，多为缩进不齐、缺少冒号或引号不成对',
  'this text cannot stand here; often the indentation differs, a colon is missing or quotes do not match',
];

const faults: Readonly<Record<ErrorCode, Fault>> = {
  ALIAS_PROPS: alias,
  BAD_ALIAS: alias,
  BAD_COLLECTION_TYPE: tag,
  BAD_DIRECTIVE: ['以 % 开头的指令写法有误', 'a directive (%) is miswritten'],
  BAD_DQ_ESCAPE: ['双引号内反斜杠后的字符不成转义', 'a backslash in double quotes is followed by no known escape'],
  BAD_INDENT: ['缩进不齐', 'the indentation does not agree with the lines above'],
  BAD_PROP_ORDER: alias,
  BAD_SCALAR_START: ['文字以保留字符开头，加引号', 'a text begins with a reserved character; put it in quotes'],
  BLOCK_AS_IMPLICIT_KEY: unexpected,
  BLOCK_IN_FLOW: ['方括号或花括号内不能再用缩进写法', 'indented lists and members cannot stand inside brackets'],
  DUPLICATE_KEY: ['同一个键出现两次', 'a key occurs twice'],
  IMPOSSIBLE: unexpected,
  KEY_OVER_1024_CHARS: key,
  MISSING_CHAR: ['缺少引号、括号、冒号或逗号', 'a quote, bracket, colon or comma is missing'],
  MULTILINE_IMPLICIT_KEY: key,
  MULTIPLE_ANCHORS: alias,
  MULTIPLE_DOCS: unexpected,
  MULTIPLE_TAGS: tag,
  NON_STRING_KEY: ['键不是文字', 'a key is no text'],
  RESOURCE_EXHAUSTION: ['层次过深', 'it is nested too deep'],
  TAB_AS_INDENT: ['用制表符缩进，改为空格', 'a tab indents; use spaces'],
  TAG_RESOLVE_FAILED: tag,
  UNEXPECTED_TOKEN: unexpected,
};
