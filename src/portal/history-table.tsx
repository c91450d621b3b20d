import type { Child } from 'hono/jsx';
import type { CalendarDay } from './calendar.ts';
import { DataTable } from './data-table.tsx';
import { IsoDay } from './dates.tsx';
import type { Language, LanguageText } from './languages.ts';
import { InLanguage } from './rich-text.tsx';
import { portalText } from './texts.ts';

/** One act in the history of a record. */
export interface HistoryEntry {
  /** The day from which the register knew it. */
  readonly knownOn: CalendarDay;
  readonly act: LanguageText;
  /** Organization and role; a person only to whom the permissions allow. */
  readonly by: LanguageText;
  /** The rule or procedure. */
  readonly under: LanguageText;
  readonly underHref?: string | undefined;
  readonly changes: readonly FieldChange[];
  /** The act was itself corrected or annulled on this day. */
  readonly correctedOn?: CalendarDay | undefined;
}

export interface FieldChange {
  readonly field: LanguageText;
  readonly before?: LanguageText | undefined;
  readonly after?: LanguageText | undefined;
}

interface HistoryTableProps {
  readonly lang: Language;
  readonly entries: readonly HistoryEntry[];
  readonly wholeHref?: string | undefined;
}

/** Every act on a record: when it became known, what changed, by whom, under which rule. */
export function HistoryTable({ lang, entries, wholeHref }: HistoryTableProps) {
  const t = portalText(lang);
  if (entries.length === 0) return <p>{t('history.none')}</p>;
  return (
    <>
      <DataTable
        caption={t('history.caption')}
        isCaptionHidden
        rows={entries}
        columns={[
          { head: t('history.known'), isRowHead: true, cell: (entry) => <IsoDay date={entry.knownOn} /> },
          { head: t('history.act'), isSelfEvident: true, cell: (entry) => <ActCell lang={lang} entry={entry} /> },
          { head: t('history.by'), cell: (entry) => <InLanguage text={entry.by} around={lang} /> },
          { head: t('history.under'), cell: (entry) => <UnderCell lang={lang} entry={entry} /> },
        ]}
      />
      {wholeHref === undefined ? null : (
        <p class="small">
          <a href={wholeHref}>{t('history.whole')}</a>
        </p>
      )}
    </>
  );
}

interface CellProps {
  readonly lang: Language;
  readonly entry: HistoryEntry;
}

function ActCell({ lang, entry }: CellProps) {
  const t = portalText(lang);
  return (
    <>
      <InLanguage text={entry.act} around={lang} />
      {entry.correctedOn === undefined ? null : (
        <>
          {' '}
          <span class="tag">{t('history.corrected', { day: entry.correctedOn })}</span>
        </>
      )}
      {entry.changes.length === 0 ? null : (
        <details>
          <summary>{t('history.changes', { n: entry.changes.length })}</summary>
          <dl class="facts changes">
            {entry.changes.map((change) => (
              <Change lang={lang} change={change} />
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function Change({ lang, change }: { readonly lang: Language; readonly change: FieldChange }) {
  const t = portalText(lang);
  return (
    <div>
      <dt>
        <InLanguage text={change.field} around={lang} />
      </dt>
      <dd>
        {change.before === undefined ? null : (
          <p>
            <del>
              <span class="vh">{t('history.before')} </span>
              <InLanguage text={change.before} around={lang} />
            </del>
          </p>
        )}
        <p>
          {change.after === undefined ? (
            <span class="soft">{t('history.emptied')}</span>
          ) : (
            <ins>
              <span class="vh">{t('history.after')} </span>
              <InLanguage text={change.after} around={lang} />
            </ins>
          )}
        </p>
      </dd>
    </div>
  );
}

function UnderCell({ lang, entry }: CellProps): Child {
  const under = <InLanguage text={entry.under} around={lang} />;
  return entry.underHref === undefined ? under : <a href={entry.underHref}>{under}</a>;
}
