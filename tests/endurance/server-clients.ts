/** Who writes to a running server, and what each of them was told. They note only what the server acknowledged. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../src/foundation/clock.ts';
import { commandWithin, type House } from './whole-server.ts';

export interface Told {
  /** Acts that the command line was told of. */
  readonly acts: { readonly actId: string; readonly command: readonly string[] }[];
  /** Reports of errors that readers were sent on to. */
  readonly reports: string[];
}

/** Standards that are in the register before the first kill. */
export const firstStandards = Array.from({ length: 40 }, (_, index) => `GB/T ${70_001 + index}-2020`);

/** A file of standards as an office keeps it. */
export function standardsFile(house: House, name: string, numbers: readonly string[]): string {
  const path = join(house.root, `${name}.csv`);
  const lines = numbers.map((number) => `${number},样例 ${name} ${number},2020-03-01,2020-10-01`);
  writeFileSync(path, ['标准编号,标准名称,发布日期,实施日期', ...lines, ''].join('\n'));
  return path;
}

/** Reports errors through the form that readers use, until the server is gone: acts of the server's own process. */
export async function reportErrors(address: string, told: Told): Promise<void> {
  for (let turn = 0; ; turn++) {
    const standard = firstStandards[turn % firstStandards.length] ?? '';
    const form = { field: 'title.zh-Hans', 'should-be': `更正 ${turn}`, evidence: `样例证据 ${turn}`, email: '' };
    const answer = await fetch(`${address}/corrections/new?standard=${encodeURIComponent(standard)}`, {
      method: 'POST',
      headers: {
        origin: address,
        'x-forwarded-for': `10.${(turn >> 8) & 255}.${turn & 255}.${told.reports.length % 250}`,
      },
      body: new URLSearchParams(form),
      redirect: 'manual',
    }).catch(() => undefined);
    if (answer === undefined) return;
    const location = answer.headers.get('location');
    if (answer.status !== 303 || location === null) throw new Error(`A report was answered ${answer.status}.`);
    told.reports.push(location);
  }
}

/** Imports files and acts on standards through the socket of the server, until the server is gone. */
export async function handCommands(house: House, round: number, told: Told): Promise<void> {
  for (let turn = 0; ; turn++) {
    const command = turn % 2 === 0 ? importing(house, { round, turn }) : suspending({ round, turn });
    const { status, out, error } = await commandWithin(house, ...command);
    const actId = actIn(out);
    if (status === undefined) return;
    if (status !== 0 || actId === undefined) throw new Error(`${command.join(' ')}: ${status} ${out}${error}`);
    told.acts.push({ actId, command });
  }
}

interface Turn {
  readonly round: number;
  readonly turn: number;
}

const keyOf = ({ round, turn }: Turn): string => `${round} ${turn}`;

/** Three rows, now and then more than the database writes at once. */
function importing(house: House, { round, turn }: Turn): string[] {
  const rows = turn % 6 === 0 ? 200 : 3;
  const numbers = Array.from({ length: rows }, (_, row) => `GB/T ${80_000 + row}.${turn + 1}-${2000 + (round % 20)}`);
  const path = standardsFile(house, `import-${round}-${turn}`, numbers);
  return ['import', 'standards', path, '--key', keyOf({ round, turn }), '--json'];
}

/** For one day, which no other act of this kind takes. */
function suspending({ round, turn }: Turn): string[] {
  const standard = firstStandards[turn % firstStandards.length] ?? '';
  const from = addDays('2021-01-01', round * 100 + turn);
  const days = ['--on', from, '--until', addDays(from, 1)];
  return [
    'record',
    'suspend',
    standard,
    ...days,
    '--by',
    '样例机关',
    '--reason',
    '样例',
    '--key',
    keyOf({ round, turn }),
  ];
}

/** The act that a command says it made. */
export function actIn(out: string): string | undefined {
  return /"actId": "([\da-f-]{36})"|\(act ([\da-f-]{36})\)/.exec(out)?.slice(1).find(Boolean);
}
