import { refusal } from '../../foundation/refusal.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { approvalStandings } from '../model.ts';
import { VersionPage } from '../pages/version-page.tsx';
import { type Desk, fullyReadable, privately, type Request, readableDocument } from './desk.ts';
import { documentView } from './view.ts';

/** The page of one version. */
export async function showVersion(desk: Desk, c: Request): Promise<Response> {
  const found = await fullyReadable(desk, c);
  const document = await documentView(desk, c, found);
  const hash = c.req.param('hash') ?? '';
  const version = document.versions.find((one) => one.hash === hash);
  if (!version) throw refusal('documents.version-unknown', { hash: hash.slice(0, 64) });
  const answer = await answerPage(c, <VersionPage frame={frameFor(c, desk)} document={document} version={version} />);
  return found.isPublic && !c.var.visitor ? answer : privately(answer);
}

/** The document for programs: the record with its rule, and its versions as far as the rule opens them. */
export async function documentJson(desk: Desk, c: Request): Promise<Response> {
  const { document, verdict, isPublic } = await readableDocument(desk, c);
  const { state, streamId } = document;
  const isFull = verdict.access === 'full';
  const contents = isFull
    ? {
        versions: state.versions.map(({ number, hash, size, mediaType, enteredAt, by }) => ({
          number,
          hash,
          size,
          mediaType,
          enteredAt,
          role: by.role,
          isErased: state.erased.some((one) => one.hash === hash),
          file: `/documents/${streamId}/versions/${hash}/file`,
        })),
        approvals: approvalStandings(state).map(({ by, actId: _act, ...approval }) => ({ ...approval, role: by.role })),
      }
    : {};
  c.header('cache-control', isPublic && !c.var.visitor ? 'no-cache' : 'private, no-store');
  return c.json({
    id: streamId,
    subject: state.subject,
    kind: state.kind,
    title: state.title,
    lang: state.lang,
    enteredAt: state.enteredAt,
    withdrawn: state.withdrawn ?? null,
    access: verdict,
    ...contents,
  });
}
