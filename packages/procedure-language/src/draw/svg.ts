import type { Layout } from './drawing.ts';
import { type Drawn, inLanguage, type Mark, marksOf } from './marks.ts';
import { xmlText } from './xml-text.ts';

/** A drawing as a file of its own: looks are written as attributes, since it has no stylesheet. */
export function svgOf(layout: Layout, drawn: Drawn): string {
  const { width, height } = layout;
  const title = inLanguage(layout.title, drawn.lang);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="${drawn.lang}" role="img" aria-labelledby="title" font-family="${faces}">`,
    `<title id="title">${xmlText(title)}</title>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="#faf7ef"/>`,
    ...marksOf(layout, drawn).map(elementOf),
    '</svg>',
    '',
  ].join('\n');
}

const faces = 'Noto Sans, Segoe UI, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';

/** What the classes of the house mean, on paper; those that come later win. */
const looks: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['l', { fill: 'none', stroke: '#857a67' }],
  ['k', { fill: 'none', stroke: '#1e1a15' }],
  ['leaff', { fill: '#fffdf8' }],
  ['ink', { fill: '#1e1a15' }],
  ['midf', { fill: '#857a67' }],
  ['dash', { 'stroke-dasharray': '4 3' }],
  ['s', { fill: '#5a5144', 'font-size': '13' }],
  ['b', { 'font-weight': '700' }],
  ['h', { 'paint-order': 'stroke', stroke: '#faf7ef', 'stroke-width': '5' }],
];

function elementOf({ tag, look, at, text }: Mark): string {
  const names = new Set(look.split(' '));
  const base = tag === 'text' ? { fill: '#1e1a15', 'font-size': '14' } : {};
  const attributes = {
    ...base,
    ...Object.assign({}, ...looks.map(([name, is]) => (names.has(name) ? is : {}))),
    ...at,
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(String(value))}"`);
  return text === undefined ? `<${tag}${written.join('')}/>` : `<${tag}${written.join('')}>${xmlText(text)}</${tag}>`;
}
