import type { RecordedEvent } from '../foundation/events.ts';
import { type Projection, projection, type RowContent, type TruthRow } from '../foundation/projection.ts';
import { currentVersion, type DocumentState, documentState } from './model.ts';

const always = {} as const;
const rowsOf =
  <Content extends RowContent>(contents: (state: DocumentState) => readonly Content[]) =>
  (events: readonly RecordedEvent[]): readonly TruthRow<Content>[] => {
    const state = documentState(events);
    return state ? contents(state).map((content) => ({ valid: always, content })) : [];
  };

/** One row for each document: what it is, to what it belongs, and which version counts. */
const documentRows = projection({
  kind: 'document',
  table: 'document',
  idColumn: 'document_id',
  columns: [
    'subject_kind',
    'subject_key',
    'kind',
    'title',
    'lang',
    'access',
    'entered_at',
    'current_number',
    'current_hash',
    'withdrawn_on',
    'withdrawn_reason',
  ],
  rows: rowsOf((state) => {
    const current = currentVersion(state);
    return [
      {
        subject_kind: state.subject.kind,
        subject_key: state.subject.key,
        kind: state.kind,
        title: state.title,
        lang: state.lang,
        access: { json: { ...state.access } },
        entered_at: state.enteredAt,
        current_number: current?.number ?? null,
        current_hash: current?.hash ?? null,
        withdrawn_on: state.withdrawn?.on ?? null,
        withdrawn_reason: state.withdrawn?.reason ?? null,
      },
    ];
  }),
});

const erasedIn = (state: DocumentState, hash: string) => {
  const erased = state.erased.find((one) => one.hash === hash);
  return { erased_at: erased?.erasedAt ?? null, erased_basis: erased?.basis ?? null };
};

/** One row for each version and each bound scan: every content that the document ever named. */
const contentRows = projection({
  kind: 'document',
  table: 'document_content',
  idColumn: 'document_id',
  columns: [
    'place',
    'number',
    'signs',
    'hash',
    'size',
    'media_type',
    'file_name',
    'origin',
    'by_organization',
    'by_role',
    'entered_at',
    'act_id',
    'erased_at',
    'erased_basis',
  ],
  rows: rowsOf((state) => [
    ...state.versions.map((version) => ({
      place: version.number,
      number: version.number,
      signs: null,
      hash: version.hash,
      size: version.size,
      media_type: version.mediaType,
      file_name: { json: { ...version.fileName } },
      origin: { json: { ...version.origin } },
      by_organization: version.by.organization,
      by_role: version.by.role,
      entered_at: version.enteredAt,
      act_id: version.actId,
      ...erasedIn(state, version.hash),
    })),
    ...state.scans.map((scan, index) => ({
      place: -1 - index,
      number: null,
      signs: scan.signs,
      hash: scan.hash,
      size: scan.size,
      media_type: scan.mediaType,
      file_name: { json: { ...scan.fileName } },
      origin: null,
      by_organization: scan.by.organization,
      by_role: scan.by.role,
      entered_at: scan.boundAt,
      act_id: null,
      ...erasedIn(state, scan.hash),
    })),
  ]),
});

/** Approvals have no table: whether one holds follows from the whole stream, which is short. */
export const documentProjections: readonly Projection[] = [documentRows, contentRows];
