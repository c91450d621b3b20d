import type { Child } from 'hono/jsx';
import { type Column, DataTable } from '../../portal/data-table.tsx';
import { IsoDay, WrittenDay } from '../../portal/dates.tsx';
import { ErrorSummary } from '../../portal/error-summary.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { AccessRule } from './access-rule.tsx';
import { DocumentForms } from './document-forms.tsx';
import { documentText, sizeText, typeText } from './texts.ts';
import type { ApprovalView, ContentView, DocumentView, ScanView, VersionView } from './views.ts';

interface DocumentPageProps {
  readonly frame: Frame;
  readonly document: DocumentView;
}

/** A document: what counts, who approved it, who may read it and why, every version by its hash. */
export function DocumentPage({ frame, document }: DocumentPageProps) {
  const { lang } = frame;
  const t = documentText(lang);
  const { title, versions, verdict, sent } = document;
  const isFull = verdict.access === 'full';
  return (
    <Layout frame={frame} title={title.text} crumbs={[{ label: document.kind }, { label: title.text }]} isUnlisted>
      <PageHead margin={<DocumentFacts frame={frame} document={document} />}>
        <p class="note">{document.kind}</p>
        <h1 lang={title.lang}>{title.text}</h1>
        <DocumentSays lang={lang} document={document} />
      </PageHead>
      <ErrorSummary lang={lang} problems={sent?.problems ?? []} />
      <AccessRule frame={frame} verdict={verdict} hasText={versions.length > 0} />
      {document.preview === undefined ? null : (
        <Preview lang={lang} document={document} paragraphs={document.preview} />
      )}
      <Section id="versions" title={t('versions.title')} isFull>
        {versions.length === 0 ? (
          <Notice kind="empty">
            <p>{t('document.noVersion')}</p>
          </Notice>
        ) : (
          <DataTable caption={t('versions.caption')} isCaptionHidden columns={versionColumns(lang)} rows={versions} />
        )}
      </Section>
      {isFull ? (
        <>
          <Approvals lang={lang} approvals={document.approvals} />
          <Scans lang={lang} document={document} />
          <DocumentForms frame={frame} document={document} />
        </>
      ) : null}
    </Layout>
  );
}

function DocumentFacts({ frame: { lang }, document }: DocumentPageProps) {
  const t = documentText(lang);
  const current = document.versions.find(({ isCurrent }) => isCurrent);
  const known = document.lang === 'zh-Hans' || document.lang === 'en';
  return (
    <FieldList
      entries={[
        { label: t('document.kind'), value: document.kind },
        {
          label: t('document.lang'),
          value: known
            ? t(document.lang === 'en' ? 'lang.en' : 'lang.zh-Hans')
            : t('lang.other', { code: document.lang }),
        },
        { label: t('document.entered'), value: <WrittenDay lang={lang} date={document.enteredOn} /> },
        { label: t('document.current'), value: current && t('versions.numberN', { number: String(current.number) }) },
        { label: t('document.hash'), value: current && <code class="mono">{current.hash}</code> },
      ]}
    />
  );
}

/** In one sentence: does it count, is it approved. */
function DocumentSays({ lang, document }: { readonly lang: Language; readonly document: DocumentView }) {
  const t = documentText(lang);
  const { withdrawn, approvals, versions } = document;
  const current = versions.find(({ isCurrent }) => isCurrent);
  const number = String(current?.number ?? '');
  const said = (): Child => {
    if (withdrawn) return t.rich('document.says.withdrawn', { day: <WrittenDay lang={lang} date={withdrawn.on} /> });
    if (!current) return t.rich('document.says.none');
    if (current.erased) return t.rich('document.says.erased', { number });
    if (approvals.some(({ standing }) => standing === 'holds')) return t.rich('document.says.approved', { number });
    return t.rich(approvals.length > 0 ? 'document.says.void' : 'document.says.open', { number });
  };
  return (
    <div class="says">
      <p>{said()}</p>
      {withdrawn ? <p>{t('document.says.withdrawnWhy', { reason: withdrawn.reason })}</p> : null}
    </div>
  );
}

interface PreviewProps {
  readonly lang: Language;
  readonly document: DocumentView;
  readonly paragraphs: readonly string[];
}

function Preview({ lang, document, paragraphs }: PreviewProps) {
  const t = documentText(lang);
  return (
    <Section id="preview" title={t('preview.title')}>
      {paragraphs.length === 0 ? (
        <Notice kind="empty">
          <p>{t('preview.none')}</p>
        </Notice>
      ) : (
        <div class="stack" lang={document.lang}>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      )}
    </Section>
  );
}

function versionColumns(lang: Language): readonly Column<VersionView>[] {
  const t = documentText(lang);
  return [
    {
      head: t('versions.number'),
      isRowHead: true,
      cell: (version) => (
        <>
          {version.href === undefined ? (
            t('versions.numberN', { number: String(version.number) })
          ) : (
            <a href={version.href}>{t('versions.numberN', { number: String(version.number) })}</a>
          )}
          {version.isCurrent ? (
            <>
              {' '}
              <span class="mark">{t('versions.current')}</span>
            </>
          ) : null}
        </>
      ),
    },
    {
      head: t('versions.file'),
      cell: (version) => <ContentCell lang={lang} content={version} origin={version.origin} />,
    },
    { head: t('versions.entered'), cell: (version) => <IsoDay date={version.enteredOn} /> },
    { head: t('versions.by'), cell: (version) => version.role },
    {
      head: t('versions.do'),
      cell: (version) => <ContentLinks lang={lang} content={version} compare={version.compare} />,
    },
  ];
}

interface ContentCellProps {
  readonly lang: Language;
  readonly content: ContentView;
  readonly origin?: VersionView['origin'];
}

function ContentCell({ lang, content, origin }: ContentCellProps) {
  const t = documentText(lang);
  if (content.erased)
    return (
      <>
        {t.rich('versions.erased', { day: <IsoDay date={content.erased.on} />, basis: content.erased.basis })}
        <br />
        <code class="mono">{content.hash}</code>
      </>
    );
  return (
    <>
      <span class="longnum">{content.name ?? t('versions.nameErased')}</span>
      <br />
      <small class="soft">
        {t('versions.size', { type: typeText(content.mediaType), size: sizeText(lang, content.size) })}
        {typeof origin === 'object' ? <> · {t('versions.rendered', { template: origin.template })}</> : null}
        {origin === 'brought-in' ? <> · {t('versions.brought-in')}</> : null}
      </small>
      <br />
      <code class="mono">{content.hash}</code>
    </>
  );
}

interface ContentLinksProps {
  readonly lang: Language;
  readonly content: ContentView;
  readonly compare?: VersionView['compare'];
}

function ContentLinks({ lang, content, compare }: ContentLinksProps) {
  const t = documentText(lang);
  return (
    <ul class="row">
      {content.fileHref === undefined ? null : (
        <li>
          <a href={content.fileHref}>{t('versions.download')}</a>
        </li>
      )}
      {content.viewHref === undefined ? null : (
        <li>
          <a href={content.viewHref}>{t('versions.view')}</a>
        </li>
      )}
      {compare === undefined ? null : (
        <li>
          <a href={compare.href}>{t('versions.compare', { number: String(compare.number) })}</a>
        </li>
      )}
    </ul>
  );
}

function Approvals({ lang, approvals }: { readonly lang: Language; readonly approvals: readonly ApprovalView[] }) {
  const t = documentText(lang);
  return (
    <Section id="approvals" title={t('approvals.title')}>
      {approvals.length === 0 ? <p>{t('approvals.none')}</p> : null}
      <ul class="checks">
        {approvals.map((approval) => (
          <li class={approval.standing === 'holds' ? 'ok' : 'no'}>
            <ApprovalLine lang={lang} approval={approval} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ApprovalLine({ lang, approval }: { readonly lang: Language; readonly approval: ApprovalView }) {
  const t = documentText(lang);
  const values = {
    role: approval.role,
    number: String(approval.approvedNumber),
    current: String(approval.currentNumber),
    day: <WrittenDay lang={lang} date={approval.on} />,
    since: <WrittenDay lang={lang} date={approval.since ?? approval.on} />,
    rule: approval.rule,
  };
  if (approval.standing === 'holds') return <p>{t.rich('approvals.holds', values)}</p>;
  const short = (hash: string): Child => <code class="mono">{hash.slice(0, 16)}…</code>;
  return (
    <div>
      <p>{t.rich(`approvals.void.${approval.because ?? 'changed'}`, values)}</p>
      {approval.because === 'changed' ? (
        <p class="note">
          {t.rich('approvals.hashes', { approved: short(approval.hash), current: short(approval.currentHash) })}{' '}
          {approval.changeHref === undefined ? null : <a href={approval.changeHref}>{t('approvals.seeChange')}</a>}
        </p>
      ) : null}
    </div>
  );
}

function Scans({ lang, document }: { readonly lang: Language; readonly document: DocumentView }) {
  const t = documentText(lang);
  const current = document.versions.find(({ isCurrent }) => isCurrent)?.number ?? 0;
  const line = (scan: ScanView): Child =>
    scan.signedNumber === current
      ? t.rich('scans.current', { number: String(current) })
      : t.rich('scans.earlier', { number: String(scan.signedNumber), current: String(current) });
  return (
    <Section id="scans" title={t('scans.title')}>
      {document.scans.length === 0 ? <p>{t('scans.none')}</p> : null}
      <ul class="stack">
        {document.scans.map((scan) => (
          <li>
            <p>{line(scan)}</p>
            <p>
              <ContentCell lang={lang} content={scan} />
            </p>
            <ContentLinks lang={lang} content={scan} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
