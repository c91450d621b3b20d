import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { VerifyView } from './service-view.ts';
import { standardsText } from './texts.ts';

interface VerifyPageProps {
  readonly frame: Frame;
  readonly verify: VerifyView;
}

/** How anyone checks, offline, that a record is in the register and that its history was not rewritten. */
export function VerifyPage({ frame, verify }: VerifyPageProps) {
  const t = standardsText(frame.lang);
  return (
    <Layout
      frame={frame}
      title={t('verify.title')}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.verify') }]}
    >
      <PageHead>
        <h1>{t('verify.title')}</h1>
        <div class="says">
          <p>{t('verify.sentence')}</p>
          <p>{t('verify.method')}</p>
        </div>
      </PageHead>
      <Section id="steps" title={t('verify.steps')}>
        <ol class="remedy">
          <li>
            <h3>{t('verify.keep')}</h3>
            <p>{t.rich('verify.keepHow', { a: (inner) => <a href={verify.checkpointHref}>{inner}</a> })}</p>
          </li>
          <li>
            <h3>{t('verify.export')}</h3>
            <p>{t('verify.exportHow')}</p>
            <p class="mono proof">{verify.exportCommand}</p>
          </li>
          <li>
            <h3>{t('verify.run')}</h3>
            <p>{t('verify.runHow')}</p>
            <p class="mono proof">{verify.verifyCommand}</p>
          </li>
        </ol>
      </Section>
      <Section id="checkpoint" title={t('verify.checkpoint')}>
        <FieldList
          entries={[
            { label: t('verify.origin'), value: <span class="mono">{verify.origin}</span> },
            { label: t('verify.size'), value: t('count', { n: verify.treeSize }) },
            { label: t('verify.root'), value: <span class="mono">{verify.rootHash}</span> },
            { label: t('verify.at'), value: <span class="mono">{verify.checkpointAt}</span> },
            { label: t('verify.key'), value: <span class="mono">{verify.publicKey}</span> },
            { label: t('verify.tiles'), value: <a href={verify.tilesHref}>{verify.tilesHref}</a> },
          ]}
        />
      </Section>
      <Section id="files" title={t('verify.files')}>
        <p>{t('verify.filesText')}</p>
        <h3>{t('verify.list')}</h3>
        <ol>
          <li>{t('verify.listFiles')}</li>
          <li>{t('verify.listHash')}</li>
          <li>{t('verify.listTree')}</li>
          <li>{t('verify.signature')}</li>
        </ol>
        <p class="mono proof">{verify.listCommand}</p>
        <h3>{t('verify.record')}</h3>
        <ol>
          <li>{t('verify.recordFile')}</li>
          <li>{t('verify.recordLeaf')}</li>
          <li>{t('verify.recordPath')}</li>
          <li>{t('verify.signature')}</li>
        </ol>
        <p class="mono proof">{verify.recordCommand}</p>
        <p>{t('verify.filesLimit')}</p>
      </Section>
      <Section id="limits" title={t('verify.limits')}>
        <p>{t('verify.limitsText')}</p>
      </Section>
    </Layout>
  );
}
