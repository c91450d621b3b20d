import type { Language } from './languages.ts';
import { portalText } from './texts.ts';

interface SearchBoxProps {
  readonly lang: Language;
  readonly action: string;
  readonly query?: string | undefined;
  /** Parameters that a new question keeps, such as the asked day. */
  readonly hidden?: readonly HiddenValue[] | undefined;
}

export interface HiddenValue {
  readonly name: string;
  readonly value: string;
}

/** The one box, for numbers in any spelling and for words. */
export function SearchBox({ lang, action, query = '', hidden = [] }: SearchBoxProps) {
  const t = portalText(lang);
  return (
    <search>
      <form class="search" action={action} method="get">
        <HiddenFields values={hidden} />
        <label class="vh" for="q">
          {t('search.label')}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={query}
          placeholder={t('search.placeholder')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxlength={500}
        />
        <button class="first" type="submit">
          {t('search.button')}
        </button>
      </form>
    </search>
  );
}

export function HiddenFields({ values }: { readonly values: readonly HiddenValue[] }) {
  return (
    <>
      {values.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
