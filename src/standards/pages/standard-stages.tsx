import { WrittenDay } from '../../portal/dates.tsx';
import type { Language } from '../../portal/languages.ts';
import { AsWritten, InLanguage } from '../../portal/rich-text.tsx';
import { Section } from '../../portal/section.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import type { StageSeenView } from './standard-view.ts';
import { standardsText } from './texts.ts';

const width = 960;
const row = 30;

/** The way of the document through its stages: by code, because few sources give the days. */
export function StandardStages({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { stages } = standard;
  if (stages.length === 0) return null;
  const own = standard.number;
  return (
    <Section id="stages" title={t('standard.stages')}>
      <div class="draw">
        <Track lang={lang} stages={stages} />
        <ol class="alt line">
          {stages.map(({ stage, number, seenOn, isPresent }) => (
            <li class={isPresent ? 'on' : undefined}>
              <span class="num">{codeOf({ stage })}</span> <InLanguage text={stage.name} around={lang} />
              <br />
              <span class="small soft">
                {number === own ? null : (
                  <>
                    <AsWritten text={number} around={lang} />{' '}
                  </>
                )}
                {seenOn === undefined
                  ? t('stages.noDay')
                  : t.rich('stages.seenOn', { day: <WrittenDay lang={lang} date={seenOn} /> })}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <p class="note">{t('stages.note')}</p>
    </Section>
  );
}

const codeOf = ({ stage }: Pick<StageSeenView, 'stage'>): string => `${stage.scheme} ${stage.code}`;

/** A row for each stage, from the first code down; the distance between rows means nothing. */
function Track({ lang, stages }: { readonly lang: Language; readonly stages: readonly StageSeenView[] }) {
  const t = standardsText(lang);
  const height = stages.length * row;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="stage-track">
      <title id="stage-track">{t('stages.title')}</title>
      <path class="l" stroke-width="2" d={`M8 ${row / 2}V${height - row / 2}`} />
      {stages.map((seen, index) => {
        const y = index * row + row / 2;
        return (
          <>
            <circle class={seen.isPresent ? 'ink' : 'leaff k'} cx="8" cy={y} r="5" stroke-width="2" />
            <text class={seen.isPresent ? 'b' : undefined} x="26" y={y + 5}>
              {codeOf(seen)}
            </text>
            <text class={seen.isPresent ? 'b' : undefined} x="100" y={y + 5} lang={seen.stage.name.lang}>
              {seen.stage.name.text}
            </text>
            <text class="s" x="590" y={y + 5}>
              {seen.number}
            </text>
            <text class="s" x={width - 4} y={y + 5} text-anchor="end">
              {seen.seenOn === undefined ? t('stages.noDay') : String(seen.seenOn)}
            </text>
          </>
        );
      })}
    </svg>
  );
}
