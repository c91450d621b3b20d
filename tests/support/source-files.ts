import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const repository = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** Path below the repository. */
  readonly path: string;
  /** Its text without lines that are comments. */
  readonly code: string;
}

/** Source files below some folders of the repository. */
export function sourceFiles(folders: readonly string[], ending = /\.(tsx?|mjs|sql)$/): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.parentPath.includes('node_modules'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(repository, path), code: withoutComments(readFileSync(path, 'utf8')) };
      }),
  );
}

/** Whole-line comments only: what stands behind code on a line stays, so nothing is overlooked. */
export function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/\*|\*|--)/.test(line))
    .join('\n');
}
