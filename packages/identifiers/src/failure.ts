import type { Malformed, Sentence, WrongCheck } from './answer.ts';

/** How an identifier is named and described when it is wrong. */
export interface FormNames {
  readonly name: Sentence;
  readonly length: Sentence;
  readonly characters: Sentence;
  readonly digits: Sentence;
  readonly example: string;
}

/** Says what happened, where, why, and what to do. */
export function explainFailure(answer: Malformed | WrongCheck, form: FormNames): readonly Sentence[] {
  const at = answer.position + 1;
  if (answer.outcome === 'wrong-check') {
    return [
      {
        zh: `第${at}个字符是校验码，应为 ${answer.expected}，写成了 ${answer.found}。`,
        en: `Character ${at} is the check character: it should be ${answer.expected} but is ${answer.found}.`,
      },
      {
        zh: '有一处写错或两个字符颠倒。与证书或包装核对。',
        en: 'One character is wrong or two are exchanged. Compare with the certificate or the package.',
      },
    ];
  }
  const example = { zh: `核对，例如 ${form.example}。`, en: `Check it, for example ${form.example}.` };
  return [
    {
      zh: `不是${form.name.zh}：${reasonOf(answer, form).zh}（第${at}个字符处）。`,
      en: `Not a ${form.name.en}: ${reasonOf(answer, form).en} (at character ${at}).`,
    },
    example,
  ];
}

function reasonOf(answer: Malformed, form: FormNames): Sentence {
  switch (answer.why) {
    case 'empty':
      return { zh: '没有内容', en: 'nothing was entered' };
    case 'length':
      return form.length;
    case 'character':
      return form.characters;
    case 'digits':
      return form.digits;
    case 'shape':
      return { zh: '形式不符', en: 'the form is different' };
    case 'not-in-table':
      return { zh: '代码表中没有这一代码', en: 'the code list has no such code' };
    default:
      return answer.why satisfies never;
  }
}
