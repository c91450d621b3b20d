import { WrittenDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Section } from '../../portal/section.tsx';
import type { TextVerdict } from '../text-access.ts';
import { documentText } from './texts.ts';

interface AccessRuleProps {
  readonly frame: Pick<Frame, 'lang' | 'today'>;
  readonly verdict: TextVerdict;
  /** Whether the text is on the page. */
  readonly hasText: boolean;
}

/** Which rule says who may read the text, from when, and on what basis; a value not yet verified says so. */
export function AccessRule({ frame: { lang, today }, verdict, hasText }: AccessRuleProps) {
  const t = documentText(lang);
  const { rule, access, from, later, due } = verdict;
  const words = (both: { readonly zh: string; readonly en: string }): string => (lang === 'en' ? both.en : both.zh);
  const unconfirmed = <span class="mark">{t('access.unconfirmed')}</span>;
  const day = (date: string) => <WrittenDay lang={lang} date={date} />;
  return (
    <Section id="access" title={t('access.title')} side={t('access.basis', { basis: words(rule.basis) })}>
      <div class="stack">
        <p>
          {access === 'none' ? null : t.rich(`access.${access}`)}{' '}
          {from === undefined ? null : t.rich('access.from', { day: day(from) })}
        </p>
        {later === undefined || later.access === 'none' ? null : (
          <p>{t.rich(`access.later.${later.access}`, { day: day(later.on) })}</p>
        )}
        <p>
          {words(rule.sentence)} {rule.confirmed ? null : unconfirmed}
        </p>
        {due === undefined || hasText ? null : (
          <p>
            {t.rich(due.on < today ? 'access.dueLate' : 'access.due', { day: day(due.on) })} {words(due.basis)}{' '}
            {due.confirmed ? null : unconfirmed}
          </p>
        )}
      </div>
    </Section>
  );
}
