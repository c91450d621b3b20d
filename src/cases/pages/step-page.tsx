import type {
  CompiledProcedure,
  FactDefinition,
  Finding,
  StepDefinition,
  WindowDefinition,
} from '@guiju/procedure-language';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import { Field, type FieldControl, FormToken } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { UnconfirmedTag } from '../../rulebook/index.ts';
import { countsOf, type Typed } from '../step-form.ts';
import { casesText, inLanguage } from '../texts.ts';

/** Everything the form of a step is drawn from. */
export interface StepFormView {
  readonly procedure: CompiledProcedure;
  readonly step: StepDefinition;
  readonly action: string;
  /** Present when the case exists: its number and title. */
  readonly of?: { readonly number: string; readonly title: string };
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly formToken: string | undefined;
  /** Facts of the form that are asked for now. */
  readonly asked: ReadonlySet<string>;
  readonly documents: readonly {
    readonly kind: string;
    readonly title: string;
    readonly isRequired: boolean;
    readonly since?: string;
  }[];
  /** First day on which the window may close. */
  readonly leastDay?: string;
  /** Each question of the verdict with its sentence. */
  readonly trace: readonly { readonly finding: Finding; readonly sentence: string }[];
  readonly basis: string;
  /** Whether the secretariat may enter it for somebody, or record what was done elsewhere. */
  readonly mayEnterFor: boolean;
  readonly mayRecordElsewhere: boolean;
  /** Of a case that begins: the places to fill. */
  readonly parties: readonly { readonly id: string; readonly title: string }[];
}

interface StepPageProps {
  readonly frame: Frame;
  readonly form: StepFormView;
}

/** One step: what it asks for, on which basis, and what is looked at. */
export function StepPage({ frame, form }: StepPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  const title = inLanguage(lang, form.step.title);
  const then = form.procedure.stage(form.step.to ?? '')?.title;
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[
        { label: t('crumb.work'), href: '/work' },
        ...(form.of === undefined
          ? [{ label: t('crumb.begin'), href: '/cases/new' }]
          : [{ label: form.of.number, href: `/cases/${form.of.number}` }]),
        { label: title },
      ]}
      isUnlisted
    >
      <PageHead>
        <h1>{title}</h1>
        <p>
          {form.of === undefined
            ? inLanguage(lang, form.procedure.title)
            : t('step.case', { number: form.of.number, title: form.of.title })}
        </p>
        <p class="note">
          {t('step.basis', { basis: form.basis })}
          {then === undefined ? null : (
            <>
              <br />
              {t('step.then', { stage: inLanguage(lang, then) })}
            </>
          )}
        </p>
      </PageHead>
      <ErrorSummary lang={lang} problems={form.problems} />
      <form action={form.action} method="post" enctype="multipart/form-data" novalidate>
        <FormToken token={form.formToken} />
        <StepFields frame={frame} form={form} />
        <p>
          <button class="first" type="submit">
            {t('step.send', { step: title })}
          </button>
        </p>
      </form>
      <Trace frame={frame} form={form} />
    </Layout>
  );
}

function StepFields({ frame, form }: StepPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  const { step, procedure } = form;
  const facts = step.form.flatMap((field) => {
    const fact = procedure.fact(field.fact);
    return fact === undefined ? [] : [{ fact, isRequired: field.isRequired && form.asked.has(field.fact) }];
  });
  const window = procedure.windowOf(step.concludes ?? step.answers ?? '');
  return (
    <>
      {form.parties.length === 0 ? null : <Parties frame={frame} form={form} />}
      <Section id="entered" title={t('step.entered')}>
        <div>
          {facts.map(({ fact, isRequired }) => (
            <FactField frame={frame} form={form} fact={fact} isRequired={isRequired} />
          ))}
          {window === undefined ? null : <Counts frame={frame} form={form} window={window} />}
          <Plain frame={frame} form={form} name="on" label={t('step.on')} hint={t('step.onHint')} isDay />
          {step.opens === undefined ? null : <ClosesOn frame={frame} form={form} opens={step.opens} />}
          {step.transfers === undefined ? null : (
            <Plain
              frame={frame}
              form={form}
              name="organization"
              label={t('step.organization', { party: partyTitle(form, lang, step.transfers) })}
              hint={t('begin.partyHint')}
            />
          )}
        </div>
      </Section>
      {form.documents.length === 0 ? null : <Documents frame={frame} form={form} />}
      {form.mayEnterFor ? (
        <Section id="for" title={t('step.for')} side={t('step.forHint')}>
          <Plain frame={frame} form={form} name="entered-for" label={t('step.for')} />
          <Field
            lang={lang}
            name="document-scan"
            label={t('step.scan')}
            problems={form.problems}
            control={{ kind: 'file', accept: scans }}
          />
        </Section>
      ) : null}
      {form.mayRecordElsewhere ? (
        <Section id="elsewhere" title={t('step.elsewhere')} side={t('step.elsewhereHint')}>
          <Plain frame={frame} form={form} name="channel" label={t('step.channel')} />
          <Plain
            frame={frame}
            form={form}
            name="elsewhere-on"
            label={t('step.elsewhereOn')}
            hint={t('step.dayHint')}
            isDay
          />
          <Plain frame={frame} form={form} name="elsewhere-number" label={t('step.elsewhereNumber')} />
        </Section>
      ) : null}
    </>
  );
}

const scans = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp';
const papers = '.pdf,.docx,.xlsx,.xml,.txt,.jpg,.jpeg,.png';

function partyTitle(form: StepFormView, lang: Frame['lang'], party: string): string {
  const title = form.procedure.party(party)?.title;
  return title === undefined ? party : inLanguage(lang, title);
}

function Parties({ frame, form }: StepPageProps) {
  const t = casesText(frame.lang);
  return (
    <Section id="parties" title={t('begin.parties')} side={t('begin.partyHint')}>
      <div>
        {form.parties.map(({ id, title }) => (
          <Plain frame={frame} form={form} name={`party-${id}`} label={title} />
        ))}
      </div>
    </Section>
  );
}

interface PlainProps extends StepPageProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isDay?: true;
}

function Plain({ frame, form, name, label, hint, isDay }: PlainProps) {
  const value = form.typed[name] ?? '';
  return (
    <Field
      lang={frame.lang}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      problems={form.problems}
      control={isDay ? { kind: 'day', value } : { kind: 'text', value }}
    />
  );
}

function ClosesOn({ frame, form, opens }: StepPageProps & { readonly opens: string }) {
  const { lang } = frame;
  const t = casesText(lang);
  const window = form.procedure.windowOf(opens)?.title;
  const hint = form.leastDay === undefined ? t('step.closesOnFree') : t('step.closesOnHint', { day: form.leastDay });
  return (
    <Plain
      frame={frame}
      form={form}
      name="closes-on"
      label={t('step.closesOn', { window: window === undefined ? opens : inLanguage(lang, window) })}
      hint={hint}
      isDay
    />
  );
}

interface FactFieldProps extends StepPageProps {
  readonly fact: FactDefinition;
  readonly isRequired: boolean;
}

function FactField({ frame, form, fact, isRequired }: FactFieldProps) {
  const { lang } = frame;
  const t = casesText(lang);
  const title = inLanguage(lang, fact.title);
  const name = `fact-${fact.id}`;
  const hint = hintOf(fact, lang);
  return (
    <Field
      lang={lang}
      name={name}
      label={isRequired ? title : t('step.optional', { title })}
      {...(hint === undefined ? {} : { hint })}
      problems={form.problems}
      control={controlOf(fact, lang, form.typed[name] ?? '')}
    />
  );
}

function hintOf({ type }: FactDefinition, lang: Frame['lang']): string | undefined {
  const t = casesText(lang);
  if (type === 'list') return t('step.list');
  if (type === 'number') return t('step.number');
  return type === 'day' ? t('step.dayHint') : undefined;
}

function controlOf(fact: FactDefinition, lang: Frame['lang'], value: string): FieldControl {
  const t = casesText(lang);
  const empty = { value: '', label: t('step.choose') };
  switch (fact.type) {
    case 'yesNo':
      return {
        kind: 'choice',
        value,
        options: [empty, { value: 'true', label: t('step.yes') }, { value: 'false', label: t('step.no') }],
      };
    case 'choice':
      return {
        kind: 'choice',
        value,
        options: [
          empty,
          ...(fact.choices ?? []).map((one) => ({ value: one.value, label: inLanguage(lang, one.title) })),
        ],
      };
    case 'day':
      return { kind: 'day', value };
    case 'list':
      return { kind: 'lines', value, rows: 3 };
    case 'text':
      return longTexts.test(fact.id) ? { kind: 'lines', value, rows: 4 } : { kind: 'text', value };
    default:
      return { kind: 'text', value };
  }
}

/** Facts that take more than a line. */
const longTexts = /reason|scope|answered|contents|facts|claim|note|opinion/;

const countKeys = {
  asked: 'step.asked.count',
  replied: 'step.replied',
  received: 'step.received',
  answered: 'step.answered',
  upheld: 'step.upheld',
  entitled: 'step.entitled',
  favour: 'step.favour',
  against: 'step.against',
  abstained: 'step.abstained',
} as const;

function Counts({ frame, form, window }: StepPageProps & { readonly window: WindowDefinition }) {
  const { lang } = frame;
  const t = casesText(lang);
  return (
    <fieldset>
      <legend>{t('step.result', { window: inLanguage(lang, window.title) })}</legend>
      {countsOf[window.kind].map((name) => (
        <Plain frame={frame} form={form} name={`result-${name}`} label={t(countKeys[name])} />
      ))}
    </fieldset>
  );
}

function Documents({ frame, form }: StepPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  return (
    <Section id="documents" title={t('step.documents')} side={t('step.documentHint')}>
      <div>
        {form.documents.map(({ kind, title, isRequired, since }) => (
          <Field
            lang={lang}
            name={`document-${kind}`}
            label={isRequired ? title : t('step.optional', { title })}
            {...(since === undefined ? {} : { hint: t('step.held', { day: since }) })}
            problems={form.problems}
            control={{ kind: 'file', accept: papers }}
          />
        ))}
      </div>
    </Section>
  );
}

/** What the verdict looks at: each question, whether it is met, and the value of the rule behind it. */
function Trace({ frame, form }: StepPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  if (form.trace.length === 0) return null;
  return (
    <Section id="trace" title={t('step.check')}>
      <ul class="checks">
        {form.trace.map(({ finding, sentence }) => (
          <li class={finding.isMet ? 'ok' : undefined}>
            <div>
              {sentence} <span class="soft">{t(finding.isMet ? 'step.checkMet' : 'step.checkOpen')}</span>{' '}
              {finding.rule !== undefined && !finding.rule.confirmed ? <UnconfirmedTag lang={lang} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
