import type { Frame } from '../../portal/frame.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import type { CommitteeLink } from './search-view.ts';
import { standardsText } from './texts.ts';

interface CommitteesFoundProps {
  readonly frame: Frame;
  readonly committees: readonly CommitteeLink[];
}

/** Technical committees that the query names, above the standards found. */
export function CommitteesFound({ frame: { lang }, committees }: CommitteesFoundProps) {
  if (committees.length === 0) return null;
  const t = standardsText(lang);
  return (
    <section aria-labelledby="committees">
      <h2 class="small" id="committees">
        {t('search.committees')}
      </h2>
      <ul class="stack">
        {committees.map(({ reference, name, href }) => (
          <li>
            <a href={href}>{reference}</a> {name === undefined ? null : <InLanguage text={name} around={lang} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
