import type { Child } from 'hono/jsx';
import type { Frame } from '../../portal/frame.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { NumberLink } from '../../portal/result-row.tsx';
import { InLanguage, plainTitle } from '../../portal/rich-text.tsx';
import { BareStatus } from '../../portal/status-chip.tsx';
import { TierMark } from '../../portal/tier-mark.tsx';
import { CoverageSentence } from './coverage-sentence.tsx';
import { HolderName } from './holder-name.tsx';
import { separatedNumbers } from './no-result-page.tsx';
import type { CheckedRow, CheckedStandard } from './service-view.ts';
import { standardsText } from './texts.ts';

interface RowProps {
  readonly frame: Frame;
  readonly row: CheckedRow;
}

/** How one line of the list was understood: the standard, the readings, or why not. */
export function UnderstoodCell({ frame, row }: RowProps): Child {
  const { lang } = frame;
  const t = standardsText(lang);
  const { outcome } = row;
  switch (outcome.kind) {
    case 'found':
      return <Standard frame={frame} checked={outcome.found} />;
    case 'several':
      return (
        <>
          <p>{t('checked.several', { n: outcome.found.length })}</p>
          <ul class="stack">
            {outcome.found.map((checked) => (
              <li>
                <Standard frame={frame} checked={checked} />
              </li>
            ))}
          </ul>
        </>
      );
    case 'not-in-register':
      return (
        <>
          <p>{t.rich('checked.notInRegister', { number: <b class="num">{outcome.number}</b> })}</p>
          <div class="small soft">
            <CoverageSentence lang={lang} coverage={outcome.coverage} />
          </div>
        </>
      );
    case 'unknown-prefix':
      return outcome.nearest.length === 0 ? (
        <p>{t('noResult.unknownPrefix', { prefix: outcome.prefix })}</p>
      ) : (
        <p>
          {t.rich('noResult.unknownPrefixNearest', {
            prefix: outcome.prefix,
            nearest: separatedNumbers(lang, outcome.nearest),
          })}
        </p>
      );
    case 'malformed':
      return (
        <p>
          {/* Where not even a beginning was read, nothing looks like a number. */}
          {outcome.position === 1 ? null : t('noResult.malformed') + sentenceGap(lang)}
          <InLanguage text={outcome.why} around={lang} />
          {outcome.nearest.length === 0 ? null : (
            <>
              {sentenceGap(lang)}
              {t.rich('checked.nearest', { nearest: separatedNumbers(lang, outcome.nearest) })}
            </>
          )}
        </p>
      );
  }
}

function Standard({ frame, checked }: { readonly frame: Frame; readonly checked: CheckedStandard }) {
  const { lang } = frame;
  const { standard } = checked;
  return (
    <>
      <span class="marked">
        <TierMark lang={lang} of={standard.mark} />
        <b>
          <NumberLink number={standard.number} href={standard.href} />
        </b>
      </span>
      {standard.title === undefined ? null : (
        <p class="small">
          <InLanguage text={{ ...standard.title, text: plainTitle(standard.title) }} around={lang} />
        </p>
      )}
      {checked.holder === undefined ? null : (
        <p class="small">
          <HolderName lang={lang} holder={checked.holder} />
        </p>
      )}
    </>
  );
}

/** Standards a row stands for: one, several readings, or none. */
export function standardsOf({ outcome }: CheckedRow): readonly CheckedStandard[] {
  if (outcome.kind === 'found') return [outcome.found];
  return outcome.kind === 'several' ? outcome.found : [];
}

interface StatusCellProps extends RowProps {
  readonly day: 'statusToday' | 'statusOnDay';
}

export function StatusCell({ frame, row, day }: StatusCellProps): Child {
  const { lang } = frame;
  const found = standardsOf(row);
  if (found.length === 0) return <span class="soft">{standardsText(lang)('checked.noStatus')}</span>;
  return (
    <ul class="stack">
      {found.map((checked) => (
        <li>
          {found.length > 1 ? <p class="small num">{checked.standard.number}</p> : null}
          <BareStatus lang={lang} status={checked[day]} />
          {checked.doubtful.includes(day) ? <p class="small">{standardsText(lang)('checked.uncertain')}</p> : null}
        </li>
      ))}
    </ul>
  );
}
