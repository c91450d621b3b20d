import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Sheets in the order of the cascade; each has one subject. */
const sheets = [
  'tokens',
  'text',
  'frame',
  'marks',
  'controls',
  'records',
  'lists',
  'drawings',
  'work',
  'layouts',
  'print',
] as const;

export interface Stylesheet {
  readonly text: string;
  /** Hash of the content, for an address that may be cached for ever. */
  readonly hash: string;
  readonly href: string;
}

/** The product's stylesheet in one piece, without comments and needless space. Read once by the application. */
export function stylesheet(): Stylesheet {
  const text = sheets
    .map((sheet) => readFileSync(new URL(`./style/${sheet}.css`, import.meta.url), 'utf8'))
    .map(tightened)
    .join('');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { text, hash, href: `/assets/guiju.${hash}.css` };
}

/** Takes out comments and white space that mean nothing; strings are left as they are. */
export function tightened(css: string): string {
  const pieces = css.split(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? piece : tightenedCode(piece)))
    .join('')
    .trim();
}

// Space around + and - matters in calc(), and before ":" it is a descendant selector, so those are kept.
function tightenedCode(code: string): string {
  return code
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}');
}
