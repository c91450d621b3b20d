// Every check of the project, in one order, each with its result, seconds and counts. Exits 1 when any failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environment, prepare, root } from './bootstrap.mjs';
import { chromium, postgres } from './test-services.mjs';

const node = prepare();
const only = process.argv[2];
const results = join(root, 'tests/results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const rows = [];

const base = environment(node, { NO_COLOR: '1', GUIJU_ROOT: root });
const bin = (name) => join(root, 'node_modules/.bin', name);
const failed = () => rows.some((row) => !row.passed);

function check(name, command, args, extra = {}) {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...base, ...extra },
  });
  rows.push({ name, passed: status === 0, seconds: (performance.now() - start) / 1000 });
}

function vitest(name, project, extra = {}) {
  const report = join(results, `${name.replace(/\W+/g, '-')}.json`);
  check(
    name,
    bin('vitest'),
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    extra,
  );
  const row = rows.at(-1);
  if (!existsSync(report)) return Object.assign(row, { passed: false });
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  Object.assign(row, {
    tests: numPassedTests,
    broken: numFailedTests,
    skipped: numPendingTests,
    passed: row.passed && numPassedTests > 0,
  });
}

function service(name, start) {
  try {
    return start();
  } catch (error) {
    // A service that cannot be brought up is a failed check, never a skipped one.
    console.error(error);
    rows.push({ name, passed: false, seconds: 0 });
    return undefined;
  }
}

const wants = (...names) => only === undefined || names.includes(only);
if (wants('check')) {
  check('parts', node, [join(root, 'scripts/parts.mjs'), '--check']);
  check('format and lint', bin('biome'), ['ci', '.']);
  check('types', bin('tsc'), ['--noEmit']);
  check('boundaries', bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'src', 'packages', 'tests']);
  check('unused code', bin('knip'), []);
}
if (wants('check', 'embedded')) vitest('rules on the embedded database', 'rules');
if (wants('server')) {
  const server = service('PostgreSQL', postgres);
  if (server) {
    vitest('rules on PostgreSQL', 'rules', { TEST_DATABASE_URL: server.address });
    server.stop();
  }
}
if (wants('e2e')) {
  const browser = service('Chromium', chromium);
  check('build', node, [join(root, 'scripts/build.mjs')]);
  if (browser && rows.at(-1).passed) vitest('end to end', 'browser', { CHROMIUM: browser });
}
if (only === 'endurance') {
  vitest('endurance on the embedded database', 'endurance', { ENDURANCE: '1' });
  const server = service('PostgreSQL', postgres);
  if (server) {
    vitest('endurance on PostgreSQL', 'endurance', { TEST_DATABASE_URL: server.address, ENDURANCE: '1' });
    server.stop();
  }
}

console.log('\n');
for (const { name, passed, seconds, tests, broken, skipped } of rows) {
  const counts = tests === undefined ? '' : `${tests} passed, ${broken} failed, ${skipped} skipped`;
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s  ${counts}`);
}
const sum = (key) => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
const brokenChecks = rows.filter((row) => !row.passed && row.tests === undefined).length;
console.log(`\n${sum('tests')} passed, ${sum('broken') + brokenChecks} failed, ${sum('skipped')} skipped`);
process.exit(failed() ? 1 : 0);
