import {
  type Answer,
  checkCreditCode,
  checkGtin,
  checkPlanNumber,
  explainCreditCode,
  explainGtin,
  explainPlanNumber,
  type Sentence,
} from '@guiju/identifiers';
import { explain, parse, type Reading } from '@guiju/standard-numbers';
import type { CommandLineCommand } from '../../foundation/part.ts';

/** What an identifier was read as, with its sentences. */
interface Identified {
  readonly identifier: 'standard-number' | 'credit-code' | 'gtin' | 'plan-number';
  readonly isRight: boolean;
  readonly canonical: string | undefined;
  readonly sentences: readonly Sentence[];
  readonly answer: Readonly<Record<string, unknown>>;
}

/** `guiju id`: how an identifier is read, part by part, or why it is not. */
export const idCommand: CommandLineCommand = {
  name: 'id',
  usage: 'id STRING',
  summary: {
    zh: '解读一个标识：标准编号、统一社会信用代码、商品条码、计划号；各部分的含义、规范写法，或者为什么读不懂。',
    en: 'Reads an identifier: standard number, social credit code, GTIN, plan number; its parts and canonical form, or why it is not understood.',
  },
  examples: [
    'id GB9706.1',
    "id 'yy/t0740'",
    'id 91350100M000100Y43',
    'id 20170425-T-469',
    "id 'GB／T 19001—2016' --json",
  ],
  options: [{ flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } }],
  needs: 'nothing',
  run: async (call, console) => {
    const input = call.args.join(' ');
    const found = identified(input.trim());
    if (call.options['json']) {
      const { sentences, answer, identifier } = found;
      console.print(JSON.stringify({ input, identifier, ...answer, explanation: sentences }, null, 2));
    } else {
      if (found.canonical !== undefined) console.print(found.canonical);
      for (const sentence of found.sentences) console.print(`  ${console.lang === 'en' ? sentence.en : sentence.zh}`);
    }
    return found.isRight ? 0 : 1;
  },
};

/** Codes have shapes of their own that no standard number has; everything else is read as a number. */
function identified(text: string): Identified {
  if (/^[0-9A-Z]{18}$/i.test(text))
    return checked('credit-code', text.toUpperCase(), {
      answer: checkCreditCode(text.toUpperCase()),
      sentences: explainCreditCode(checkCreditCode(text.toUpperCase())),
    });
  if (/^(?:\d{8}|\d{12,14})$/.test(text))
    return checked('gtin', text, { answer: checkGtin(text), sentences: explainGtin(checkGtin(text)) });
  if (/^\d{8}-[A-Z]-\d{3}$/i.test(text))
    return checked('plan-number', text, {
      answer: checkPlanNumber(text),
      sentences: explainPlanNumber(checkPlanNumber(text)),
    });
  return numberRead(parse(text));
}

function checked(
  identifier: Identified['identifier'],
  text: string,
  found: { readonly answer: Answer<object>; readonly sentences: readonly Sentence[] },
): Identified {
  const isRight = found.answer.outcome === 'valid';
  return {
    identifier,
    isRight,
    canonical: isRight ? text : undefined,
    sentences: found.sentences,
    answer: { ...found.answer },
  };
}

function numberRead(reading: Reading): Identified {
  const isRight = reading.outcome === 'recognized';
  return {
    identifier: 'standard-number',
    isRight,
    canonical: isRight ? reading.number.canonical : undefined,
    sentences: explain(reading),
    answer: isRight ? { outcome: reading.outcome, ...reading.number, rest: reading.rest } : { ...reading },
  };
}
