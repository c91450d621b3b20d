import { actingFor, type Permission } from '../../foundation/actor.ts';
import type { PrivateTextReading } from '../../foundation/private-text.ts';
import { Refusal } from '../../foundation/refusal.ts';
import { extractText } from '../compare/extract.ts';
import { approvalStandings, type BoundScan, currentVersion, type DocumentVersion } from '../model.ts';
import { roleText } from '../pages/texts.ts';
import type { ContentView, DocumentActs, DocumentView, FormState, VersionView } from '../pages/views.ts';
import { documentPermissions } from '../permissions.ts';
import { fileNamesOf } from '../queries.ts';
import { contentStore, wholeContent } from '../store/content-store.ts';
import type { Desk, ReadableDocument, Request } from './desk.ts';

const viewable = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** The document as its page shows it to this visitor. */
export async function documentView(
  desk: Desk,
  c: Request,
  { document, verdict }: ReadableDocument,
  sent?: FormState,
): Promise<DocumentView> {
  const { deps } = desk;
  const { state, streamId, homeId } = document;
  const { lang } = c.var;
  const dayOf = deps.clock.dayOf;
  const isFull = verdict.access === 'full';
  const names = await fileNamesOf(deps.database, document);
  const href = `/documents/${streamId}`;
  const roleOf = (role: string): string => roleText(deps.definitions, lang, role);
  const shown = contentShown({ href, names, dayOf, isFull, erased: state.erased, roleOf });
  const current = currentVersion(state);
  const kind = deps.definitions.codelist('document-kinds').at(c.var.today).get(state.kind)?.name;
  const versions = state.versions.map((version) => versionShown(version, { shown, href, isFull, current }));
  return {
    id: streamId,
    href,
    title: { text: state.title, lang: state.lang },
    kind: (lang === 'en' ? kind?.en : kind?.zh) ?? state.kind,
    lang: state.lang,
    enteredOn: dayOf(state.enteredAt),
    ...(state.withdrawn === undefined ? {} : { withdrawn: state.withdrawn }),
    facts: state.access,
    verdict,
    versions: versions.toReversed(),
    approvals: approvalStandings(state).map(({ by, approvedAt, since, ...approval }) => ({
      ...approval,
      role: roleOf(by.role),
      on: dayOf(approvedAt),
      ...(since === undefined ? {} : { since: since.includes('T') ? dayOf(since) : since }),
      ...(isFull && approval.because === 'changed'
        ? { changeHref: `${href}/compare/${approval.hash}/${approval.currentHash}` }
        : {}),
    })),
    scans: state.scans.map((scan) => ({
      ...shown(scan, scan.boundAt),
      signedNumber: state.versions.findLast(({ hash }) => hash === scan.signs)?.number ?? 0,
    })),
    acts: actsOf(c, homeId),
    ...(verdict.access === 'preview' ? { preview: await previewOf(desk, current) } : {}),
    formKey: deps.random.uuid(),
    ...(sent === undefined ? {} : { sent }),
  };
}

interface Showing {
  readonly href: string;
  readonly names: ReadonlyMap<string, PrivateTextReading>;
  readonly dayOf: (instant: string) => string;
  readonly isFull: boolean;
  readonly roleOf: (role: string) => string;
  readonly erased: readonly { readonly hash: string; readonly basis: string; readonly erasedAt: string }[];
}

type ShowContent = (content: DocumentVersion | BoundScan, at: string) => ContentView;

function contentShown({ href, names, dayOf, isFull, erased, roleOf }: Showing): ShowContent {
  return ({ hash, mediaType, size, fileName, by }, at) => {
    const name = names.get(fileName.textId);
    const gone = erased.find((one) => one.hash === hash);
    const place = `${href}/versions/${hash}`;
    return {
      hash,
      mediaType,
      size,
      name: name?.state === 'whole' ? name.text : undefined,
      enteredOn: dayOf(at),
      role: roleOf(by.role),
      ...(gone === undefined ? {} : { erased: { on: dayOf(gone.erasedAt), basis: gone.basis } }),
      ...(isFull && !gone ? { href: place, fileHref: `${place}/file` } : {}),
      ...(isFull && !gone && viewable.includes(mediaType) ? { viewHref: `${place}/view` } : {}),
    };
  };
}

interface VersionShowing {
  readonly shown: ShowContent;
  readonly href: string;
  readonly isFull: boolean;
  readonly current: DocumentVersion | undefined;
}

function versionShown(version: DocumentVersion, { shown, href, isFull, current }: VersionShowing): VersionView {
  const { origin, number, hash } = version;
  const isCurrent = number === current?.number;
  return {
    ...shown(version, version.enteredAt),
    number,
    isCurrent,
    origin: origin.how === 'rendered' ? { template: origin.template } : origin.how,
    ...(isFull && current && !isCurrent && hash !== current.hash
      ? { compare: { number: current.number, href: `${href}/compare/${hash}/${current.hash}` } }
      : {}),
  };
}

/** Whether the visitor's appointments give an action for a home. */
export function may(c: Request, permission: Permission, home: string): boolean {
  try {
    actingFor(c.var.visitor, permission, home);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function actsOf(c: Request, home: string): DocumentActs {
  return {
    addVersion: may(c, documentPermissions.addVersion, home),
    bindScan: may(c, documentPermissions.bindScan, home),
    approve: may(c, documentPermissions.approve, home),
    changeAccess: may(c, documentPermissions.changeAccess, home),
    withdraw: may(c, documentPermissions.withdraw, home),
  };
}

/** As much of the text as the table of access rules lets be previewed. */
export async function previewOf(
  { deps, table }: Desk,
  current: DocumentVersion | undefined,
): Promise<readonly string[]> {
  const bytes = current && (await wholeContent(contentStore(deps), current.hash));
  if (!current || !bytes) return [];
  const text = await extractText(bytes, current.mediaType, deps.settings.documents);
  if (!('clauses' in text)) return [];
  let room = table.preview.characters;
  return text.clauses.slice(0, table.preview.paragraphs).flatMap(({ label, text: words }) => {
    const line = (label === undefined ? words : `${label} ${words}`).slice(0, Math.max(0, room));
    room -= line.length;
    return line === '' ? [] : [line];
  });
}
