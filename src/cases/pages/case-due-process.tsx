import type { DueCheck } from '@guiju/procedure-language';
import type { Frame } from '../../portal/frame.ts';
import { Section } from '../../portal/section.tsx';
import { inLanguage } from '../../rulebook/index.ts';
import type { CaseView } from '../case-view.ts';
import { casesText } from '../texts.ts';

interface DueProcessProps {
  readonly frame: Frame;
  readonly view: CaseView;
}

/** The due-process meter: each check that the procedure demands, with its evidence. */
export function DueProcess({ frame: { lang }, view }: DueProcessProps) {
  const t = casesText(lang);
  const asked = view.checks.filter(({ verdict }) => verdict !== 'passedOver');
  const met = asked.filter(({ verdict }) => verdict === 'met').length;
  const says = t('case.dueSays', { n: met, all: String(asked.length) });
  if (asked.length === 0) return null;
  return (
    <Section id="due" title={t('case.due')}>
      <div>
        <p>
          <b>{says}</b>
        </p>
        <div class="meter" role="img" aria-label={says}>
          {asked.map(({ verdict }) => (
            <span class={verdict === 'met' ? 'ok' : verdict === 'failed' ? 'no' : undefined}></span>
          ))}
        </div>
        <ul class="checks">
          {asked.map((check) => (
            <li class={check.verdict === 'met' ? 'ok' : check.verdict === 'failed' ? 'no' : undefined}>
              <div>
                {check.kind === 'separation'
                  ? t('case.separation', { step: inLanguage(lang, check.title) })
                  : inLanguage(lang, check.title)}{' '}
                <span class="soft">{evidenceText(lang, check)}</span>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

const verdictKeys = {
  met: 'case.met',
  open: 'case.openCheck',
  failed: 'case.failed',
  passedOver: 'case.passedOver',
} as const;

function evidenceText(lang: Frame['lang'], { verdict, evidence }: DueCheck): string {
  const t = casesText(lang);
  const value = (name: string): string => String(evidence[name] ?? '');
  const parts = [
    t(verdictKeys[verdict]),
    ...(evidence['closesOn'] === undefined ? [] : [t('case.days', { from: value('openedOn'), to: value('closesOn') })]),
    ...(evidence['entitled'] === undefined
      ? []
      : [
          t('case.votes', {
            favour: value('favour'),
            against: value('against'),
            abstained: value('abstained'),
            entitled: value('entitled'),
          }),
        ]),
    ...(evidence['received'] === undefined
      ? []
      : [t('case.counts', { received: value('received'), answered: value('answered') })]),
    ...(evidence['dueOn'] === undefined ? [] : [t('case.until', { day: value('dueOn') })]),
    ...(evidence['on'] === undefined ? [] : [value('on')]),
  ];
  return parts.join(lang === 'en' ? '; ' : '；');
}
