import type { Frame } from '../../portal/frame.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import type { CommitteeLink } from './search-view.ts';
import { standardsText } from './texts.ts';

interface CommitteesFoundProps {
  readonly frame: Frame;
  readonly committees: readonly CommitteeLink[];
}

/** Technical committees that the query names, above the standards found; several are folded, so that these stay on the first screen. */
export function CommitteesFound({ frame: { lang }, committees }: CommitteesFoundProps) {
  if (committees.length === 0) return null;
  const t = standardsText(lang);
  const list = (
    <ul class="stack">
      {committees.map(({ reference, name, href }) => (
        <li>
          <a href={href}>{reference}</a> {name === undefined ? null : <InLanguage text={name} around={lang} />}
        </li>
      ))}
    </ul>
  );
  return (
    <section class="found" aria-label={t('search.committees')}>
      {committees.length === 1 ? (
        <>
          <h2 class="small">{t('search.committees')}</h2>
          {list}
        </>
      ) : (
        <details>
          <summary>{t('search.committeesNamed', { n: committees.length })}</summary>
          {list}
        </details>
      )}
    </section>
  );
}
