import { ErrorSummary } from '../../portal/error-summary.tsx';
import { FormToken } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { inLanguage, UnconfirmedTag } from '../../rulebook/index.ts';
import { casesText } from '../texts.ts';
import { StepFields } from './step-fields.tsx';
import type { StepFormView } from './step-form-props.ts';

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
