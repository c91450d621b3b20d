import type { RecordedEvent } from '../foundation/events.ts';
import type { PrivateTextReference } from '../foundation/private-text.ts';
import type { TextFacts } from './text-access.ts';

/** What a document belongs to: a case, a paper template, a standard, as the part that owns it names it. */
export interface DocumentSubject {
  readonly kind: string;
  readonly key: string;
}

/** How a version came to be. */
export type VersionOrigin =
  | { readonly how: 'uploaded' | 'brought-in' }
  /** Written from an official template, by its own content hash. */
  | { readonly how: 'rendered'; readonly template: string; readonly templateHash: string };

export interface EnteredContent {
  /** SHA-256 of the content in hexadecimal. */
  readonly hash: string;
  readonly size: number;
  /** As decided by content. */
  readonly mediaType: string;
  /** Names of files are what persons typed; they lie in private texts. */
  readonly fileName: PrivateTextReference;
}

/** For whom somebody acted, and in which role; the person stands in the act. */
export interface ActingBody {
  readonly organization: string;
  readonly role: string;
}

export interface DocumentVersion extends EnteredContent {
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly by: ActingBody;
  readonly enteredAt: string;
  readonly actId: string;
}

export interface Approval {
  /** The content that was approved, and no other. */
  readonly hash: string;
  /** The article or rule under which. */
  readonly rule: string;
  readonly by: ActingBody;
  readonly approvedAt: string;
  readonly actId: string;
}

/** A sealed and signed paper that came back, as an image or PDF. */
export interface BoundScan extends EnteredContent {
  /** The version it bears signature and seal for. */
  readonly signs: string;
  readonly by: ActingBody;
  readonly boundAt: string;
}

export interface ErasedContent {
  readonly hash: string;
  readonly basis: string;
  readonly erasedAt: string;
}

/** Everything a document's stream says. */
export interface DocumentState {
  readonly subject: DocumentSubject;
  /** Code of `definitions/codelists/document-kinds.csv`. */
  readonly kind: string;
  readonly title: string;
  readonly lang: string;
  readonly access: TextFacts;
  readonly enteredAt: string;
  readonly versions: readonly DocumentVersion[];
  readonly approvals: readonly Approval[];
  readonly scans: readonly BoundScan[];
  readonly erased: readonly ErasedContent[];
  readonly withdrawn?: { readonly on: string; readonly reason: string };
}

export type Standing = 'holds' | 'void';

/** Whether an approval still stands for the text, and if not, which content took the place of the approved one. */
export interface ApprovalStanding extends Approval {
  readonly standing: Standing;
  readonly approvedNumber: number;
  readonly currentHash: string;
  readonly currentNumber: number;
  /** Why it is void: another text, a document withdrawn, a content erased. */
  readonly because?: 'changed' | 'withdrawn' | 'erased';
  /** When it became so. */
  readonly since?: string;
}

/** The version that counts: the one entered last. */
export function currentVersion(state: Pick<DocumentState, 'versions'>): DocumentVersion | undefined {
  return state.versions.at(-1);
}

/** An approval binds to the hash: it holds only as long as the current version is that very content. */
export function approvalStandings(state: DocumentState): readonly ApprovalStanding[] {
  const current = currentVersion(state);
  if (!current) return [];
  const numberOf = (hash: string): number => state.versions.findLast((one) => one.hash === hash)?.number ?? 0;
  return state.approvals.map((approval) => {
    const erased = state.erased.find(({ hash }) => hash === approval.hash);
    const place = {
      approvedNumber: numberOf(approval.hash),
      currentHash: current.hash,
      currentNumber: current.number,
    };
    if (erased) return { ...approval, ...place, standing: 'void', because: 'erased', since: erased.erasedAt };
    if (approval.hash !== current.hash) {
      const next = state.versions.find(({ number }) => number > place.approvedNumber);
      return { ...approval, ...place, standing: 'void', because: 'changed', since: (next ?? current).enteredAt };
    }
    if (state.withdrawn)
      return { ...approval, ...place, standing: 'void', because: 'withdrawn', since: state.withdrawn.on };
    return { ...approval, ...place, standing: 'holds' };
  });
}

/** A pure fold of a document's effective events; undefined for a stream that opens with something else. */
export function documentState(events: readonly RecordedEvent[]): DocumentState | undefined {
  return events.reduce<DocumentState | undefined>((state, event) => {
    if (event.type === 'document-entered') return entered(event);
    return state && (steps[event.type]?.(state, event) ?? state);
  }, undefined);
}

type Step = (state: DocumentState, event: RecordedEvent) => DocumentState;

const steps: Readonly<Record<string, Step>> = {
  'document-version-added': (state, event) => {
    const { content, origin, by } = dataOf<AddedData>(event);
    const number = state.versions.length + 1;
    const version = { ...content, number, origin, by, enteredAt: event.recordedAt, actId: event.actId };
    return { ...state, versions: [...state.versions, version] };
  },
  'document-access-changed': (state, event) => ({ ...state, access: dataOf<AccessData>(event).access }),
  'document-version-approved': (state, event) => {
    const approval = { ...dataOf<ApprovedData>(event), approvedAt: event.recordedAt, actId: event.actId };
    return { ...state, approvals: [...state.approvals, approval] };
  },
  'document-scan-bound': (state, event) => {
    const { content, signs, by } = dataOf<ScanData>(event);
    return { ...state, scans: [...state.scans, { ...content, signs, by, boundAt: event.recordedAt }] };
  },
  'document-withdrawn': (state, event) => ({ ...state, withdrawn: dataOf<WithdrawnData>(event) }),
  'document-content-erased': (state, event) => ({
    ...state,
    erased: [...state.erased, { ...dataOf<ErasedData>(event), erasedAt: event.recordedAt }],
  }),
};

function entered(event: RecordedEvent): DocumentState {
  const { subject, kind, title, lang, access } = dataOf<EnteredData>(event);
  const nothingYet = { versions: [], approvals: [], scans: [], erased: [] };
  return { subject, kind, title, lang, access, enteredAt: event.recordedAt, ...nothingYet };
}

/** One cast at the typed edge: the schema of the event was checked when it was written. */
function dataOf<Data>(event: RecordedEvent): Data {
  return event.data as unknown as Data;
}

type EnteredData = Pick<DocumentState, 'subject' | 'kind' | 'title' | 'lang' | 'access'>;
interface AddedData {
  readonly content: EnteredContent;
  readonly origin: VersionOrigin;
  readonly by: ActingBody;
}
type AccessData = Pick<DocumentState, 'access'>;
type ApprovedData = Pick<Approval, 'hash' | 'rule' | 'by'>;
interface ScanData {
  readonly content: EnteredContent;
  readonly signs: string;
  readonly by: ActingBody;
}
interface WithdrawnData {
  readonly on: string;
  readonly reason: string;
}
type ErasedData = Pick<ErasedContent, 'hash' | 'basis'>;
