import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Language, languages } from '../../../src/portal/languages.ts';
import { pageText } from '../../../src/portal/layout.tsx';
import { logoFile } from '../../../src/portal/logo.tsx';
import { stylesheet } from '../../../src/portal/stylesheet.ts';
import { gallery } from '../gallery-samples.tsx';

export interface WrittenPage {
  readonly state: string;
  readonly lang: Language;
  /** Address of the file. */
  readonly address: string;
  /** Changes with the page, the stylesheet or the logo. */
  readonly hash: string;
}

/** Writes every sample page, or those named, with what they link into a folder. */
export function writtenPages(folder: string, only: readonly string[] = []): readonly WrittenPage[] {
  mkdirSync(folder, { recursive: true });
  const style = stylesheet().text;
  writeFileSync(join(folder, 'style.css'), style);
  writeFileSync(join(folder, 'logo.svg'), logoFile);
  return languages.flatMap((lang) =>
    Object.entries(gallery(lang))
      .filter(([state]) => only.length === 0 || only.includes(state))
      .map(([state, page]) => {
        const file = join(folder, `${state}.${lang}.html`);
        const text = pageText(page);
        writeFileSync(file, text);
        const hash = createHash('sha256').update(text).update(style).update(logoFile).digest('hex').slice(0, 16);
        return { state, lang, address: pathToFileURL(file).href, hash };
      }),
  );
}
