import type { Child } from 'hono/jsx';
import { IsoDay } from '../../portal/dates.tsx';
import type { Language } from '../../portal/languages.ts';
import type { ValueView } from '../rule-view.ts';
import { rulebookText } from '../texts.ts';

/** The tag of a value that was not confirmed in the text of a law: it stands wherever the value is applied. */
export function UnconfirmedTag({ lang }: { readonly lang: Language }) {
  return <span class="tag">{rulebookText(lang)('unconfirmed')}</span>;
}

/** What a value says, with its tag and its note. */
export function ValueCell({ lang, value }: { readonly lang: Language; readonly value: ValueView | undefined }): Child {
  if (value === undefined) return <span class="soft">{rulebookText(lang)('noValue')}</span>;
  return (
    <>
      <p>
        {value.value} {value.isConfirmed ? null : <UnconfirmedTag lang={lang} />}
      </p>
      {value.note === undefined ? null : <p class="small soft">{value.note}</p>}
    </>
  );
}

/** A day of a value; open ends say so. */
export function DayCell({ date, open }: { readonly date: string | undefined; readonly open: string }): Child {
  return date === undefined ? <span class="soft">{open}</span> : <IsoDay date={date} />;
}
