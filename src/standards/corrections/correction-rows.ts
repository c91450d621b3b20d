import type { PrivateTextReference } from '../../foundation/private-text.ts';
import {
  changeFrom,
  folding,
  type Projection,
  projection,
  type RowContent,
  stateFrom,
} from '../../foundation/projection.ts';

interface CorrectionColumns extends RowContent {
  readonly state: string;
  readonly answered_at: string | null;
  readonly reason: string | null;
  readonly corrected: boolean | null;
}

/** What `correction-requested` holds; one cast at the typed edge, for its schema was checked when it was written. */
interface RequestedData {
  readonly number: string;
  readonly standard: { readonly homeId: string; readonly standardId: string };
  readonly standardNumber: string;
  readonly standardAddress: string;
  readonly field: string;
  readonly was: string;
  readonly shouldBe: PrivateTextReference;
  readonly evidence: PrivateTextReference;
  readonly email?: PrivateTextReference;
  readonly answerBy: string;
}

/** One row for each reported error. */
export const correctionRows: Projection = projection<CorrectionColumns>({
  kind: 'correction-request',
  table: 'correction_request',
  idColumn: 'request_id',
  columns: [
    'number',
    'standard_home_id',
    'standard_id',
    'standard_number',
    'standard_address',
    'field',
    'was',
    'should_be',
    'evidence',
    'email',
    'reported_at',
    'answer_by',
    'state',
    'answered_at',
    'reason',
    'corrected',
  ],
  rows: folding<CorrectionColumns>({
    'correction-requested': (rows, event) => {
      const data = event.data as unknown as RequestedData;
      return stateFrom(
        rows,
        {},
        {
          number: data.number,
          standard_home_id: data.standard.homeId,
          standard_id: data.standard.standardId,
          standard_number: data.standardNumber,
          standard_address: data.standardAddress,
          field: data.field,
          was: data.was,
          should_be: { json: data.shouldBe },
          evidence: { json: data.evidence },
          email: data.email === undefined ? null : { json: data.email },
          reported_at: event.recordedAt,
          answer_by: data.answerBy,
          state: 'open',
          answered_at: null,
          reason: null,
          corrected: null,
        },
      );
    },
    'correction-answered': (rows, { data, recordedAt }) =>
      changeFrom(
        rows,
        {},
        {
          state: data['accepted'] === true ? 'accepted' : 'refused',
          answered_at: recordedAt,
          reason: String(data['reason']),
          corrected: data['corrected'] === true,
        },
      ),
  }),
});
