import type { CompiledProcedure } from '@guiju/procedure-language';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { inLanguage } from '../../rulebook/index.ts';
import { casesText } from '../texts.ts';

interface BeginPageProps {
  readonly frame: Frame;
  readonly procedures: readonly CompiledProcedure[];
}

/** Which procedure somebody begins. */
export function BeginPage({ frame, procedures }: BeginPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  return (
    <Layout
      frame={frame}
      title={t('begin.title')}
      crumbs={[{ label: t('crumb.work'), href: '/work' }, { label: t('crumb.begin') }]}
      isUnlisted
    >
      <PageHead>
        <h1>{t('begin.title')}</h1>
        <p>{t('begin.about')}</p>
      </PageHead>
      <Section id="procedures" title={t('crumb.procedures')}>
        <ul>
          {procedures.map((procedure) => (
            <li class="task">
              <div>
                <p>
                  <b>{inLanguage(lang, procedure.title)}</b>
                </p>
                <p class="small soft">{inLanguage(lang, procedure.summary)}</p>
              </div>
              <div>
                {procedure.stepsFrom('start').map((step) => (
                  <p>
                    <a class="btn" href={`/cases/new/${procedure.id}/${step.id}`}>
                      {t('begin.choose', { step: inLanguage(lang, step.title) })}
                    </a>
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  );
}
