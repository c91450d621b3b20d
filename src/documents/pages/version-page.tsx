import { IsoDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead } from '../../portal/section.tsx';
import { documentText, sizeText, typeText } from './texts.ts';
import type { DocumentView, VersionView } from './views.ts';

interface VersionPageProps {
  readonly frame: Frame;
  readonly document: DocumentView;
  readonly version: VersionView;
}

/** One version by its hash: what the file is, who entered it when, and whether it counts. */
export function VersionPage({ frame, document, version }: VersionPageProps) {
  const { lang } = frame;
  const t = documentText(lang);
  const heading = t('version.title', { number: String(version.number) });
  return (
    <Layout
      frame={frame}
      title={`${document.title.text} ${heading}`}
      crumbs={[{ label: document.title.text, href: document.href }, { label: heading }]}
      isUnlisted
    >
      <PageHead>
        <p class="note" lang={document.title.lang}>
          {document.title.text}
        </p>
        <h1>
          {heading} {version.isCurrent ? <span class="mark">{t('versions.current')}</span> : null}
        </h1>
      </PageHead>
      <FieldList
        entries={[
          { label: t('versions.file'), value: version.name ?? t('versions.nameErased') },
          {
            label: t('document.kind'),
            value: t('versions.size', { type: typeText(version.mediaType), size: sizeText(lang, version.size) }),
          },
          { label: t('document.hash'), value: <code class="mono">{version.hash}</code> },
          { label: t('versions.entered'), value: <IsoDay date={version.enteredOn} /> },
          { label: t('versions.by'), value: version.role },
          {
            label: t('versions.do'),
            value: version.erased
              ? t.rich('versions.erased', { day: <IsoDay date={version.erased.on} />, basis: version.erased.basis })
              : undefined,
          },
        ]}
      />
      <ul class="row acts">
        {version.fileHref === undefined ? null : (
          <li>
            <a class="btn first" href={version.fileHref}>
              {t('versions.download')}
            </a>
          </li>
        )}
        {version.viewHref === undefined ? null : (
          <li>
            <a class="btn" href={version.viewHref}>
              {t('versions.view')}
            </a>
          </li>
        )}
        {version.compare === undefined ? null : (
          <li>
            <a class="btn" href={version.compare.href}>
              {t('versions.compare', { number: String(version.compare.number) })}
            </a>
          </li>
        )}
        <li>
          <a class="btn" href={document.href}>
            {t('version.back')}
          </a>
        </li>
      </ul>
    </Layout>
  );
}
