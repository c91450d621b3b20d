import { WrittenDay } from '../../portal/dates.tsx';
import type { Language } from '../../portal/languages.ts';
import { NumberText } from '../../portal/result-row.tsx';
import type { EarlierBearerView } from './standard-view.ts';
import { standardsText } from './texts.ts';

/** Other records that bore this number before: whoever comes with an old link must see that it meant another one. */
export function EarlierBearers({
  lang,
  bearers,
}: {
  readonly lang: Language;
  readonly bearers: readonly EarlierBearerView[];
}) {
  if (bearers.length === 0) return null;
  const t = standardsText(lang);
  return (
    <div class="says">
      {bearers.map(({ href, until, number }) => {
        const on = <WrittenDay lang={lang} date={until} />;
        if (number === undefined)
          return <p>{t.rich('earlierBearer.annulled', { on, record: <a href={href}>{t('earlierBearer.why')}</a> })}</p>;
        const record = (
          <a class="num" href={href}>
            <NumberText number={number} />
          </a>
        );
        return <p>{t.rich('earlierBearer.renumbered', { on, record })}</p>;
      })}
    </div>
  );
}
