import type { Frame } from '../../portal/frame.ts';
import { Pagination, type PaginationView } from '../../portal/pagination.tsx';
import { Section } from '../../portal/section.tsx';
import { ResultEntry } from './result-entry.tsx';
import type { ResultView } from './search-view.ts';
import { standardsText } from './texts.ts';

interface ResultsSectionProps {
  readonly frame: Frame;
  readonly results: readonly ResultView[];
  readonly pagination: PaginationView;
}

/** The standards that belong to what the page is about. */
export function ResultsSection({ frame, results, pagination }: ResultsSectionProps) {
  return (
    <Section id="standards" title={standardsText(frame.lang)('browse.standards')}>
      <div>
        <ol class="hits">
          {results.map((result) => (
            <ResultEntry frame={frame} result={result} level="h3" />
          ))}
        </ol>
        <Pagination lang={frame.lang} view={pagination} />
      </div>
    </Section>
  );
}
