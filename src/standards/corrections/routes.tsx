import { Hono } from 'hono';
import { stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { httpStatus } from '../../foundation/http/problem.ts';
import { rateLimit } from '../../foundation/http/rate-limit.ts';
import { setRetryAfter } from '../../foundation/http/retry-after.ts';
import { sentForm } from '../../foundation/http/sent-form.ts';
import { Refusal, refusal, refusalMessage } from '../../foundation/refusal.ts';
import { emailAddress, noticeRefusals, takeAllowance } from '../../notices/index.ts';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import type { Language } from '../../portal/languages.ts';
import { pageText } from '../../portal/layout.tsx';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { CorrectionFormPage } from '../pages/correction-form-page.tsx';
import { CorrectionStatePage } from '../pages/correction-state-page.tsx';
import type { CorrectionFormView } from '../pages/service-view.ts';
import { standardsText } from '../pages/texts.ts';
import { briefsById } from '../queries/brief.ts';
import { findStandard } from '../queries/find.ts';
import { recordAt, type StandardRecord } from '../queries/record.ts';
import { type House, type Request, viewing } from '../routes/house.ts';
import { linkOf, standardPath, unregistered } from '../views/link.ts';
import { reportsPerSender } from './model.ts';
import { recordFields } from './record-fields.ts';
import { correctionRefusals } from './refusals.ts';
import { reportError } from './report-error.ts';
import { reportView } from './report-view.ts';
import { reportAt } from './reports.ts';

/** Report an error in a record, and see what became of a report. */
export function correctionRoutes(house: House): Hono<HttpEnvironment> {
  const { deps } = house;
  const app = new Hono<HttpEnvironment>();
  app.use('/corrections/*', async (c, next) => {
    await next();
    c.header('x-robots-tag', 'noindex');
  });
  app.get('/corrections/new', async (c) => {
    const record = await recordAsked(house, c);
    return answerPage(
      c,
      <CorrectionFormPage
        frame={frameFor(c, house)}
        form={formView(house, c, { record, entered: nothing, problems: [] })}
      />,
    );
  });
  app.post('/corrections/new', rateLimit(deps.settings.limits.toolsPerMinute, stopwatch()), (c) => reported(house, c));
  app.get('/corrections/:id', async (c) => {
    const id = c.req.param('id').slice(0, 100);
    // The short number can be guessed in time, and what a reader wrote is not for everyone.
    const report = isIdentifier(id) ? await reportAt(deps.database, id) : undefined;
    if (!report) throw refusal('standards.report-unknown', { number: id.slice(0, 40) });
    const context = viewing(house, c, { day: c.var.today });
    const brief = (await briefsById(deps.database, [report.standardId], { day: c.var.today })).get(report.standardId);
    // A record annulled since has no row any more; its address answers why.
    const standard = brief
      ? linkOf(brief, context)
      : { ...unregistered(report.standardNumber), href: standardPath(report.standardAddress) };
    return answerPage(
      c,
      <CorrectionStatePage
        frame={frameFor(c, house)}
        correction={reportView(report, { standard, dayOf: deps.clock.dayOf, context })}
      />,
    );
  });
  return app;
}

const isIdentifier = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

async function recordAsked(house: House, c: Request): Promise<StandardRecord> {
  const { database } = house.deps;
  const standard = (c.req.query('standard') ?? '').slice(0, 300);
  const found = await findStandard(database, standard, { day: c.var.today });
  const record =
    found.kind === 'address' || found.kind === 'number'
      ? await recordAt(database, found.address, { day: c.var.today })
      : undefined;
  if (!record) throw refusal('standards.not-in-register', { number: standard.slice(0, 80) });
  return record;
}

type Entered = CorrectionFormView['entered'];
const nothing: Entered = { field: '', shouldBe: '', evidence: '', email: '' };

interface FormGiven {
  readonly record: StandardRecord;
  readonly entered: Entered;
  readonly problems: readonly FieldProblem[];
}

function formView(house: House, c: Request, { record, entered, problems }: FormGiven): CorrectionFormView {
  const context = viewing(house, c, { day: c.var.today });
  return {
    standard: linkOf(record, context),
    action: `/corrections/new?standard=${encodeURIComponent(record.address)}`,
    fields: recordFields(record, context),
    entered,
    problems,
  };
}

async function reported(house: House, c: Request): Promise<Response> {
  const record = await recordAsked(house, c);
  const body = await sentForm(c);
  const given = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const entered: Entered = {
    field: given('field'),
    shouldBe: given('should-be'),
    evidence: given('evidence'),
    email: given('email'),
  };
  try {
    const id = await report(house, c, { record, entered });
    return c.redirect(`/corrections/${id}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return formAgain(house, c, { record, entered, refused: error });
  }
}

async function report(house: House, c: Request, { record, entered }: Omit<FormGiven, 'problems'>): Promise<string> {
  const { deps } = house;
  const email = entered.email.trim() === '' ? undefined : emailAddress(entered.email);
  if (entered.email.trim() !== '' && email === undefined)
    throw refusal('notices.email-not-understood', { value: entered.email.slice(0, 80) });
  const { isGranted, seconds } = await takeAllowance(deps, {
    kind: 'report of an error',
    of: c.var.sender,
    most: reportsPerSender,
  });
  if (!isGranted) throw refusal('standards.report-too-many', { most: reportsPerSender, seconds });
  const was =
    recordFields(record, viewing(house, c, { day: c.var.today })).find(({ value }) => value === entered.field)
      ?.current ?? '';
  const salt = (): string => deps.random.bytes(16).toString('hex');
  const plain = (text: string): string =>
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/[^\P{C}\n\r\t]/gu, '');
  const answer = await deps.executor.execute(
    reportError,
    {
      standard: record.address,
      field: entered.field,
      was,
      shouldBe: plain(entered.shouldBe),
      evidence: plain(entered.evidence),
      ...(email === undefined ? {} : { email }),
      salts: [salt(), salt(), salt()],
    },
    { actor: deps.publicDesk, key: `report ${deps.random.uuid()}` },
  );
  const [event] = answer.events;
  if (!event) throw new Error('A report of an error made no event.');
  return event.streamId;
}

const texts = { ...noticeRefusals, ...correctionRefusals };
const fieldOf: Readonly<Record<string, 'field' | 'should-be' | 'evidence' | 'email'>> = {
  'standards.report-field-unknown': 'field',
  'notices.email-not-understood': 'email',
  'standards.report-too-long': 'evidence',
};

interface Again extends Omit<FormGiven, 'problems'> {
  readonly refused: Refusal;
}

/** The form as it was sent, with what is wrong; whatever the form cannot explain goes on. */
async function formAgain(house: House, c: Request, { record, entered, refused }: Again): Promise<Response> {
  if (texts[refused.code] === undefined) throw refused;
  const { lang } = c.var;
  const message = refusalMessage(texts, refused, lang);
  const field = fieldOf[refused.code] ?? (entered.shouldBe.trim() === '' ? 'should-be' : 'evidence');
  const problems = [{ field, label: fieldLabel(lang, field), problem: message.text, why: message.remedy }];
  const short = {
    ...entered,
    shouldBe: entered.shouldBe.slice(0, 4_000),
    evidence: entered.evidence.slice(0, 10_000),
    email: entered.email.slice(0, 254),
  };
  const page = await (
    <CorrectionFormPage frame={frameFor(c, house)} form={formView(house, c, { record, entered: short, problems })} />
  );
  setRetryAfter(c, refused);
  return c.html(pageText(page), httpStatus(message.category));
}

function fieldLabel(lang: Language, field: 'field' | 'should-be' | 'evidence' | 'email'): string {
  const t = standardsText(lang);
  return {
    field: t('correction.field'),
    'should-be': t('correction.shouldBe'),
    evidence: t('correction.evidence'),
    email: t('correction.email'),
  }[field];
}
