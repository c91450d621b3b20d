import { WrittenDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Notice } from '../../portal/notice.tsx';
import { Section } from '../../portal/section.tsx';
import type { CaseView, OfferedStep } from '../case-view.ts';
import { casesText } from '../texts.ts';

interface NextProps {
  readonly frame: Frame;
  readonly view: CaseView;
}

/** What is awaited, and every step that can be taken: the visitor's own first, with what is still in the way. */
export function Next({ frame, view }: NextProps) {
  const { lang } = frame;
  const t = casesText(lang);
  return (
    <Section id="next" title={t('case.next')}>
      {view.waiting.length === 0 ? (
        <p>{t('case.nobody')}</p>
      ) : (
        view.waiting.map((waiting) => (
          <div>
            {waiting.window === undefined ? null : (
              <Notice kind="plain">
                <p>
                  {t.rich('case.window', {
                    title: waiting.window.title,
                    day: <WrittenDay lang={lang} date={waiting.window.closesOn} />,
                  })}
                </p>
              </Notice>
            )}
            <ul>
              {inOrder(waiting.steps).map((step) => (
                <Offered lang={lang} step={step} />
              ))}
            </ul>
          </div>
        ))
      )}
    </Section>
  );
}

/** What can be done by the visitor first, then what they must wait for, then what is for others. */
function inOrder(steps: readonly OfferedStep[]): readonly OfferedStep[] {
  const rank = ({ isYours, isReady }: OfferedStep): number => (isYours ? 0 : 2) + (isReady ? 0 : 1);
  return steps.toSorted((one, other) => rank(one) - rank(other));
}

function Offered({ lang, step }: { readonly lang: Frame['lang']; readonly step: OfferedStep }) {
  const t = casesText(lang);
  return (
    <li class="task">
      <div>
        <p>
          <b>{step.title}</b>
        </p>
        <p class="small soft">
          {t('case.notYours', { who: step.who })}
          {step.missing.map((sentence) => (
            <>
              <br />
              {sentence}
            </>
          ))}
        </p>
      </div>
      {step.isYours && step.isReady ? (
        <a class="btn first" href={step.href}>
          {t('case.take')}
        </a>
      ) : step.isYours ? (
        <span class="tag">{t('case.notYet')}</span>
      ) : null}
    </li>
  );
}
