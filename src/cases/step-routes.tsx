import { createHash } from 'node:crypto';
import type { CompiledProcedure, Finding, StepDefinition } from '@guiju/procedure-language';
import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { foundationRefusals } from '../foundation/http/refusals.ts';
import { sentForm } from '../foundation/http/sent-form.ts';
import { Refusal, type RefusalTexts, refusal, refusalMessage } from '../foundation/refusal.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { answerPage, frameFor } from '../portal/page.tsx';
import { inLanguage } from '../rulebook/index.ts';
import type { HeldCase } from './case-state.ts';
import { takesPart } from './case-view.ts';
import { listedIn } from './listed-documents.ts';
import type { StepFormView } from './pages/step-form-props.ts';
import { StepPage } from './pages/step-page.tsx';
import type { CasePlace } from './place.ts';
import { type CaseRequest, caseAsked } from './request.ts';
import { type EnteredStep, judged, notYetHeld, openAtDesk, type Taker, takersOf, takeStepAtDesk } from './step-desk.ts';
import { enteredOf, keptDocuments, kindsOf, partiesNamed, type Sent, type Typed, typedOf } from './step-form.ts';
import { stepFormView } from './step-form-view.ts';
import { stepRefused } from './step-refused.ts';
import { casesText } from './texts.ts';

/** A step that is being asked for: the case, or one that begins. */
interface Asked {
  readonly held: HeldCase;
  readonly procedure: CompiledProcedure;
  readonly step: StepDefinition;
  readonly isNew: boolean;
}

/** The forms of steps of cases that run. */
export function stepRoutes(place: CasePlace): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const asked = async (c: CaseRequest): Promise<Asked> => {
    const held = await caseAsked(place.deps, c.req.param('number') ?? '');
    if (!takesPart(held, c.var.visitor)) throw notYours(c);
    const procedure = place.house.library.of(held.state.procedure, held.state.version);
    return { held, procedure, step: stepNamed(procedure, c.req.param('step') ?? ''), isNew: false };
  };
  app.get('/cases/:number/steps/:step', async (c) =>
    shown(c, place, { ...(await asked(c)), typed: { on: place.deps.clock.today() }, problems: [] }),
  );
  app.post('/cases/:number/steps/:step', async (c) => taken(c, place, await asked(c)));
  return app;
}

/** The forms of first steps. */
export function beginRoutes(place: CasePlace): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const asked = (c: CaseRequest): Asked => {
    const id = c.req.param('procedure') ?? '';
    const today = place.deps.clock.today();
    const procedure = place.house.library.inForce(id, today);
    if (procedure === undefined) throw refusal('cases.no-such-procedure', { procedure: id.slice(0, 60) });
    const held = notYetHeld(procedure, {
      homeId: place.deps.installation.homeId,
      caseId: place.deps.random.uuid(),
      parties: {},
      on: today,
    });
    return { held, procedure, step: stepNamed(procedure, c.req.param('step') ?? ''), isNew: true };
  };
  app.get('/cases/new/:procedure/:step', (c) =>
    shown(c, place, { ...asked(c), typed: { on: place.deps.clock.today() }, problems: [] }),
  );
  app.post('/cases/new/:procedure/:step', (c) => taken(c, place, asked(c)));
  return app;
}

function notYours(c: CaseRequest): Refusal {
  return c.var.visitor === undefined
    ? refusal('access.not-signed-in', { action: 'cases.take-step' })
    : refusal('cases.not-found', {});
}

function stepNamed(procedure: CompiledProcedure, id: string): StepDefinition {
  const step = procedure.step(id);
  if (step === undefined || step.by.length === 0) throw refusal('cases.no-such-step', { step: id.slice(0, 60) });
  return step;
}

interface Shown extends Asked {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly status?: 422 | 200;
}

async function shown(c: CaseRequest, place: CasePlace, form: Shown): Promise<Response> {
  const view = await formView(c, place, form);
  const page = <StepPage frame={frameFor(c, place)} form={view} />;
  return form.problems.length === 0 ? answerPage(c, page) : c.html(pageText(await page), 422);
}

async function formView(c: CaseRequest, place: CasePlace, form: Shown): Promise<StepFormView> {
  const { deps, house } = place;
  const { lang, visitor, signedIn } = c.var;
  const entered = enteredOf(form.step, form.procedure, form.typed, deps.clock.today());
  const takers = takersOf(visitor, deps.publicDesk);
  const { taker, decision } = await judged(deps, house, { ...form, entered, takers });
  return stepFormView(place, {
    ...form,
    lang,
    action: c.req.path,
    formToken: signedIn?.formToken,
    entered,
    taker,
    trace: decision.trace,
  });
}

async function taken(c: CaseRequest, place: CasePlace, asked: Asked): Promise<Response> {
  const sent: Sent = await sentForm(c);
  const typed = typedOf(sent);
  try {
    return await takenFrom(c, place, { ...asked, sent, typed });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code.startsWith('access.') || error.code === 'cases.not-found')
      throw error;
    return shown(c, place, { ...asked, typed, problems: problemsOf(c, place, asked, error) });
  }
}

async function takenFrom(
  c: CaseRequest,
  place: CasePlace,
  asked: Asked & { readonly sent: Sent; readonly typed: Typed },
): Promise<Response> {
  const { deps, house } = place;
  const { procedure, step, typed, sent } = asked;
  const today = deps.clock.today();
  const { parties, problems } = await partiesNamed(deps, procedure, typed, { day: today });
  const [unclear] = problems;
  if (unclear !== undefined)
    throw refusal('cases.organization-unclear', {
      party: unclear.party,
      name: unclear.name,
      found: unclear.found.join('；'),
    });
  const held = asked.isNew ? { ...asked.held, state: { ...asked.held.state, parties } } : asked.held;
  const bare = enteredOf(step, procedure, typed, today);
  const organization = typed['organization'];
  const transfer =
    organization === undefined || organization === ''
      ? undefined
      : (await partiesNamed(deps, procedure, { [`party-${step.transfers}`]: organization }, { day: today })).parties[
          step.transfers ?? ''
        ];
  const kinds = kindsOf(step, (rule) => listedIn(house, rule));
  const hashes = await hashesOf(sent, [...kinds, 'scan'], bare.on);
  const entered: EnteredStep = {
    ...bare,
    ...(transfer === undefined ? {} : { organization: transfer }),
    documents: hashes,
  };
  const takers = takersOf(c.var.visitor, deps.publicDesk);
  const { taker, decision } = await judged(deps, house, { held, step, entered: withoutScan(entered), takers });
  if (decision.isAllowed || onlyAllotted(decision.trace, procedure))
    return done(c, place, { ...asked, held, kinds, taker, entered, parties });
  throw stepRefused(decision.trace, procedure, house.titles);
}

/** What an act of the step allots, a number for instance, need not be typed. */
function onlyAllotted(trace: readonly Finding[], procedure: CompiledProcedure): boolean {
  return trace.every(
    ({ isMet, check, details }) =>
      isMet || (check === 'form-required' && allotted.has(procedure.fact(String(details['fact']))?.type ?? '')),
  );
}

const allotted: ReadonlySet<string> = new Set(['plan-number', 'number-of-standard']);

interface Doing extends Asked {
  readonly sent: Sent;
  readonly typed: Typed;
  readonly kinds: readonly string[];
  readonly taker: Taker;
  readonly entered: EnteredStep;
  readonly parties: Readonly<Record<string, string>>;
}

async function done(c: CaseRequest, place: CasePlace, doing: Doing): Promise<Response> {
  const { deps, house } = place;
  const { held, taker, kinds, sent, entered } = doing;
  const keeping = {
    held,
    sent,
    actor: taker.actor,
    on: entered.on,
    title: (kind: string) => house.titles.document(kind).zh,
  };
  const documents = await keptDocuments(deps, { ...keeping, kinds });
  const scan = (await keptDocuments(deps, { ...keeping, kinds: ['scan'] }))['scan'];
  const whole: EnteredStep = {
    ...entered,
    documents,
    ...(scan === undefined ? {} : { scan: { document: scan.document, hash: scan.hash } }),
  };
  const key = `form ${c.var.requestId}`;
  if (doing.isNew) {
    const { number } = await openAtDesk(deps, house, {
      procedure: doing.procedure.id,
      caseId: held.streamId,
      parties: doing.parties,
      entered: whole,
      taker,
      key,
    });
    return c.redirect(`/cases/${number}`, 303);
  }
  await takeStepAtDesk(deps, house, { held, entered: whole, takers: [taker], key });
  return c.redirect(`/cases/${held.number}`, 303);
}

function withoutScan(entered: EnteredStep): EnteredStep {
  const { scan: _scan, ...documents } = entered.documents ?? {};
  return { ...entered, documents };
}

/** The files of a form by what they hold, before anything is kept. */
async function hashesOf(sent: Sent, kinds: readonly string[], on: string) {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const file = sent[`document-${kind}`];
      if (!(file instanceof File) || file.size === 0) return [];
      const hash = createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('hex');
      return [[kind, { document: 'coming', hash, on }] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** What is wrong, each at its field; what concerns no field stands above all. */
function problemsOf(
  c: CaseRequest,
  place: CasePlace,
  { procedure, step }: Asked,
  refused: Refusal,
): readonly FieldProblem[] {
  const { lang } = c.var;
  const texts = textsOf(place);
  const problems = refused.problems.length > 0 ? refused.problems : [{ code: refused.code, details: refused.details }];
  return problems.map((problem) => {
    const { text, remedy } = refusalMessage(texts, problem, lang);
    const field = fieldOf('field' in problem ? problem.field : undefined, {
      procedure,
      step,
      details: problem.details,
    });
    return {
      field: field.id,
      label: field.label(lang),
      problem: text,
      ...(problem.details?.['basis'] === '—' ? {} : { why: remedy }),
    };
  });
}

/** The texts of every refusal that an act of a step may give. */
function textsOf({ deps }: CasePlace): RefusalTexts {
  return Object.assign({}, foundationRefusals, ...deps.parts.map((part) => part.refusals ?? {}));
}

function fieldOf(
  named: string | undefined,
  {
    procedure,
    step,
    details,
  }: Pick<Asked, 'procedure' | 'step'> & { readonly details: Refusal['details'] | undefined },
) {
  const fact = procedure.fact(named ?? '');
  if (fact !== undefined && step.form.some((field) => field.fact === named))
    return { id: `fact-${fact.id}`, label: (lang: 'zh-Hans' | 'en') => inLanguage(lang, fact.title) };
  const check = details?.['check'];
  if (named !== undefined && typeof check === 'string' && check.startsWith('document'))
    return { id: `document-${named}`, label: (lang: 'zh-Hans' | 'en') => casesText(lang)('step.documents') };
  const party = details?.['party'];
  if (typeof party === 'string')
    return { id: `party-${party}`, label: (lang: 'zh-Hans' | 'en') => casesText(lang)('begin.parties') };
  if (check === 'window-least' || check === 'window-closes')
    return { id: 'closes-on', label: (lang: 'zh-Hans' | 'en') => inLanguage(lang, step.title) };
  return { id: 'on', label: (lang: 'zh-Hans' | 'en') => inLanguage(lang, step.title) };
}
