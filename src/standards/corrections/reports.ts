import type { ReadHandle } from '../../foundation/database.ts';
import { type PrivateTextReading, type PrivateTextReference, readPrivateTexts } from '../../foundation/private-text.ts';
import { sql } from '../../foundation/sql.ts';

/** A reported error with what became of it; the reporter's address is not among it. */
export interface Report {
  readonly homeId: string;
  readonly id: string;
  readonly number: string;
  readonly standardId: string;
  readonly standardNumber: string;
  readonly standardAddress: string;
  readonly field: string;
  readonly was: string;
  readonly shouldBe: PrivateTextReading;
  readonly evidence: PrivateTextReading;
  /** Where each private text of the reader lies, as `guiju erase text` takes it; the address is not there without one. */
  readonly texts: { readonly shouldBe: string; readonly evidence: string; readonly email?: string };
  readonly state: 'open' | 'accepted' | 'refused';
  readonly reportedAt: string;
  readonly answerBy: string;
  readonly answeredAt: string | null;
  readonly reason: string | null;
  readonly corrected: boolean | null;
  readonly answer: AnswerAct | null;
}

/** Who answered, for the public: the organization and the basis, never the person. */
export interface AnswerAct {
  readonly organizationId: string;
  readonly organizationCode: string | null;
  readonly organizationNames: readonly { readonly lang: string; readonly text: string }[];
  readonly basis: string;
}

type ReportRow = Omit<Report, 'shouldBe' | 'evidence' | 'texts'> & {
  readonly shouldBe: PrivateTextReference;
  readonly evidence: PrivateTextReference;
  readonly email: PrivateTextReference | null;
};

const columns = sql`r.home_id as "homeId", r.request_id as id, r.number, r.standard_id as "standardId", r.standard_number as "standardNumber",
  r.standard_address as "standardAddress", r.field, r.was, r.should_be as "shouldBe", r.evidence, r.email, r.state, r.reported_at as "reportedAt",
  r.answer_by as "answerBy", r.answered_at as "answeredAt", r.reason, r.corrected,
  (select jsonb_build_object('organizationId', a.home_id, 'organizationCode', o.code, 'organizationNames', coalesce(o.names, '[]'::jsonb), 'basis', a.basis)
    from event e join act a on a.home_id = e.act_home_id and a.act_id = e.act_id
    left join organization o on o.home_id = a.home_id and o.organization_id = a.home_id and upper_inf(o.known)
    where e.home_id = r.home_id and e.stream_id = r.request_id and e.type = 'correction-answered' limit 1) as answer`;

/** A report by its number or its identifier. */
export async function reportAt(read: ReadHandle, named: string): Promise<Report | undefined> {
  const row = await read.first<ReportRow>(sql`select ${columns} from correction_request r
    where upper_inf(r.known) and (r.number = ${named.toUpperCase()} or r.request_id::text = ${named.toLowerCase()})`);
  return row === undefined ? undefined : withTexts(read, row);
}

/** Reports that wait for an answer, the oldest first; or all, the newest first. */
export async function reports(
  read: ReadHandle,
  wanted: { readonly open: boolean; readonly limit: number },
): Promise<readonly Report[]> {
  const rows = await read.all<ReportRow>(
    wanted.open
      ? sql`select ${columns} from correction_request r where upper_inf(r.known) and r.state = 'open' order by r.reported_at limit ${wanted.limit}`
      : sql`select ${columns} from correction_request r where upper_inf(r.known) order by r.reported_at desc limit ${wanted.limit}`,
  );
  const found: Report[] = [];
  for (const row of rows) found.push(await withTexts(read, row));
  return found;
}

async function withTexts(read: ReadHandle, { email, ...row }: ReportRow): Promise<Report> {
  const texts = await readPrivateTexts(read, row.homeId, [row.shouldBe, row.evidence]);
  const missing: PrivateTextReading = { state: 'missing' };
  const placeOf = ({ textId }: PrivateTextReference): string => `${row.homeId}/${textId}`;
  return {
    ...row,
    texts: {
      shouldBe: placeOf(row.shouldBe),
      evidence: placeOf(row.evidence),
      ...(email === null ? {} : { email: placeOf(email) }),
    },
    shouldBe: texts.get(row.shouldBe.textId) ?? missing,
    evidence: texts.get(row.evidence.textId) ?? missing,
  };
}

/** The reporter's address, for the answer alone; undefined when none was left or it is erased. */
export async function reporterAddress(read: ReadHandle, id: string): Promise<string | undefined> {
  const row = await read.first<{ readonly text: string | null }>(sql`select p.text from correction_request r
    join private_text p on p.home_id = r.home_id and p.text_id = (r.email->>'textId')::uuid where r.request_id = ${id} and upper_inf(r.known)`);
  return row?.text ?? undefined;
}
