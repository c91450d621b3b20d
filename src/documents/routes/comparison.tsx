import { refusal } from '../../foundation/refusal.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import type { Clause, ExtractedText } from '../compare/clause.ts';
import { compareTexts } from '../compare/compare.ts';
import { type ComparisonHead, comparisonDocx, comparisonText } from '../compare/comparison-file.ts';
import { extractText } from '../compare/extract.ts';
import type { HeldDocument } from '../facts.ts';
import { officeFiles } from '../intake/recognize.ts';
import { ComparisonPage, type ComparisonView } from '../pages/comparison-page.tsx';
import { documentText } from '../pages/texts.ts';
import { contentStore, wholeContent } from '../store/content-store.ts';
import { type Desk, fullyReadable, privately, type Request } from './desk.ts';

/** A thousand pages; beyond it nobody reads a comparison, and the server has others to serve. */
const mostClauses = 20_000;

/** The page of what changed between two versions. */
export async function showComparison(desk: Desk, c: Request): Promise<Response> {
  const view = await comparisonView(desk, c);
  return privately(await answerPage(c, <ComparisonPage frame={frameFor(c, desk)} view={view} />));
}

/** The same as a file: DOCX with tracked changes, or plain text. */
export async function sendComparison(desk: Desk, c: Request, form: 'docx' | 'txt'): Promise<Response> {
  const view = await comparisonView(desk, c);
  if (!('comparison' in view.result)) return c.redirect(view.href, 303);
  const { comparison } = view.result;
  const head = headOf(desk, c, view);
  const bytes =
    form === 'docx' ? comparisonDocx(head, comparison) : Buffer.from(comparisonText(head, comparison), 'utf8');
  return c.body(Buffer.from(bytes), 200, {
    'content-type': form === 'docx' ? officeFiles.docx.mediaType : 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="changes-${view.from}-${view.to}.${form}"`,
    'cache-control': 'private, no-store',
  });
}

async function comparisonView(desk: Desk, c: Request): Promise<ComparisonView> {
  const { document } = await fullyReadable(desk, c);
  const { state, streamId } = document;
  const versionNamed = (name: string) => {
    const hash = c.req.param(name) ?? '';
    const version = state.versions.findLast((one) => one.hash === hash);
    if (!version) throw refusal('documents.version-unknown', { hash: hash.slice(0, 64) });
    return version;
  };
  const [from, to] = [versionNamed('from'), versionNamed('to')];
  const documentHref = `/documents/${streamId}`;
  return {
    title: { text: state.title, lang: state.lang },
    documentHref,
    href: `${documentHref}/compare/${from.hash}/${to.hash}`,
    from: from.number,
    to: to.number,
    lang: state.lang,
    mostClauses,
    result: await resultOf(desk, document, [from.hash, to.hash]),
  };
}

async function resultOf(
  desk: Desk,
  document: HeldDocument,
  hashes: readonly [string, string],
): Promise<ComparisonView['result']> {
  const [before, after] = [await textOf(desk, document, hashes[0]), await textOf(desk, document, hashes[1])];
  if (!('clauses' in before)) return before;
  if (!('clauses' in after)) return after;
  if (tooLong(before.clauses) || tooLong(after.clauses)) return { reason: 'too-long' };
  return { comparison: compareTexts(before.clauses, after.clauses) };
}

const tooLong = (clauses: readonly Clause[]): boolean => clauses.length > mostClauses;

async function textOf({ deps }: Desk, { state }: HeldDocument, hash: string): Promise<ExtractedText> {
  if (state.erased.some((one) => one.hash === hash)) throw refusal('documents.content-was-erased', { hash });
  const version = state.versions.find((one) => one.hash === hash);
  const bytes = await wholeContent(contentStore(deps), hash);
  if (!version || !bytes) throw refusal('documents.content-missing', { hash });
  return extractText(bytes, version.mediaType, deps.settings.documents);
}

function headOf({ deps }: Desk, c: Request, view: ComparisonView): ComparisonHead {
  const t = documentText(c.var.lang);
  const counts = 'comparison' in view.result ? view.result.comparison.counts : undefined;
  return {
    title: view.title.text,
    lines: [
      t('compare.heading', { from: String(view.from), to: String(view.to) }),
      ...(counts ? [t('compare.counts', { ...counts })] : []),
    ],
    words: {
      same: t('compare.kind.same'),
      changed: t('compare.kind.changed'),
      added: t('compare.kind.added'),
      removed: t('compare.kind.removed'),
      moved: t('compare.kind.moved'),
      renumbered: t('compare.kind.renumbered'),
    },
    madeAt: `${deps.clock.now().slice(0, 19)}Z`,
    author: deps.settings.name[c.var.lang === 'en' ? 'en' : 'zh'],
  };
}
