// Brings up what the tests need beside Node: a PostgreSQL server of their own and a Chromium, installed from Debian when absent.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;
let isListFresh = false;

function install(...names) {
  if (!isRoot || !existsSync('/usr/bin/apt-get'))
    throw new Error(`${names.join(', ')} is not installed; install it and run the tests again.`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  if (!isListFresh) execFileSync('apt-get', ['-qq', 'update'], options);
  isListFresh = true;
  execFileSync('apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', ...names], options);
}

/** Path of a Chromium. */
export function chromium() {
  const find = () =>
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (!find()) install('chromium');
  if (!existsSync('/usr/share/fonts/opentype/noto') && isRoot) install('fonts-noto-cjk');
  return find() ?? fail('Chromium could not be installed.');
}

function serverFolder() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const versions = readdirSync(base).filter((name) => existsSync(join(base, name, 'bin/initdb')));
  const newest = versions.sort((one, other) => Number(other) - Number(one))[0];
  return newest ? join(base, newest, 'bin') : undefined;
}

/** Starts a PostgreSQL server on a socket in a folder of its own below `parent`; answers its address and how to stop it. */
export function postgres(parent = tmpdir()) {
  if (!serverFolder()) install('postgresql');
  const bin = serverFolder() ?? fail('PostgreSQL could not be installed.');
  const folder = mkdtempSync(join(parent, 'guiju-postgres-'));
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  // A server refuses to run as root.
  const lower = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups'] : [];
  const run = (program, ...args) => {
    const [command, ...rest] = [...lower, join(bin, program), ...args];
    execFileSync(command, rest, { stdio: 'ignore', cwd: folder });
  };
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  run(
    'pg_ctl',
    'start',
    '--wait',
    '-D',
    data,
    '-l',
    join(folder, 'log'),
    '-o',
    `-k ${folder} -p 54329 -c listen_addresses= -c fsync=off -c synchronous_commit=off -c max_connections=200`,
  );
  return {
    address: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}&port=54329`,
    stop: () => {
      run('pg_ctl', 'stop', '--mode=immediate', '-D', data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fail(message) {
  throw new Error(message);
}
