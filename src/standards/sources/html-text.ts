import { cleanLines } from './clean-text.ts';

/**
 * The text of the small HTML that catalogues keep in a scope: tags dropped, blocks on lines of their own, list items with a
 * dash. Not a browser: what is written is shown as text and escaped again by the page, so nothing needs to be judged safe.
 * Reads every character once.
 */
export function htmlText(source: string): string {
  if (!/<[a-z!/]|&[a-z#]/i.test(source)) return cleanLines(source);
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const end = open === -1 ? source.length : open;
    out.push(source.slice(at, end).replace(/\s+/g, ' '));
    if (open === -1) break;
    const tag = tagAt(source, open);
    out.push(tag.shown);
    at = tag.next;
  }
  return cleanLines(decoded(out.join('')));
}

/** What stands for the tag at `open`, and where reading goes on. A `<` that opens nothing is a smaller-than sign. */
function tagAt(source: string, open: number): { readonly shown: string; readonly next: number } {
  if (source.startsWith('<!--', open)) return { shown: '', next: after(source, '-->', open + 4) };
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(source.slice(open, open + 20))?.[1]?.toLowerCase();
  if (name === undefined)
    return source[open + 1] === '!' ? { shown: '', next: after(source, '>', open) } : { shown: '<', next: open + 1 };
  const next = after(source, '>', open);
  const isClosing = source[open + 1] === '/';
  if ((name === 'script' || name === 'style') && !isClosing)
    return { shown: '', next: after(source, `</${name}>`, next) };
  if (name === 'li') return { shown: isClosing ? '\n' : '\n— ', next };
  return { shown: blocks.has(name) ? '\n' : '', next };
}

const blocks = new Set([
  'p',
  'br',
  'div',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'dl',
  'dt',
  'dd',
]);

/** Position behind the mark, or the end of the text when it is never closed. */
function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  plusmn: '±',
  times: '×',
  micro: 'µ',
  le: '≤',
  ge: '≥',
  copy: '©',
  reg: '®',
  trade: '™',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  Omega: 'Ω',
  mu: 'μ',
  shy: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point > 0x10ffff ? whole : String.fromCodePoint(point);
  });
}
