/** Why a request is answered with "no", as HTTP and the command line need to know it. */
export type RefusalCategory =
  | 'invalid'
  | 'not-signed-in'
  | 'not-permitted'
  | 'not-found'
  | 'method-not-allowed'
  | 'gone'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

export type RefusalDetails = Readonly<Record<string, string | number | boolean | undefined>>;

/** One thing wrong with an input that may have several: where, which rule, and the values the sentence needs. */
export interface Problem {
  readonly code: string;
  readonly row?: number;
  readonly field?: string;
  readonly details?: RefusalDetails;
}

/** The texts of one refusal code: what happened and why, then what to do. `{name}` stands for a detail. */
export interface RefusalText {
  readonly category: RefusalCategory;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}
export type RefusalTexts = Readonly<Record<string, RefusalText>>;

/** An expected "no": a code and details, no prose. The texts stand in each folder's refusals.ts. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: RefusalDetails;
  readonly problems: readonly Problem[];
  constructor(code: string, details: RefusalDetails = {}, problems: readonly Problem[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.problems = problems;
  }
}

export function refusal(code: string, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}

export interface RefusalMessage {
  readonly code: string;
  readonly category: RefusalCategory;
  readonly text: string;
  readonly remedy: string;
}

/** The sentences of a code in a language. A code without texts is a fault of ours and says so plainly. */
export function refusalMessage(
  texts: RefusalTexts,
  problem: { readonly code: string; readonly details?: RefusalDetails },
  lang: 'zh-Hans' | 'en',
): RefusalMessage {
  const found = texts[problem.code];
  if (!found) throw new Error(`The refusal ${problem.code} has no text.`);
  const filled = (template: string): string => fill(template, problem.details ?? {});
  return {
    code: problem.code,
    category: found.category,
    text: filled(lang === 'en' ? found.en : found.zh),
    remedy: filled(lang === 'en' ? found.remedyEn : found.remedyZh),
  };
}

function fill(template: string, details: RefusalDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
