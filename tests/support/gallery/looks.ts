/** A way in which a page is looked at. */
export interface Look {
  readonly name: 'wide' | 'narrow' | 'dark' | 'paper' | 'forced';
  readonly width: number;
  /** What the picture keeps of the page from its top. */
  readonly height: number;
  /** Pixels of the picture to one of the page. */
  readonly scale: number;
  readonly media: {
    readonly media?: 'print';
    readonly colorScheme?: 'light' | 'dark';
    readonly forcedColors?: 'active' | 'none';
  };
}

const plain = { colorScheme: 'light', forcedColors: 'none' } as const;

export const looks: readonly Look[] = [
  { name: 'wide', width: 1280, height: 2000, scale: 0.5, media: plain },
  { name: 'narrow', width: 360, height: 1800, scale: 0.7, media: plain },
  { name: 'dark', width: 1280, height: 2000, scale: 0.5, media: { ...plain, colorScheme: 'dark' } },
  // The width of A4 within its margins.
  { name: 'paper', width: 635, height: 1800, scale: 0.8, media: { ...plain, media: 'print' } },
  { name: 'forced', width: 1280, height: 2000, scale: 0.5, media: { ...plain, forcedColors: 'active' } },
];

/** Kinds of page that are also shown dark, on paper and in forced colours; every state is shown wide and narrow. */
const mainStates: ReadonlySet<string> = new Set([
  'home',
  'search',
  'standard',
  'standard-rich',
  'standard-superseded',
  'compare',
  'check-list-result',
  'certificate',
  'refusal',
]);

/** The looks in which a state is kept. */
export function looksOf(state: string): readonly Look[] {
  return mainStates.has(state) ? looks : looks.filter(({ name }) => name === 'wide' || name === 'narrow');
}
