import type { ErrorContext, ErrorPages } from '../foundation/http/application.ts';
import { httpStatus } from '../foundation/http/problem.ts';
import { withoutSecrets } from '../foundation/http/without-secrets.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { type Refusal, refusalMessage } from '../foundation/refusal.ts';
import { ErrorPage, type ErrorView } from './error-page.tsx';
import { frameOf } from './page.tsx';
import { ProblemPage, type ProblemView } from './problem-page.tsx';
import { RefusalPage } from './refusal-page.tsx';
import { portalText } from './texts.ts';

/** The pages of refusals and faults, in the frame of every page. */
export function errorPages(deps: Deps, navigation: readonly NavigationEntry[]): ErrorPages {
  const frame = (context: ErrorContext) => frameOf(deps, navigation, context);
  return {
    refused: async (refused, context) => {
      const plain = plainError(refused, context);
      if (plain) return document(<ErrorPage frame={frame(context)} error={plain} />);
      const message = refusalMessage(context.texts, refused, context.lang);
      const inLanguage = (text: string) => ({ text, lang: context.lang });
      return document(
        <RefusalPage
          frame={frame(context)}
          refusal={{
            asked: inLanguage(withoutSecrets(context.path)),
            verdict: inLanguage(message.text),
            decidedOn: context.today,
            facts: [],
            remedies: [
              { label: inLanguage(message.remedy) },
              { label: inLanguage(portalText(context.lang)('error.home')), href: '/' },
            ],
          }}
        />,
      );
    },
    explained: async (code, context) => {
      const problem = problemMeant(code, context);
      return problem && document(<ProblemPage frame={frame(context)} problem={problem} />);
    },
    signIn: ({ path, query }) => {
      const place = navigation.find(({ isForStrangers }) => isForStrangers)?.path;
      const asked = query.size === 0 ? path : `${path}?${query}`;
      return place === undefined ? undefined : `${place}?${new URLSearchParams({ to: asked })}`;
    },
    failed: async (context) =>
      document(<ErrorPage frame={frame(context)} error={{ kind: 'fault', requestId: context.requestId }} />),
  };
}

function problemMeant(code: string, { texts, lang }: ErrorContext): ProblemView | undefined {
  const t = portalText(lang);
  if (code === 'fault') return { code, status: 500, text: t('error.fault.title'), remedy: t('error.fault.remedy') };
  if (!Object.hasOwn(texts, code)) return undefined;
  const { category, text, remedy } = refusalMessage(texts, { code }, lang);
  return { code, status: httpStatus(category), text, remedy };
}

/** Requests that reached no page of the register have a plain page of their own. */
function plainError(refused: Refusal, context: ErrorContext): ErrorView | undefined {
  const status = httpStatus(refusalMessage(context.texts, refused, context.lang).category);
  if (refused.code === 'http.not-found') return { kind: 'not-found', path: context.path, searchAction: '/standards' };
  if (status === 413) return { kind: 'unreadable', reason: 'too-large' };
  if (refused.code === 'http.address-not-sound') return { kind: 'unreadable', reason: 'encoding' };
  if (status === 429) return { kind: 'too-many', retryAfterSeconds: Number(refused.details['seconds'] ?? 60) };
  if (status === 503) return { kind: 'unavailable', retryAfterSeconds: Number(refused.details['seconds'] ?? 60) };
  return undefined;
}

async function document(page: { readonly toString: () => string | Promise<string> }): Promise<string> {
  return `<!DOCTYPE html>${await page.toString()}`;
}
