// Bundles the server and the command line into dist/, or into the folder given; WASM and native packages stay outside.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './bootstrap.mjs';
import './parts.mjs';

const folder = process.argv[2] ?? join(root, 'dist');
rmSync(folder, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts', 'src/cli.ts', 'src/foundation/embedded-postgres-worker.ts'],
  entryNames: '[name]',
  outdir: folder,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  external: ['@electric-sql/pglite', 'pg-native'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
cpSync(join(root, 'src/portal/style'), join(folder, 'style'), { recursive: true });
