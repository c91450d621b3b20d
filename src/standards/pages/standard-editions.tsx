import { sentenceGap } from '../../portal/listed.ts';
import { Section } from '../../portal/section.tsx';
import { Timeline } from '../../portal/timeline.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import { standardsText } from './texts.ts';

// More lanes than this cannot be read; the nearest to this edition stay.
const mostLanes = 14;

/** All editions on a time axis, with the window in which two of them could be used. */
export function StandardEditions({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { editions } = standard;
  if (editions.length === 0) return null;
  const gap = sentenceGap(lang);
  const shown = nearest(editions, mostLanes);
  return (
    <Section id="editions" title={t('standard.editions')}>
      <Timeline
        lang={lang}
        id="timeline"
        asked={frame.asOf}
        today={frame.today}
        lanes={shown.map(({ standard: edition, ...days }) => ({ ...days, label: edition.number, href: edition.href }))}
      />
      <p class="note">
        {t('editions.note')}
        {editions.some(({ isEndInferred }) => isEndInferred) ? [gap, t('editions.inferred')] : null}
        {shown.length < editions.length ? [gap, t('editions.left', { n: editions.length - shown.length })] : null}
        {standard.places.compare === undefined ? null : (
          <>
            {gap}
            <a class="noprint" href={standard.places.compare}>
              {t('editions.compare')}
            </a>
          </>
        )}
      </p>
    </Section>
  );
}

function nearest<Entry extends { readonly isThis: boolean }>(
  entries: readonly Entry[],
  count: number,
): readonly Entry[] {
  if (entries.length <= count) return entries;
  const own = entries.findIndex(({ isThis }) => isThis);
  const begin = Math.max(0, Math.min(own - count + 3, entries.length - count));
  return entries.slice(begin, begin + count);
}
