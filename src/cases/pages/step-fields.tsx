import type { FactDefinition, WindowDefinition } from '@guiju/procedure-language';
import { Field, type FieldControl } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Section } from '../../portal/section.tsx';
import { inLanguage } from '../../rulebook/index.ts';
import { countsOf } from '../step-form.ts';
import { casesText } from '../texts.ts';
import type { StepFormView } from './step-form-props.ts';

interface StepFieldsProps {
  readonly frame: Frame;
  readonly form: StepFormView;
}

/** Everything a step asks for: organizations, facts, counts, days, documents, for whom and where it was done. */
export function StepFields({ frame, form }: StepFieldsProps) {
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

function Parties({ frame, form }: StepFieldsProps) {
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

interface PlainProps extends StepFieldsProps {
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

function ClosesOn({ frame, form, opens }: StepFieldsProps & { readonly opens: string }) {
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

interface FactFieldProps extends StepFieldsProps {
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

function Counts({ frame, form, window }: StepFieldsProps & { readonly window: WindowDefinition }) {
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

function Documents({ frame, form }: StepFieldsProps) {
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
