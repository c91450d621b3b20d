import type { SourceFile } from './source-files.ts';

/** A word that code may only use in one place, because elsewhere the register would read a clock, a die or its surroundings. */
interface ForbiddenWord {
  readonly name: string;
  readonly found: (code: string) => boolean;
  readonly allowed: (path: string) => boolean;
}

const isTest = (path: string): boolean => /\.test\.tsx?$|^tests\//.test(path);

export const forbiddenWords: readonly ForbiddenWord[] = [
  {
    name: 'a JavaScript date outside foundation/clock.ts',
    found: (code) => /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bDate\(\)/.test(code),
    allowed: (path) => path === 'src/foundation/clock.ts' || isTest(path),
  },
  {
    name: 'the clock of the database in a query',
    found: (code) =>
      sqlTexts(code).some((text) =>
        /\b(now|localtime|localtimestamp)\(\)|\bcurrent_(date|time|timestamp)\b/i.test(text),
      ),
    allowed: () => false,
  },
  {
    name: 'the end of validity taken for today',
    found: (code) => /upper_inf\(\s*(\w+\.)?"?valid"?\s*\)/i.test(code),
    allowed: () => false,
  },
  {
    name: 'a recursive query',
    found: (code) => /\bwith\s+recursive\b/i.test(code),
    allowed: () => false,
  },
  {
    name: 'the environment outside main.ts and cli.ts',
    found: (code) => /\bprocess\.env\b/.test(code),
    allowed: (path) => path === 'src/main.ts' || path === 'src/cli.ts' || isTest(path),
  },
  {
    name: 'a random value outside foundation/random.ts',
    found: (code) =>
      /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bcrypto\.random/.test(code) ||
      /import\s*\{[^}]*\brandom[^}]*\}\s*from\s*'node:crypto'/.test(code),
    allowed: (path) => path === 'src/foundation/random.ts',
  },
];

/** SQL as it stands in template literals and migrations, without the values put into it; a default of a column is no query. */
function sqlTexts(code: string): readonly string[] {
  const isMigration = !/\bimport\b/.test(code);
  const texts = isMigration ? [code] : (code.match(/`[^`]*`/g) ?? []);
  return texts
    .map((text) => text.replace(/\$\{[^}]*\}/g, '').replace(/default now\(\)/g, ''))
    .filter((text) => /\b(select|insert|update|delete|create|values|where)\b/i.test(text));
}

/** Files that use a word where they may not. */
export function misuses(files: readonly SourceFile[], word: ForbiddenWord): readonly string[] {
  return files.filter(({ path, code }) => !word.allowed(path) && word.found(code)).map(({ path }) => path);
}
