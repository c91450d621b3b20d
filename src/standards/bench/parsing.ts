import { join } from 'node:path';
import { parse } from '@guiju/standard-numbers';
import type { Bench, Deps } from '../../foundation/part.ts';
import { gbRecords, isoRecords } from '../import/json-records.ts';

const rounds = 9;
const turns = 5;

/**
 * Reading the numbers of the founding data, as their sources print them, against the least one can do with the same
 * strings: fold case and look at every character. By processor time of this thread, so that other work on the machine
 * changes the answer little.
 */
export function parsingBench(root: string): Bench {
  return {
    name: 'parsing',
    run: async (deps, { note }) => {
      const numbers = await foundingNumbers(deps, join(root, 'founding'));
      const recognized = numbers.filter((number) => parse(number).outcome === 'recognized').length;
      note(`${numbers.length.toLocaleString('en')} numbers, ${recognized.toLocaleString('en')} of them recognized`);
      const floor = perSecond(numbers, lookAtEach);
      const value = perSecond(numbers, (text) => parse(text).outcome.length);
      return [
        {
          name: 'parse a standard number, mix of the founding data, processor time',
          value,
          unit: 'numbers/s',
          floor: { what: 'upper case and one look at each character', value: floor },
        },
      ];
    },
  };
}

async function foundingNumbers(deps: Deps, folder: string): Promise<readonly string[]> {
  const iso = await isoRecords(deps, join(folder, 'iso-deliverables.jsonl.gz'), 'iso-catalogue-sample');
  const chinese = await gbRecords(deps, join(folder, 'chinese-standards.jsonl.gz'));
  const numbers: string[] = [];
  for (const { records } of [iso, chinese])
    for await (const { reading } of records())
      if (reading.outcome === 'read') numbers.push(...reading.records.map((record) => record.statement.number));
  return numbers;
}

function lookAtEach(text: string): number {
  const upper = text.toUpperCase();
  let code = 0;
  for (let at = 0; at < upper.length; at++) code += upper.charCodeAt(at);
  return code;
}

/** The middle of some rounds; the first, in which the engine still compiles, is never the middle one. */
function perSecond(texts: readonly string[], work: (text: string) => number): number {
  let sum = 0;
  const rates = Array.from({ length: rounds }, () => {
    const start = process.threadCpuUsage();
    for (let turn = 0; turn < turns; turn++) for (const text of texts) sum += work(text);
    const used = process.threadCpuUsage(start);
    return (texts.length * turns * 1e6) / (used.user + used.system);
  });
  if (!(sum > 0)) throw new Error('Nothing was read.');
  return rates.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}
