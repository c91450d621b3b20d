import type { Child } from 'hono/jsx';
import { Field, type FieldControl } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Section } from '../../portal/section.tsx';
import { type DocumentKey, documentText } from './texts.ts';
import type { DocumentView, FormName } from './views.ts';

interface FormsProps {
  readonly frame: Frame;
  readonly document: DocumentView;
}

const takenFiles = '.pdf,.docx,.xlsx,.xml,.png,.jpg,.jpeg,.webp,.tif,.tiff,.txt';

/** What the visitor may do with the document, one form each; a form that was refused keeps what was typed. */
export function DocumentForms({ frame, document }: FormsProps) {
  if (document.withdrawn) return null;
  const { acts, versions } = document;
  const current = versions.find(({ isCurrent }) => isCurrent);
  return (
    <>
      {acts.addVersion ? <VersionForm frame={frame} document={document} /> : null}
      {acts.approve && current && !current.erased ? <ApproveForm frame={frame} document={document} /> : null}
      {acts.bindScan && versions.length > 0 ? <ScanForm frame={frame} document={document} /> : null}
      {acts.changeAccess ? <AccessForm frame={frame} document={document} /> : null}
      {acts.withdraw ? <WithdrawForm frame={frame} document={document} /> : null}
    </>
  );
}

interface FormProps extends FormsProps {
  readonly form: FormName;
  readonly title: string;
  readonly about?: Child;
  readonly send: string;
  readonly path: string;
  readonly hasFile?: true;
  readonly children?: Child;
}

function Form({ document, form, title, about, send, path, hasFile, children }: FormProps) {
  const isOpen = document.sent?.form === form;
  return (
    <Section id={`do-${form}`} title={title}>
      <details open={isOpen}>
        <summary>{send}</summary>
        <form
          action={`${document.href}/${path}`}
          method="post"
          enctype={hasFile ? 'multipart/form-data' : undefined}
          novalidate
        >
          <input type="hidden" name="key" value={document.formKey} />
          {about === undefined ? null : <p>{about}</p>}
          {children}
          <p>
            <button class="first" type="submit">
              {send}
            </button>
          </p>
        </form>
      </details>
    </Section>
  );
}

interface InputProps extends FormsProps {
  readonly form: FormName;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly control: (value: string) => FieldControl;
  readonly initial?: string;
}

function Input({ frame, document, form, name, label, hint, control, initial = '' }: InputProps) {
  const sent = document.sent?.form === form ? document.sent : undefined;
  return (
    <Field
      lang={frame.lang}
      name={`${form}-${name}`}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      problems={sent?.problems}
      control={control(sent?.entered[name] ?? initial)}
    />
  );
}

const text = (value: string): FieldControl => ({ kind: 'text', value });
const day = (value: string): FieldControl => ({ kind: 'day', value });

function VersionForm(props: FormsProps) {
  const t = documentText(props.frame.lang);
  const form = 'version';
  return (
    <Form
      {...props}
      form={form}
      title={t('form.version')}
      about={t('form.versionAbout')}
      send={t('form.versionSend')}
      path="versions"
      hasFile
    >
      <Input
        {...props}
        form={form}
        name="file"
        label={t('form.file')}
        hint={t('form.fileHint')}
        control={() => ({ kind: 'file', accept: takenFiles })}
      />
    </Form>
  );
}

function ApproveForm(props: FormsProps) {
  const t = documentText(props.frame.lang);
  const current = props.document.versions.find(({ isCurrent }) => isCurrent);
  const number = String(current?.number ?? '');
  const about = t.rich('form.approveAbout', { hash: <code class="mono">{current?.hash}</code> });
  return (
    <Form
      {...props}
      form="approve"
      title={t('form.approve', { number })}
      about={about}
      send={t('form.approveSend')}
      path="approvals"
    >
      <input type="hidden" name="hash" value={current?.hash} />
      <Input {...props} form="approve" name="rule" label={t('form.rule')} control={text} />
    </Form>
  );
}

function ScanForm(props: FormsProps) {
  const t = documentText(props.frame.lang);
  const options = props.document.versions.map(({ number, hash }) => ({
    value: hash,
    label: t('form.signsOption', { number: String(number), hash: `${hash.slice(0, 16)}…` }),
  }));
  return (
    <Form {...props} form="scan" title={t('form.scan')} send={t('form.scanSend')} path="scans" hasFile>
      <Input
        {...props}
        form="scan"
        name="file"
        label={t('form.scanFile')}
        control={() => ({ kind: 'file', accept: '.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff' })}
      />
      <Input
        {...props}
        form="scan"
        name="signs"
        label={t('form.signs')}
        control={(value) => ({ kind: 'choice', value, options })}
      />
    </Form>
  );
}

const choices = ['full', 'main-content', 'basic-data'] as const;
const licences = ['full', 'preview', 'metadata'] as const;

function AccessForm(props: FormsProps) {
  const t = documentText(props.frame.lang);
  const { facts } = props.document;
  const options = (none: DocumentKey, codes: readonly (readonly [string, DocumentKey])[]) => [
    { value: '', label: t(none) },
    ...codes.map(([value, key]) => ({ value, label: t(key) })),
  ];
  const choiceOptions = options(
    'form.choice.none',
    choices.map((code) => [code, `form.choice.${code}`] as const),
  );
  const licenceOptions = options(
    'form.licence.none',
    licences.map((code) => [code, `form.licence.${code}`] as const),
  );
  const input = { ...props, form: 'access' as const };
  return (
    <Form {...props} form="access" title={t('form.access')} send={t('form.accessSend')} path="access">
      <Input
        {...input}
        name="publishedOn"
        label={t('form.publishedOn')}
        hint={t('form.dayHint')}
        control={day}
        initial={facts.publishedOn ?? ''}
      />
      <Input
        {...input}
        name="opensOn"
        label={t('form.opensOn')}
        hint={t('form.dayHint')}
        control={day}
        initial={facts.opensOn ?? ''}
      />
      <Input
        {...input}
        name="choice"
        label={t('form.choice')}
        control={(value) => ({ kind: 'choice', value, options: choiceOptions })}
        initial={facts.choice ?? ''}
      />
      <Input
        {...input}
        name="licence"
        label={t('form.licence')}
        control={(value) => ({ kind: 'choice', value, options: licenceOptions })}
        initial={facts.licence ?? ''}
      />
      <Input {...input} name="reason" label={t('form.reason')} hint={t('form.reasonHint')} control={text} />
    </Form>
  );
}

function WithdrawForm(props: FormsProps) {
  const t = documentText(props.frame.lang);
  return (
    <Form
      {...props}
      form="withdraw"
      title={t('form.withdraw')}
      about={t('form.withdrawAbout')}
      send={t('form.withdrawSend')}
      path="withdraw"
    >
      <Input
        {...props}
        form="withdraw"
        name="reason"
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        control={text}
      />
    </Form>
  );
}
