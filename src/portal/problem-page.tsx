import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';
import { PageHead, Section } from './section.tsx';
import { portalText } from './texts.ts';

/** A "no" as it is told in every case: where the values of a case stand, their names stand here in braces. */
export interface ProblemView {
  readonly code: string;
  readonly status: number;
  readonly text: string;
  readonly remedy: string;
}

/** The page behind the `type` of problem details: what this "no" means, before anybody has met it. */
export function ProblemPage({ frame, problem }: { readonly frame: Frame; readonly problem: ProblemView }) {
  const t = portalText(frame.lang);
  return (
    <Layout frame={frame} title={t('problem.title', { code: problem.code })} isUnlisted>
      <PageHead>
        <h1>{t('problem.title', { code: problem.code })}</h1>
        <div class="says">
          <p>{problem.text}</p>
        </div>
        <p class="note">{t('problem.about', { status: String(problem.status) })}</p>
      </PageHead>
      <Section id="remedy" title={t('refusal.remedy')}>
        <p>{problem.remedy}</p>
      </Section>
    </Layout>
  );
}
