import { explain, type Reading, parse } from '@guiju/standard-numbers';
import type { CommandLineCommand } from '../../foundation/part.ts';

/** `guiju id`: how a number is read, part by part, or why it is not. */
export const idCommand: CommandLineCommand = {
  name: 'id',
  usage: 'id STRING',
  summary: {
    zh: '解读一个编号：层级、发布者、序号、部分、年份、规范写法，或者为什么读不懂。',
    en: 'Reads a number: tier, publisher, serial, part, year, canonical form, or why it is not understood.',
  },
  examples: ['id GB9706.1', "id 'yy/t0740'", "id 'GB／T 19001—2016' --json"],
  options: [{ flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } }],
  needs: 'nothing',
  run: async (call, console) => {
    const text = call.args.join(' ');
    const reading = parse(text);
    if (call.options['json']) console.print(JSON.stringify(jsonOf(text, reading), null, 2));
    else for (const sentence of explain(reading)) console.print(console.lang === 'en' ? sentence.en : sentence.zh);
    return reading.outcome === 'recognized' ? 0 : 1;
  },
};

function jsonOf(input: string, reading: Reading): Readonly<Record<string, unknown>> {
  if (reading.outcome === 'recognized') return { input, outcome: reading.outcome, ...reading.number };
  return { input, ...reading, explanation: explain(reading) };
}
