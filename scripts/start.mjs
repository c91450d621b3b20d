import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { become, environment, prepare, root } from './bootstrap.mjs';

const node = prepare();
const env = environment(node, { GUIJU_ROOT: root });
if (process.argv[2] === 'dev') {
  become(node, ['--watch', '--watch-preserve-output', '--import', 'tsx', join(root, 'src/main.ts')], env);
} else if (spawnSync(node, [join(root, 'scripts/build.mjs')], { stdio: 'inherit', env }).status === 0) {
  become(node, ['--enable-source-maps', join(root, 'dist/main.js')], env);
} else {
  process.exit(1);
}
