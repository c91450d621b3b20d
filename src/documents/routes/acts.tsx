import { actingFor } from '../../foundation/actor.ts';
import { isDay } from '../../foundation/clock.ts';
import type { Command } from '../../foundation/command.ts';
import { httpStatus } from '../../foundation/http/problem.ts';
import { sentForm } from '../../foundation/http/sent-form.ts';
import { Refusal, refusal, refusalMessage } from '../../foundation/refusal.ts';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import { pageText } from '../../portal/layout.tsx';
import { frameFor } from '../../portal/page.tsx';
import { addVersion } from '../add-version.ts';
import { approveVersion } from '../approve-version.ts';
import { bindScan } from '../bind-scan.ts';
import { changeAccess } from '../change-access.ts';
import { takeContent } from '../intake/take-content.ts';
import { DocumentPage } from '../pages/document-page.tsx';
import { type DocumentKey, documentText } from '../pages/texts.ts';
import type { FormName } from '../pages/views.ts';
import { documentPermissions } from '../permissions.ts';
import { documentRefusals } from '../refusals.ts';
import { textFactsShape } from '../text-access.ts';
import { withdrawDocument } from '../withdraw-document.ts';
import { type Desk, fullyReadable, type ReadableDocument, type Request } from './desk.ts';
import { documentView } from './view.ts';

type Fields = Readonly<Record<string, string>>;

interface Sent {
  readonly fields: Fields;
  readonly file: File | undefined;
}

interface Act {
  readonly command: Command;
  readonly permission: (typeof documentPermissions)[keyof typeof documentPermissions];
  readonly fields: readonly string[];
  /** Input of the command; a field that is wrong is thrown by its name. */
  readonly input: (sent: Sent, found: ReadableDocument, desk: Desk) => Promise<Readonly<Record<string, unknown>>>;
}

/** A field that cannot be used, before any command is asked. */
class FieldWrong extends Error {
  readonly field: string;
  readonly key: DocumentKey;
  readonly value: string;
  constructor(field: string, key: DocumentKey, value = '') {
    super(key);
    [this.field, this.key, this.value] = [field, key, value];
  }
}

const required = (fields: Fields, name: string, key: DocumentKey): string => {
  const value = fields[name]?.trim() ?? '';
  if (value === '') throw new FieldWrong(name, key);
  return value;
};

const acts: Readonly<Record<FormName, Act>> = {
  version: {
    command: addVersion,
    permission: documentPermissions.addVersion,
    fields: [],
    input: async ({ file }, _, desk) => ({ content: await taken(desk, file) }),
  },
  scan: {
    command: bindScan,
    permission: documentPermissions.bindScan,
    fields: ['signs'],
    input: async ({ fields, file }, _, desk) => ({ signs: fields['signs'] ?? '', content: await taken(desk, file) }),
  },
  approve: {
    command: approveVersion,
    permission: documentPermissions.approve,
    fields: ['rule'],
    input: async ({ fields }) => ({ hash: fields['hash'] ?? '', rule: required(fields, 'rule', 'form.problem.rule') }),
  },
  access: {
    command: changeAccess,
    permission: documentPermissions.changeAccess,
    fields: ['publishedOn', 'opensOn', 'choice', 'licence', 'reason'],
    input: async ({ fields }, { document }) => ({
      access: textFactsShape.parse({ ...kept(document.state.access), ...stated(fields) }),
      reason: required(fields, 'reason', 'form.problem.reason'),
    }),
  },
  withdraw: {
    command: withdrawDocument,
    permission: documentPermissions.withdraw,
    fields: ['reason'],
    input: async ({ fields }) => ({ reason: required(fields, 'reason', 'form.problem.reason') }),
  },
};

/** Tier, nature, adoption and regime follow from the standard or case and are not typed here. */
function kept({ tier, nature, adopts, regime }: ReadableDocument['document']['state']['access']) {
  return Object.fromEntries(
    Object.entries({ tier, nature, adopts, regime }).filter(([, value]) => value !== undefined),
  );
}

function stated(fields: Fields): Readonly<Record<string, string>> {
  const given = ['publishedOn', 'opensOn', 'choice', 'licence'].flatMap(
    (name): readonly (readonly [string, string])[] => {
      const value = fields[name]?.trim() ?? '';
      if (value !== '' && name.endsWith('On') && !isDay(value))
        throw new FieldWrong(name, 'form.problem.day', value.slice(0, 40));
      return value === '' ? [] : [[name, value]];
    },
  );
  return Object.fromEntries(given);
}

async function taken(desk: Desk, file: File | undefined) {
  if (file === undefined || (file.size === 0 && file.name === '')) throw refusal('documents.file-absent');
  return takeContent(desk.deps, { name: file.name, bytes: await file.bytes() });
}

/** Carries out what a form of the document's page asks; a refusal shows the form again with what was typed. */
export async function actOn(desk: Desk, c: Request, form: FormName): Promise<Response> {
  const found = await fullyReadable(desk, c);
  const act = acts[form];
  const { streamId, homeId } = found.document;
  // Asked before the file is read: whoever may not, does not make work.
  const actor = actingFor(c.var.visitor, act.permission, homeId);
  const body = await sentForm(c);
  const file = Object.values(body).find((value) => value instanceof File);
  const fields = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.replace(`${form}-`, ''), plain(value)]] : [],
    ),
  );
  try {
    const input = await act.input({ fields, file }, found, desk);
    // A file sent twice is one content, which the commands enter once; the salt of its name is new each time.
    const sentKey = file === undefined ? (fields['key'] ?? '').slice(0, 60) : '';
    const key = `form ${form} ${sentKey || desk.deps.random.uuid()}`;
    await desk.deps.executor.execute(act.command, { document: streamId, ...input }, { actor, key });
    return c.redirect(`/documents/${streamId}`, 303);
  } catch (error) {
    const problem = problemOf(c, form, error);
    if (!problem) throw error;
    const sent = { form, entered: fields, problems: [problem.field] };
    const view = await documentView(desk, c, found, sent);
    const page = await (<DocumentPage frame={frameFor(c, desk)} document={view} />);
    return c.html(pageText(page), problem.status);
  }
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 2_000);
}

/** What is wrong, at the field it concerns; undefined for what the form cannot explain. */
function problemOf(
  c: Request,
  form: FormName,
  error: unknown,
): { readonly field: FieldProblem; readonly status: ReturnType<typeof httpStatus> } | undefined {
  const t = documentText(c.var.lang);
  if (error instanceof FieldWrong) {
    const problem = t(error.key, { value: error.value });
    return { field: { field: `${form}-${error.field}`, label: labelOf(c, error.field), problem }, status: 400 };
  }
  if (!(error instanceof Refusal) || documentRefusals[error.code] === undefined) return undefined;
  const { text, remedy, category } = refusalMessage(documentRefusals, error, c.var.lang);
  const name = form === 'version' || form === 'scan' ? 'file' : (acts[form].fields.at(-1) ?? 'reason');
  const field = { field: `${form}-${name}`, label: labelOf(c, name), problem: text, why: remedy };
  return { field, status: httpStatus(category) };
}

const labels: Readonly<Record<string, DocumentKey>> = {
  file: 'form.file',
  rule: 'form.rule',
  reason: 'form.reason',
  publishedOn: 'form.publishedOn',
  opensOn: 'form.opensOn',
};

function labelOf(c: Request, field: string): string {
  return documentText(c.var.lang)(labels[field] ?? 'form.reason');
}
