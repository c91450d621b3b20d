// Adds to package-lock.json the optional packages of other platforms that the registry of whoever locked did not have,
// so that `npm ci` accepts the file everywhere. npm keeps such entries on later installs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './bootstrap.mjs';

const operatingSystems = [
  'linux',
  'darwin',
  'win32',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'android',
  'openharmony',
];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** Entries that optionalDependencies name and no node_modules path from their holder upwards has. */
export function missingOptionals(lock) {
  const missing = new Map();
  for (const [holder, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (pathsFrom(holder, name).some((path) => lock.packages[path])) continue;
      missing.set(name, { version, dev: entry.dev });
    }
  }
  return missing;
}

function pathsFrom(holder, name) {
  const parts = holder.split('/node_modules/');
  const paths = [`node_modules/${name}`];
  for (let length = parts.length; length > 0; length--) {
    const prefix = parts.slice(0, length).join('/node_modules/');
    if (prefix) paths.push(`${prefix}/node_modules/${name}`);
  }
  return paths;
}

function entryOf(name, { version, dev }) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name}: version ${version} is not exact; lock it with a complete registry.`);
  const words = name.split(/[/-]/);
  const os = operatingSystems.find((word) => words.includes(word));
  const cpu = processors.find((word) => words.includes(word));
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptionals(lock);
  for (const [name, wanted] of missing) lock.packages[`node_modules/${name}`] = entryOf(name, wanted);
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.size} entries added.`);
}
