import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';
import { SearchBox } from './search-box.tsx';
import { PageHead } from './section.tsx';
import { type PortalKey, portalText } from './texts.ts';

export type ErrorView =
  /** 404: no such address. */
  | { readonly kind: 'not-found'; readonly path: string; readonly searchAction: string }
  /** 405, 413, 414, 415, 400: the request itself cannot be read. */
  | { readonly kind: 'unreadable'; readonly reason: 'method' | 'too-large' | 'encoding' | 'malformed' }
  /** 429. */
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
  /** 500: a fault of ours, found in the log by its identifier. */
  | { readonly kind: 'fault'; readonly requestId: string }
  /** 503. */
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

interface ErrorPageProps {
  readonly frame: Frame;
  readonly error: ErrorView;
}

/** The page of an answer that is not a page of the register: what happened, why, what to do. */
export function ErrorPage({ frame, error }: ErrorPageProps) {
  const t = portalText(frame.lang);
  const words = wordsOf(error);
  const values = valuesOf(error);
  return (
    <Layout frame={frame} title={t(words.title, values)} isUnlisted>
      <PageHead>
        <h1>{t(words.title, values)}</h1>
        <div class="says">
          <p>{t(words.why, values)}</p>
          <p>{t(words.remedy, values)}</p>
        </div>
        {error.kind === 'not-found' ? (
          <div class="res">
            <SearchBox lang={frame.lang} action={error.searchAction} />
          </div>
        ) : null}
        <p class="row acts">
          <a class="btn" href={frame.places.home}>
            {t('error.home')}
          </a>
          {error.kind === 'too-many' ? (
            <a class="btn" href={frame.places.bulkData}>
              {t('layout.bulkData')}
            </a>
          ) : null}
        </p>
      </PageHead>
    </Layout>
  );
}

interface ErrorWords {
  readonly title: PortalKey;
  readonly why: PortalKey;
  readonly remedy: PortalKey;
}

function wordsOf(error: ErrorView): ErrorWords {
  switch (error.kind) {
    case 'not-found':
      return { title: 'error.notFound.title', why: 'error.notFound.why', remedy: 'error.notFound.remedy' };
    case 'unreadable':
      return unreadable[error.reason];
    case 'too-many':
      return { title: 'error.tooMany.title', why: 'error.tooMany.why', remedy: 'error.wait' };
    case 'fault':
      return { title: 'error.fault.title', why: 'error.fault.why', remedy: 'error.fault.remedy' };
    case 'unavailable':
      return { title: 'error.unavailable.title', why: 'error.unavailable.why', remedy: 'error.wait' };
  }
}

const unreadable: Readonly<Record<(ErrorView & { readonly kind: 'unreadable' })['reason'], ErrorWords>> = {
  method: { title: 'error.unreadable.title', why: 'error.method.why', remedy: 'error.method.remedy' },
  'too-large': { title: 'error.unreadable.title', why: 'error.tooLarge.why', remedy: 'error.tooLarge.remedy' },
  encoding: { title: 'error.unreadable.title', why: 'error.encoding.why', remedy: 'error.encoding.remedy' },
  malformed: { title: 'error.unreadable.title', why: 'error.malformed.why', remedy: 'error.malformed.remedy' },
};

function valuesOf(error: ErrorView): Readonly<Record<string, string | number>> {
  switch (error.kind) {
    case 'not-found':
      return { path: error.path };
    case 'too-many':
    case 'unavailable':
      return { n: error.retryAfterSeconds };
    case 'fault':
      return { id: error.requestId };
    case 'unreadable':
      return {};
  }
}
