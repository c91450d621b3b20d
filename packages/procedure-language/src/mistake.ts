import type { InBoth } from './rule.ts';

/** Something wrong in a definition: where, what, and what would be right. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly says: InBoth;
  readonly remedy: InBoth;
}

/** Every mistake of the definitions that were read, told together. */
export class DefinitionsRefused extends Error {
  override readonly name = 'DefinitionsRefused';
  readonly mistakes: readonly Mistake[];
  constructor(mistakes: readonly Mistake[]) {
    super(
      mistakes
        .map(({ file, line, says, remedy }) => `${file}:${line} ${says.zh} ${says.en} → ${remedy.zh} ${remedy.en}`)
        .join('\n'),
    );
    this.mistakes = mistakes;
  }
}
