import { decodeXml, scanXml, type ZipArchive } from '@guiju/office-tables';

/** Numbers that a word processor writes before paragraphs, by the list they belong to (ISO/IEC 29500-1, 17.9). */
export interface Numbering {
  /** The next number of a list at a level; undefined where the list writes a mark or nothing. */
  readonly next: (list: string, level: number) => string | undefined;
  /** List and level that a style brings with it. */
  readonly ofStyle: (style: string) => { readonly list: string; readonly level: number } | undefined;
  /** Whether paragraphs of the style are lines of a table of contents. */
  readonly isContents: (style: string) => boolean;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

export function docxNumbering(archive: ZipArchive): Numbering {
  const { levels, abstractOf } = lists(archive);
  const styles = stylesOf(archive);
  const counters = new Map<string, number[]>();
  return {
    ofStyle: (style) => listOfStyle(styles, style),
    isContents: (style) => /^(?:toc|目录)\s?\d?$/i.test(styles.get(style)?.name ?? ''),
    next: (list, level) => {
      const abstract = abstractOf.get(list);
      const found = abstract === undefined ? undefined : levels.get(`${abstract}/${level}`);
      if (abstract === undefined || !found) return undefined;
      const counter = counters.get(abstract) ?? [];
      counters.set(abstract, counter);
      counter.length = level + 1;
      counter[level] = (counter[level] ?? found.start - 1) + 1;
      if (found.format === 'bullet' || found.format === 'none') return undefined;
      const at = (place: number): string => {
        const own = levels.get(`${abstract}/${place}`);
        return formatted(counter[place] ?? own?.start ?? 1, own?.format ?? 'decimal');
      };
      const label = found.text.replace(/%(\d)/g, (_, place: string) => at(Number(place) - 1)).trim();
      return label === '' ? undefined : label.replace(/[.、．]$/, '');
    },
  };
}

const maximalLevels = 9;

function lists(archive: ZipArchive) {
  const levels = new Map<string, Level>();
  const abstractOf = new Map<string, string>();
  const open = { abstract: '', level: -1, num: '' };
  walk(archive, 'word/numbering.xml', (name, attribute) => {
    const value = attribute('val') ?? '';
    const key = `${open.abstract}/${open.level}`;
    const level = levels.get(key);
    if (name === 'abstractNum') Object.assign(open, { abstract: attribute('abstractNumId') ?? '', level: -1, num: '' });
    else if (name === 'num') Object.assign(open, { num: attribute('numId') ?? '', level: -1 });
    else if (name === 'abstractNumId' && open.num !== '') abstractOf.set(open.num, value);
    else if (name === 'lvl' && open.num === '') {
      open.level = Math.min(maximalLevels, Number(attribute('ilvl') ?? 0));
      levels.set(`${open.abstract}/${open.level}`, { format: 'decimal', text: '', start: 1 });
    } else if (open.num === '' && level) {
      if (name === 'numFmt') levels.set(key, { ...level, format: value });
      if (name === 'lvlText') levels.set(key, { ...level, text: value });
      if (name === 'start') levels.set(key, { ...level, start: Number(value) || 1 });
    }
  });
  return { levels, abstractOf };
}

interface Style {
  readonly name: string;
  readonly basedOn?: string;
  readonly list?: string;
  readonly level?: number;
}

function stylesOf(archive: ZipArchive): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let id = '';
  walk(archive, 'word/styles.xml', (name, attribute) => {
    const value = attribute('val') ?? '';
    if (name === 'style') {
      id = attribute('styleId') ?? '';
      styles.set(id, { name: '' });
    }
    const style = styles.get(id);
    if (!style) return;
    if (name === 'name') styles.set(id, { ...style, name: value });
    else if (name === 'basedOn') styles.set(id, { ...style, basedOn: value });
    else if (name === 'numId') styles.set(id, { ...style, list: value });
    else if (name === 'ilvl') styles.set(id, { ...style, level: Number(value) });
  });
  return styles;
}

function listOfStyle(styles: ReadonlyMap<string, Style>, named: string) {
  let style = styles.get(named);
  let level = style?.level;
  // A style rests on at most some ten others; a circle ends there as well.
  for (let steps = 0; style && steps < 12; steps++) {
    level ??= style.level;
    if (style.list !== undefined) return style.list === '0' ? undefined : { list: style.list, level: level ?? 0 };
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return undefined;
}

function walk(
  archive: ZipArchive,
  part: string,
  open: (name: string, attribute: (name: string) => string | undefined) => void,
): void {
  if (!archive.has(part)) return;
  scanXml(
    { text: decodeXml(archive.unpack(part), part), part, depth: 100 },
    { open: (name, attributes) => open(name, (wanted) => attributes().get(wanted)), close() {}, text() {} },
  );
}

const digits = '〇一二三四五六七八九';

function formatted(value: number, format: string): string {
  const letter = (base: number): string => String.fromCharCode(base + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
  switch (format) {
    case 'lowerLetter':
      return letter(97);
    case 'upperLetter':
      return letter(65);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
      return chinese(value);
    default:
      return String(value);
  }
}

function chinese(value: number): string {
  if (value < 10) return digits[value] ?? '';
  if (value >= 100) return [...String(value)].map((digit) => digits[Number(digit)] ?? '').join('');
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : digits[tens]}十${value % 10 === 0 ? '' : digits[value % 10]}`;
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(value: number): string {
  let rest = Math.min(value, 3_999);
  let text = '';
  for (const [worth, sign] of romans) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}
