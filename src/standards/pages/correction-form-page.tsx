import { ErrorSummary } from '../../portal/error-summary.tsx';
import { Field, FormToken } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { NumberLink } from '../../portal/result-row.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { CorrectionFormView } from './service-view.ts';
import { standardsText } from './texts.ts';

interface CorrectionFormPageProps {
  readonly frame: Frame;
  readonly form: CorrectionFormView;
}

/** Say what is wrong in a record, what would be right, and where that can be seen. */
export function CorrectionFormPage({ frame, form }: CorrectionFormPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { standard, problems } = form;
  return (
    <Layout
      frame={frame}
      title={t('correction.title', { number: standard.number })}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: standard.number, href: standard.href },
        { label: t('crumb.correction') },
      ]}
      isUnlisted
    >
      <PageHead>
        <h1>
          {t.rich('correction.heading', { number: <NumberLink number={standard.number} href={standard.href} /> })}
        </h1>
        <p>{t('correction.about')}</p>
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      <form action={form.action} method="post" novalidate>
        <FormToken token={form.formToken} />
        <Section id="what" title={t('correction.what')}>
          <ErrorFields frame={frame} form={form} />
        </Section>
        <Section id="who" title={t('correction.who')}>
          <div>
            <Field
              lang={lang}
              name="email"
              label={t('correction.email')}
              hint={t('correction.emailHint')}
              problems={problems}
              control={{ kind: 'email', value: form.entered.email }}
            />
            <p>
              <button class="first" type="submit">
                {t('correction.send')}
              </button>
            </p>
          </div>
        </Section>
      </form>
    </Layout>
  );
}

function ErrorFields({ frame, form }: CorrectionFormPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { entered, problems } = form;
  return (
    <div>
      <Field
        lang={lang}
        name="field"
        label={t('correction.field')}
        hint={t('correction.fieldHint')}
        problems={problems}
        control={{
          kind: 'choice',
          value: entered.field,
          options: form.fields.map(({ value, label, current }) => ({
            value,
            label: current === '' ? t('correction.optionEmpty', { label }) : t('correction.option', { label, current }),
          })),
        }}
      />
      <Field
        lang={lang}
        name="should-be"
        label={t('correction.shouldBe')}
        problems={problems}
        control={{ kind: 'text', value: entered.shouldBe }}
      />
      <Field
        lang={lang}
        name="evidence"
        label={t('correction.evidence')}
        hint={t('correction.evidenceHint')}
        problems={problems}
        control={{ kind: 'lines', value: entered.evidence, rows: 4 }}
      />
    </div>
  );
}
