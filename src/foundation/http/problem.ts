import { type Refusal, type RefusalCategory, type RefusalTexts, refusalMessage } from '../refusal.ts';

const statusOf: Readonly<Record<RefusalCategory, 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 429 | 503>> = {
  invalid: 400,
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  gone: 410,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** HTTP status of a refusal's category. */
export function httpStatus(category: RefusalCategory): (typeof statusOf)[RefusalCategory] {
  return statusOf[category];
}

/** Problem details (RFC 9457) of a refusal, in the language asked, with every problem found. */
export function problemDetails(
  refused: Refusal,
  texts: RefusalTexts,
  context: { readonly lang: 'zh-Hans' | 'en'; readonly instance: string },
) {
  const main = refusalMessage(texts, refused, context.lang);
  return {
    type: `/problems/${refused.code}`,
    title: main.text,
    status: httpStatus(main.category),
    detail: main.remedy,
    instance: context.instance,
    code: refused.code,
    ...instantsOf(refused),
    ...(refused.problems.length === 0
      ? {}
      : {
          problems: refused.problems.slice(0, 1_000).map((problem) => {
            const message = refusalMessage(texts, problem, context.lang);
            return {
              code: problem.code,
              row: problem.row,
              field: problem.field,
              text: message.text,
              remedy: message.remedy,
            };
          }),
        }),
  };
}

/** Sentences name days; a program reads the instants, each under its own name (`annulledAt`). */
function instantsOf({ details }: Refusal) {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name.endsWith('At')));
}
