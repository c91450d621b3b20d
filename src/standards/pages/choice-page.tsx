import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { NumberText } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead } from '../../portal/section.tsx';
import { ResultEntry } from './result-entry.tsx';
import type { ChoiceView } from './search-view.ts';
import { standardsText } from './texts.ts';

interface ChoicePageProps {
  readonly frame: Frame;
  readonly choice: ChoiceView;
}

/** Several standards bear the number that was asked for: enterprise numbers are unique only within one enterprise. */
export function ChoicePage({ frame, choice }: ChoicePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { number, choices } = choice;
  return (
    <Layout
      frame={frame}
      title={t('choice.title', { n: choices.length, number })}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: number }]}
      isUnlisted
    >
      <PageHead>
        <h1>{t.rich('choice.heading', { n: choices.length, number: <NumberText number={number} /> })}</h1>
        <p>{t('choice.why')}</p>
      </PageHead>
      <ol class="hits">
        {choices.map(({ result, distinction }) => (
          <ResultEntry
            frame={frame}
            result={result}
            before={
              distinction === undefined ? undefined : (
                <b>
                  <InLanguage text={distinction} around={lang} />
                </b>
              )
            }
          />
        ))}
      </ol>
    </Layout>
  );
}
