#!/usr/bin/env node
// Readable by any Node: brings what is missing, then runs the command line under Node 24.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { become, environment, prepare, root } from '../scripts/bootstrap.mjs';

const node = prepare();
const env = environment(node, { GUIJU_ROOT: root, GUIJU_FOLDER: process.cwd() });
const bundle = join(root, 'dist/cli.js');
// A checkout that was changed since the last build is built again; a shipped product has no src/.
const isStale = !existsSync(bundle) || (existsSync(join(root, '.git')) && newer(join(root, '.git/index'), bundle));
if (
  isStale &&
  spawnSync(node, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 'inherit'], env }).status !== 0
)
  process.exit(1);
become(node, ['--enable-source-maps', bundle, ...process.argv.slice(2)], env);

function newer(one, other) {
  return existsSync(one) && statSync(one).mtimeMs > statSync(other).mtimeMs;
}
