import { WrittenDay } from '../../portal/dates.tsx';
import type { Language } from '../../portal/languages.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import type { CoverageStatement } from './search-view.ts';
import { standardsText } from './texts.ts';

interface CoverageSentenceProps {
  readonly lang: Language;
  readonly coverage: CoverageStatement;
}

/** Whether this register would know: an absence here never means that a standard does not exist. */
export function CoverageSentence({ lang, coverage }: CoverageSentenceProps) {
  const t = standardsText(lang);
  const of = <InLanguage text={coverage.of} around={lang} />;
  return (
    <p>
      {t.rich(`wouldKnow.${coverage.completeness}`, { of, n: coverage.records })}
      {coverage.asOf === undefined ? null : (
        <>
          {sentenceGap(lang)}
          {t.rich('wouldKnow.asOf', { day: <WrittenDay lang={lang} date={coverage.asOf} /> })}
        </>
      )}
      {sentenceGap(lang)}
      <a href={coverage.href}>{t('wouldKnow.link')}</a>
    </p>
  );
}
