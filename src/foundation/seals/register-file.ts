import { z } from 'zod';
import { hashLength } from './merkle-tree.ts';

/** How a register lies in a file: one line for each leaf that belongs to it, and one for each run of leaves that do not. */
export const registerHeading = 'guiju register';

/** What a register file says of itself, beside counts and hash. */
export const registerAbout = z.strictObject({
  origin: z.string(),
  homeId: z.string().nullable(),
  kind: z.string().nullable(),
  treeSize: z.number().int().nonnegative(),
  /** The signed checkpoint to whose root the lines lead. */
  checkpoint: z.string(),
});
export type RegisterAbout = Readonly<z.output<typeof registerAbout>>;

/** An event as it was sealed; `hash` begins its leaf hash, to name the line if it was changed: the proof is the root. */
export interface ContentLine {
  readonly leafIndex: number;
  readonly hash: string;
  /** The text that is hashed into the leaf. */
  readonly content: string;
}

export function contentLine({ leafIndex, hash, content }: ContentLine): string {
  return `{"leaf":${leafIndex},"hash":"${hash}","content":${content}}`;
}

/** The content is taken out as it stands, because its bytes are what was sealed. */
export function readContentLine(line: string): ContentLine | undefined {
  const [opening, leafIndex, hash] =
    /^\{"leaf":(0|[1-9]\d{0,15}),"hash":"([0-9a-f]{16})","content":(?=\{)/.exec(line) ?? [];
  if (opening === undefined || hash === undefined || !line.endsWith('}')) return undefined;
  return { leafIndex: Number(leafIndex), hash, content: line.slice(opening.length, -1) };
}

/** An event of the register that shows more than the public may see: it counts by its leaf hash alone. */
export interface WithheldLine {
  readonly leafIndex: number;
  readonly leafHash: Uint8Array;
}

export function withheldLine({ leafIndex, leafHash }: WithheldLine): string {
  return `{"leaf":${leafIndex},"withheld":"${Buffer.from(leafHash).toString('hex')}"}`;
}

export function readWithheldLine(line: string): WithheldLine | undefined {
  const [, leafIndex, hash] = /^\{"leaf":(0|[1-9]\d{0,15}),"withheld":"([0-9a-f]{64})"\}$/.exec(line) ?? [];
  return hash === undefined ? undefined : { leafIndex: Number(leafIndex), leafHash: Buffer.from(hash, 'hex') };
}

/** Leaves of other registers, up to a place: the hashes of the complete subtrees that cover them, the multiproof's part here. */
export interface GapLine {
  readonly until: number;
  readonly hashes: readonly Uint8Array[];
}

export function gapLine({ until, hashes }: GapLine): string {
  return `{"until":${until},"gap":"${Buffer.concat(hashes).toString('base64')}"}`;
}

export function readGapLine(line: string): GapLine | undefined {
  const [, until, code] = /^\{"until":(0|[1-9]\d{0,15}),"gap":"([A-Za-z0-9+/=]*)"\}$/.exec(line) ?? [];
  if (code === undefined) return undefined;
  const bytes = Buffer.from(code, 'base64');
  if (bytes.length % hashLength !== 0 || bytes.toString('base64') !== code) return undefined;
  const hashes = Array.from({ length: bytes.length / hashLength }, (_, at) =>
    bytes.subarray(at * hashLength, (at + 1) * hashLength),
  );
  return { until: Number(until), hashes };
}

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const day = z.string().nullable();
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** The content of a leaf, read back (README, "The leaf"). */
export const leafContent = z.strictObject({
  act: z.strictObject({
    homeId: id,
    actId: id,
    command: z.string(),
    forHomeId: id.nullable(),
    caseId: id.nullable(),
    appointmentId: id.nullable(),
    basis: z.string(),
    ruleVersion: z.string().nullable(),
    recordedAt: instant,
    person: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  event: z.strictObject({
    homeId: id,
    streamId: id,
    version: z.number().int().positive(),
    kind: z.string(),
    type: z.string(),
    schema: z.number().int(),
    data: z.record(z.string(), z.unknown()),
    validOn: day,
    corrects: z.number().int().nullable(),
    recordedAt: instant,
  }),
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
});
export type LeafContent = Readonly<z.output<typeof leafContent>>;
