// Makes the founding data in founding/ from a folder of source data: GUIJU_SHARED=<folder> node scripts/founding.mjs
// Only what its source allows to be published again is taken; founding/SOURCES.md names each source, licence and attribution.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Chinese rows by source repository. Share-alike (CC BY-SA), GPL and sources that state no licence are left out: the register's files are published under Apache-2.0 and have to stay free of such conditions. */
const permissive = new Map([
  ['RASAAS/docmcp-knowledge', 'CC-BY-4.0'],
  ['zhiyao87/Arch-Standards-Index', 'CC-BY-4.0'],
  ['relaton/relaton-gb', 'BSD-2-Clause'],
  ['springca/springca', 'Apache-2.0'],
]);

const shared = process.env.GUIJU_SHARED;
if (!shared) {
  process.stderr.write(
    'GUIJU_SHARED is not set.\nGive the folder that holds data/: GUIJU_SHARED=<folder> node scripts/founding.mjs\n',
  );
  process.exit(1);
}
const from = (name) => join(shared, 'data', name);
const to = (name) => new URL(`../founding/${name}`, import.meta.url);

mkdirSync(to('.'), { recursive: true });
report('iso-deliverables.jsonl.gz', copyCompressed('iso-deliverables.sample.jsonl.gz', 'iso-deliverables.jsonl.gz'));
report('iso-stage-history.jsonl.gz', copyCompressed('iso-stage-history.sample.jsonl.gz', 'iso-stage-history.jsonl.gz'));
report('iso-committees.jsonl.gz', writeLines('iso-committees.jsonl.gz', committees()));
report('chinese-standards.jsonl.gz', writeLines('chinese-standards.jsonl.gz', chineseRows()));

function copyCompressed(source, target) {
  const bytes = readFileSync(from(source));
  writeFileSync(to(target), bytes);
  return lines(gunzipSync(bytes).toString('utf8')).length;
}

function committees() {
  return records('iso-open-data-fixtures/iso_technical_committees.jsonl').map(
    ({ id, reference, status, title, secretariat, parentId }) => ({
      id,
      reference,
      status,
      title,
      secretariat,
      parentId,
    }),
  );
}

function chineseRows() {
  return records('gb-records.jsonl')
    .filter((row) => isPermissive(row.source))
    .map((row) => ({
      ...row,
      other_sources: nothingIfEmpty((row.other_sources ?? []).filter(isPermissive)),
      conflicts: nothingIfEmpty((row.conflicts ?? []).filter((conflict) => isPermissive(conflict.source))),
    }));
}

function isPermissive(source) {
  return permissive.has(source.split('@')[0]);
}

function nothingIfEmpty(values) {
  return values.length > 0 ? values : null;
}

function writeLines(name, rows) {
  writeFileSync(to(name), gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), { level: 9 }));
  return rows.length;
}

function records(name) {
  return lines(readFileSync(from(name), 'utf8')).map((line) => JSON.parse(line));
}

function lines(text) {
  return text.split('\n').filter((line) => line !== '');
}

function report(name, rows) {
  process.stdout.write(`${name}: ${rows} rows\n`);
}
