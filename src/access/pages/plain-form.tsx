import type { Child } from 'hono/jsx';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import { ErrorSummary } from '../../portal/error-summary.tsx';
import { Field, type FieldControl, FormToken } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { type Crumb, Layout } from '../../portal/layout.tsx';
import { PageHead } from '../../portal/section.tsx';

export interface PlainField {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly control: FieldControl;
}

export interface PlainFormProps {
  readonly frame: Frame;
  readonly action: string;
  readonly fields: readonly PlainField[];
  readonly submit: string;
  readonly problems?: readonly FieldProblem[];
  readonly hidden?: Readonly<Record<string, string>>;
  /** Beside another form of the page its button is not the first thing to press. */
  readonly isSecond?: true;
  /** Read out in the place of a button's own words where several on a page say the same. */
  readonly submitLabel?: string;
}

/** A form of fields one below the other and one button. */
export function PlainForm({
  frame,
  action,
  fields,
  submit,
  problems = [],
  hidden = {},
  isSecond,
  submitLabel,
}: PlainFormProps) {
  return (
    <form action={action} method="post" novalidate>
      <FormToken token={frame.visitor?.formToken} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field lang={frame.lang} problems={problems} {...field} />
      ))}
      <p>
        <button class={isSecond ? undefined : 'first'} type="submit" aria-label={submitLabel}>
          {submit}
        </button>
      </p>
    </form>
  );
}

interface FormPageProps extends PlainFormProps {
  readonly title: string;
  readonly lead?: Child;
  readonly crumbs?: readonly Crumb[];
  /** What stands below the form. */
  readonly below?: Child;
}

/** A page that is one form. */
export function FormPage({ title, lead, crumbs = [], below, ...form }: FormPageProps) {
  const { frame, problems = [] } = form;
  return (
    <Layout frame={frame} title={title} crumbs={[...crumbs, { label: title }]} isUnlisted>
      <PageHead>
        <h1>{title}</h1>
        {lead === undefined ? null : <p>{lead}</p>}
      </PageHead>
      <ErrorSummary lang={frame.lang} problems={problems} />
      <PlainForm {...form} />
      {below}
    </Layout>
  );
}

interface TellPageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly children?: Child;
}

/** A page that only tells. */
export function TellPage({ frame, title, crumbs = [], children }: TellPageProps) {
  return (
    <Layout frame={frame} title={title} crumbs={[...crumbs, { label: title }]} isUnlisted>
      <PageHead>
        <h1>{title}</h1>
      </PageHead>
      {children}
    </Layout>
  );
}
