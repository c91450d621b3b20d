import { ErrorSummary } from '../../portal/error-summary.tsx';
import { Field, FormToken } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead } from '../../portal/section.tsx';
import type { CheckListFormView } from './service-view.ts';
import { standardsText } from './texts.ts';

interface CheckListFormPageProps {
  readonly frame: Frame;
  readonly form: CheckListFormView;
}

/** Paste or upload a list of standard numbers, as they lie in a file, without an account. */
export function CheckListFormPage({ frame, form }: CheckListFormPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { problems } = form;
  return (
    <Layout
      frame={frame}
      title={problems.length > 0 ? t('checkList.titleProblems') : t('checkList.title')}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.checkList') }]}
    >
      <PageHead>
        <h1>{t('checkList.title')}</h1>
        <p>{t('checkList.about', { n: form.maximumRows })}</p>
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      <form action={form.action} method="post" enctype="multipart/form-data" novalidate>
        <FormToken token={form.formToken} />
        <div class="numbers">
          <Field
            lang={lang}
            name="numbers"
            label={t('checkList.numbers')}
            hint={t('checkList.numbersHint')}
            problems={problems}
            control={{ kind: 'lines', value: form.pasted, rows: 10 }}
          />
        </div>
        <p class="or">{t('checkList.or')}</p>
        <Field
          lang={lang}
          name="file"
          label={t('checkList.file')}
          hint={t('checkList.fileHint', { n: form.maximumMegabytes })}
          problems={problems}
          control={{ kind: 'file', accept: '.xlsx,.csv,.docx,.txt' }}
        />
        <Field
          lang={lang}
          name="as-of"
          label={t('checkList.asOf')}
          hint={t('checkList.asOfHint')}
          problems={problems}
          control={{ kind: 'day', value: form.asOf }}
        />
        <p>
          <button class="first" type="submit">
            {t('checkList.check')}
          </button>
        </p>
        <p class="note">{t('checkList.privacy')}</p>
      </form>
    </Layout>
  );
}
