// How many numbers one core reads in a second: node packages/standard-numbers/speed.mjs [file of numbers, one per line]
import { readFileSync } from 'node:fs';
import { findNumbers, parse } from './src/index.ts';

const sample = readFileSync(new URL('fixtures/sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const given = process.argv[2];
const sets = {
  'Chinese numbers of every family': [
    'GB 9706.1-2020',
    'GB/T 19001-2016',
    'YY/T 0287-2017',
    'DB11/T 1322.65-2019',
    'T/CAS 290-2017',
    'JGJ/T 67-2019',
  ],
  'the same as printed, with an em dash': [
    'GB 9706.1—2020',
    'GB/T 19001—2016',
    'YY/T 0287—2017',
    'DB11/T 1322.65—2019',
    'T/CAS 290—2017',
    'JGJ/T 67—2019',
  ],
  'ISO and IEC numbers': [
    'ISO 9001:2015',
    'ISO 8601-1:2019',
    'ISO/IEC 27001:2022',
    'ISO/TS 19115-3:2016',
    'IEC 60601-1:2005',
  ],
  'Chinese and ISO sample': sample
    .filter((row) => row.publisher === 'CN' || row.publisher === 'ISO')
    .map((row) => row.id),
  'whole sample, thirteen publishers': sample.map((row) => row.id),
  ...(given === undefined ? {} : { [given]: readFileSync(given, 'utf8').trim().split('\n') }),
};

for (const [name, texts] of Object.entries(sets))
  console.log(name.padEnd(36), perSecond(texts).toLocaleString('en'), 'numbers a second');

const report = sample.map((row) => `见 ${row.id}；`).join('');
console.log(
  'running text'.padEnd(36),
  Math.round((perSecond([report], findNumbers, 1) * report.length) / 1e5) / 10,
  'million characters a second',
);

/** The best of seven rounds, by processor time of this thread, so that a busy machine does not change the answer much. */
function perSecond(texts, read = parse, turns = Math.ceil(20_000 / texts.length)) {
  let best = 0;
  let kept = 0;
  for (let round = 0; round < 7; round++) {
    const start = process.threadCpuUsage().user;
    let count = 0;
    while (process.threadCpuUsage().user - start < 300_000) {
      for (let turn = 0; turn < turns; turn++) {
        for (const text of texts) kept += read(text).outcome === 'recognized' ? 1 : 0;
      }
      count += texts.length * turns;
    }
    best = Math.max(best, (count / (process.threadCpuUsage().user - start)) * 1e6);
  }
  if (kept < 0) throw new Error('kept so that nothing is optimized away');
  return Math.round(best);
}
