import { DataTable } from '../../portal/data-table.tsx';
import { IsoDay, WrittenDay } from '../../portal/dates.tsx';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import { Field } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { documentText } from './texts.ts';

export interface TemplateView {
  readonly name: string;
  readonly lang: Language;
  readonly href: string;
  /** The version in use; absent: the founding template. */
  readonly current?: { readonly number: number; readonly on: string };
}

const langText = (page: Language, lang: Language): string =>
  documentText(page)(lang === 'en' ? 'lang.en' : 'lang.zh-Hans');

/** All templates of official paper: which version of each is in use. */
export function TemplatesPage({
  frame,
  templates,
}: {
  readonly frame: Frame;
  readonly templates: readonly TemplateView[];
}) {
  const { lang } = frame;
  const t = documentText(lang);
  return (
    <Layout frame={frame} title={t('templates.title')} crumbs={[{ label: t('templates.title') }]} isUnlisted>
      <PageHead>
        <h1>{t('templates.title')}</h1>
        <p>{t('templates.about')}</p>
      </PageHead>
      <DataTable
        caption={t('templates.caption')}
        isCaptionHidden
        columns={[
          {
            head: t('templates.name'),
            isRowHead: true,
            cell: ({ name, href }: TemplateView) => <a href={href}>{name}</a>,
          },
          { head: t('templates.lang'), cell: (template) => langText(lang, template.lang) },
          {
            head: t('templates.state'),
            cell: ({ current }) =>
              current === undefined
                ? t('templates.founding')
                : t.rich('templates.version', { number: String(current.number), day: <IsoDay date={current.on} /> }),
          },
        ]}
        rows={templates}
      />
    </Layout>
  );
}

export interface TemplateFieldView {
  readonly name: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly within?: string;
  readonly sample: string;
}

export interface TemplateVersionView {
  readonly number: number;
  readonly on: string;
  readonly hash: string;
  readonly href: string;
  readonly role: string;
}

export interface OneTemplateView extends TemplateView {
  readonly fields: readonly TemplateFieldView[];
  readonly versions: readonly TemplateVersionView[];
  readonly formKey: string;
  readonly problems: readonly FieldProblem[];
  readonly makesPdf: boolean;
}

interface TemplatePageProps {
  readonly frame: Frame;
  readonly template: OneTemplateView;
}

/** One template: what is filled in, a sample, the way to another one and back, its history. */
export function TemplatePage({ frame, template }: TemplatePageProps) {
  const { lang } = frame;
  const t = documentText(lang);
  const { current, href, problems } = template;
  const title = t('template.title', { name: template.name, lang: langText(lang, template.lang) });
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[{ label: t('templates.title'), href: '/documents/templates' }, { label: title }]}
      isUnlisted
    >
      <PageHead>
        <h1>{title}</h1>
        <div class="says">
          <p>
            {current === undefined
              ? t.rich('template.says.founding')
              : t.rich('template.says.version', {
                  number: String(current.number),
                  day: <WrittenDay lang={lang} date={current.on} />,
                })}
          </p>
        </div>
        <ul class="row acts">
          <li>
            <a class="btn" href={`${href}/template.docx`}>
              {t('template.download')}
            </a>
          </li>
          <li>
            <a class="btn" href={`${href}/sample.docx`}>
              {t('template.preview')}
            </a>
          </li>
          {template.makesPdf ? (
            <li>
              <a class="btn" href={`${href}/sample.pdf`}>
                {t('template.previewPdf')}
              </a>
            </li>
          ) : null}
        </ul>
        {template.makesPdf ? null : <p class="note">{t('template.noPdf')}</p>}
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      <Section id="replace" title={t('template.replace')}>
        <form action={href} method="post" enctype="multipart/form-data" novalidate>
          <input type="hidden" name="key" value={template.formKey} />
          <p>{t('template.replaceAbout')}</p>
          <Field
            lang={lang}
            name="file"
            label={t('template.file')}
            problems={problems}
            control={{ kind: 'file', accept: '.docx' }}
          />
          <p>
            <button class="first" type="submit">
              {t('template.send')}
            </button>
          </p>
        </form>
      </Section>
      <Fields lang={lang} template={template} />
      <History lang={lang} template={template} />
    </Layout>
  );
}

interface PartProps {
  readonly lang: Language;
  readonly template: OneTemplateView;
}

function Fields({ lang, template }: PartProps) {
  const t = documentText(lang);
  return (
    <Section id="fields" title={t('template.fields')} isFull>
      <p>{t('template.fieldsAbout')}</p>
      <DataTable
        caption={t('template.fields')}
        isCaptionHidden
        columns={[
          {
            head: t('template.field'),
            isRowHead: true,
            cell: ({ name }: TemplateFieldView) => <code class="mono">{`{${name}}`}</code>,
          },
          {
            head: t('template.meaning'),
            cell: ({ label, isOptional }) => (isOptional ? t('template.optional', { label }) : label),
          },
          {
            head: t('template.within'),
            cell: ({ within }) =>
              within === undefined ? '' : <code class="mono">{`{#${within}} … {/${within}}`}</code>,
          },
          { head: t('template.sample'), cell: ({ sample }) => <span lang={template.lang}>{sample}</span> },
        ]}
        rows={template.fields}
      />
    </Section>
  );
}

function History({ lang, template }: PartProps) {
  const t = documentText(lang);
  if (template.versions.length === 0)
    return (
      <Section id="history" title={t('template.history')}>
        <p>{t('template.historyNone')}</p>
      </Section>
    );
  return (
    <Section id="history" title={t('template.history')} isFull>
      <DataTable
        caption={t('template.historyCaption')}
        isCaptionHidden
        columns={[
          {
            head: t('versions.number'),
            isRowHead: true,
            cell: ({ number, href }: TemplateVersionView) => (
              <a href={href}>{t('versions.numberN', { number: String(number) })}</a>
            ),
          },
          { head: t('versions.entered'), cell: ({ on }) => <IsoDay date={on} /> },
          { head: t('versions.by'), cell: ({ role }) => role },
          { head: t('document.hash'), cell: ({ hash }) => <code class="mono">{hash}</code> },
        ]}
        rows={template.versions}
      />
      <form action={`${template.href}/founding`} method="post">
        <input type="hidden" name="key" value={template.formKey} />
        <p>{t('template.backAbout')}</p>
        <p>
          <button type="submit">{t('template.back')}</button>
        </p>
      </form>
    </Section>
  );
}
