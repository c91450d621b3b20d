import type { Child } from 'hono/jsx';
import { type FieldProblem, problemOf } from './error-summary.tsx';
import type { Language } from './languages.ts';
import { portalText } from './texts.ts';

interface FieldProps {
  readonly lang: Language;
  /** `id` and `name` of the field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly problems?: readonly FieldProblem[] | undefined;
  readonly control: FieldControl;
}

export type FieldControl =
  | { readonly kind: 'text'; readonly value: string; readonly autocomplete?: string | undefined }
  | { readonly kind: 'email'; readonly value: string }
  /** Never sent back; `new` lets a password manager offer one. */
  | { readonly kind: 'password'; readonly use: 'new' | 'current' }
  /** Digits of a second factor. */
  | { readonly kind: 'code' }
  /** A day, typed as YYYY-MM-DD: native date fields show the order of the browser, not of the page. */
  | { readonly kind: 'day'; readonly value: string }
  | { readonly kind: 'lines'; readonly value: string; readonly rows: number }
  | { readonly kind: 'file'; readonly accept: string }
  | { readonly kind: 'choice'; readonly value: string; readonly options: readonly ChoiceOption[] };

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** One field of a form: label, hint, what is wrong, the input, and why. */
export function Field({ lang, name, label, hint, problems = [], control }: FieldProps) {
  const t = portalText(lang);
  const problem = problemOf(problems, name);
  const described = [
    hint === undefined ? undefined : `${name}-hint`,
    problem ? `${name}-error` : undefined,
    problem?.why === undefined ? undefined : `${name}-why`,
  ].filter((id) => id !== undefined);
  const common: CommonAttributes = {
    id: name,
    name,
    'aria-invalid': problem ? 'true' : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  };
  return (
    <div class={problem ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem ? (
        <p class="err" id={`${name}-error`}>
          <b>{t('errors.mark')}</b>
          {problem.problem}
        </p>
      ) : null}
      <Control control={control} common={common} />
      {problem?.why === undefined ? null : (
        <p class="why" id={`${name}-why`}>
          {problem.why}
        </p>
      )}
    </div>
  );
}

interface CommonAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
}

function Control({ control, common }: { readonly control: FieldControl; readonly common: CommonAttributes }) {
  switch (control.kind) {
    case 'text':
      return <input {...common} type="text" value={control.value} autocomplete={control.autocomplete} />;
    case 'email':
      return <input {...common} type="email" value={control.value} autocomplete="email" />;
    case 'password':
      return <input {...common} type="password" autocomplete={`${control.use}-password`} />;
    case 'code':
      return <input {...common} class="day" type="text" inputmode="numeric" autocomplete="one-time-code" />;
    case 'day':
      return (
        <input
          {...common}
          class="day"
          type="text"
          value={control.value}
          inputmode="numeric"
          pattern="\d{4}-\d{2}-\d{2}"
        />
      );
    case 'lines':
      return (
        <textarea {...common} rows={control.rows} spellcheck={false}>
          {control.value}
        </textarea>
      );
    case 'file':
      return <input {...common} type="file" accept={control.accept} />;
    case 'choice':
      return (
        <select {...common}>
          {control.options.map((option) => (
            <option value={option.value} selected={option.value === control.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
  }
}

/** The form token for browsers that say nothing about where a form came from. */
export function FormToken({ token }: { readonly token: string | undefined }) {
  return token === undefined ? null : <input type="hidden" name="form-token" value={token} />;
}
