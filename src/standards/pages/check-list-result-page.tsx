import { DataTable } from '../../portal/data-table.tsx';
import { WrittenDay } from '../../portal/dates.tsx';
import { FormToken } from '../../portal/field.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Pagination } from '../../portal/pagination.tsx';
import { AsWritten, InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { BareStatus } from '../../portal/status-chip.tsx';
import { ChangesCell } from './check-list-changes.tsx';
import { StatusCell, UnderstoodCell } from './check-list-row.tsx';
import type { CheckListResultView } from './service-view.ts';
import { standardsText } from './texts.ts';

interface CheckListResultPageProps {
  readonly frame: Frame;
  readonly result: CheckListResultView;
}

/** A dated record of a checked list: each row as pasted, as understood, and what became of the standard. */
export function CheckListResultPage({ frame, result }: CheckListResultPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Layout
      frame={frame}
      title={t('checked.title', { n: result.total })}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: t('crumb.checkList'), href: result.againHref },
        { label: t('checked.crumb') },
      ]}
      isUnlisted
    >
      <PageHead margin={<Margin frame={frame} result={result} />}>
        <h1>{t('checked.heading', { n: result.total })}</h1>
        <Summary frame={frame} result={result} />
        <p class="row acts noprint">
          <a class="btn first" href={result.xlsxHref}>
            {t('checked.xlsx')}
          </a>
          {result.printHref === undefined ? null : (
            <a class="btn" href={result.printHref}>
              {t('checked.print')}
            </a>
          )}
          <a class="btn" href={result.againHref}>
            {t('checked.again')}
          </a>
        </p>
      </PageHead>
      <Section id="rows" title={t('checked.rows')} side={t('checked.rowsSide')} isFull>
        <div>
          <Rows frame={frame} result={result} />
          <Pagination lang={lang} view={result.pagination} />
        </div>
      </Section>
      {result.watchAction === undefined ? null : (
        <WatchSection frame={frame} result={result} action={result.watchAction} />
      )}
      <Section id="proof" title={t('standard.proof')} side={t('checked.proofSide')}>
        <AnswerProof frame={frame} result={result} />
      </Section>
    </Layout>
  );
}

/** The hash of the answer and the log that gave it; an answer from before the first seal says so. */
function AnswerProof({ frame, result }: CheckListResultPageProps) {
  const t = standardsText(frame.lang);
  const { answerProof: proof } = result;
  if (proof === undefined) {
    return (
      <div class="box empty">
        <p>{t('checked.proofWaiting')}</p>
      </div>
    );
  }
  return (
    <div class="proof">
      <p>{t('checked.proof')}</p>
      <p class="mono">{t('checked.proofList', { list: proof.list })}</p>
      <p class="mono">{proof.address}</p>
      <p class="mono">{t('checked.proofHash', { hash: proof.resultHash })}</p>
      <p class="mono">{t('checked.proofOrigin', { origin: proof.origin })}</p>
      <p class="mono">
        {t('checked.proofLog', { size: String(proof.treeSize), root: proof.rootHash, at: proof.sealedAt })}
      </p>
      <p class="small">
        {t.rich('checked.proofKeep', {
          until: <WrittenDay lang={frame.lang} date={proof.keptUntil} />,
          verify: <span class="mono">{new URL(frame.places.verify, proof.address).href}</span>,
        })}
      </p>
      <p class="small noprint row">
        <a href={proof.jsonHref}>{t('checked.proofJson')}</a>
        <a href={proof.proofHref}>{t('checked.proofRows')}</a>
        <a href={frame.places.verify}>{t('checked.proofHow')}</a>
      </p>
    </div>
  );
}

function Margin({ frame, result }: CheckListResultPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <FieldList
      entries={[
        { label: t('checked.on'), value: <WrittenDay lang={lang} date={result.checkedOn} /> },
        { label: t('checked.day'), value: <WrittenDay lang={lang} date={result.asOf} /> },
        { label: t('checked.known'), value: <WrittenDay lang={lang} date={frame.known} /> },
        { label: t('checked.file'), value: result.fileName && <AsWritten text={result.fileName} around={lang} /> },
      ]}
    />
  );
}

function Summary({ frame, result }: CheckListResultPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const rest = [
    { key: 'checked.sumSeveral', n: result.several },
    { key: 'checked.sumNotFound', n: result.notFound },
    { key: 'checked.sumNotUnderstood', n: result.notUnderstood },
    { key: 'checked.sumWithoutNumber', n: result.withoutNumber },
  ] as const;
  return (
    <div class="says">
      <p>{t('checked.sentence', { n: result.total })}</p>
      <ul class="row sumline">
        {result.summary.map(({ status, count, href }) => {
          const words = (
            <>
              <BareStatus lang={lang} status={status} /> <b>{t('count', { n: count })}</b>
            </>
          );
          return (
            <li>
              {href === undefined ? (
                words
              ) : (
                <a class="marked" href={href}>
                  {words}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      {rest
        .filter(({ n }) => n > 0)
        .map(({ key, n }) => (
          <p>{t(key, { n })}</p>
        ))}
    </div>
  );
}

function Rows({ frame, result }: CheckListResultPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <DataTable
      caption={t('checked.caption')}
      isCaptionHidden
      rows={result.rows}
      rowId={(row) => `row-${row.row}`}
      columns={[
        {
          head: t('checked.row'),
          cell: ({ row, place }) => (
            <>
              {t('count', { n: row })}
              {place === undefined ? null : (
                <p class={place.text.length <= 12 ? 'small soft num' : 'small soft'}>
                  {/* A word and its number stay on one line, a short place as a whole. */}
                  <InLanguage
                    text={{ ...place, text: place.text.replaceAll(/ (?=\d)|(?<=\d) /g, '\u00a0') }}
                    around={lang}
                  />
                </p>
              )}
            </>
          ),
        },
        {
          head: t('checked.asPasted'),
          isRowHead: true,
          cell: ({ asPasted }) => (
            <span class={isShortNumber(asPasted) ? 'num' : 'wrap'}>
              <AsWritten text={asPasted} around={lang} />
            </span>
          ),
        },
        { head: t('checked.understood'), cell: (row) => <UnderstoodCell frame={frame} row={row} /> },
        { head: t('checked.today'), cell: (row) => <StatusCell frame={frame} row={row} day="statusToday" /> },
        ...(result.asOf === result.checkedOn
          ? []
          : [
              {
                head: t('checked.onDay', { day: result.asOf }),
                cell: (row: CheckListResultView['rows'][number]) => (
                  <StatusCell frame={frame} row={row} day="statusOnDay" />
                ),
              },
            ]),
        { head: t('checked.changes'), cell: (row) => <ChangesCell frame={frame} row={row} /> },
      ]}
    />
  );
}

/** A number as it was pasted never breaks; a long line, or one of words, must. */
function isShortNumber(asPasted: string): boolean {
  return /^[!-~—–]*(?: [!-~—–]+)*$/.test(asPasted) && /\d/.test(asPasted) && asPasted.length <= 24;
}

interface WatchSectionProps extends CheckListResultPageProps {
  readonly action: string;
}

function WatchSection({ frame, result, action }: WatchSectionProps) {
  const t = standardsText(frame.lang);
  return (
    <Section id="watch" title={t('checked.watch')}>
      <form class="noprint" action={action} method="post">
        <FormToken token={result.formToken} />
        <div class="field">
          <label for="email">{t('watch.email')}</label>
          <p class="hint" id="email-hint">
            {t('watch.emailHint')}
          </p>
          <input id="email" name="email" type="email" autocomplete="email" aria-describedby="email-hint" />
        </div>
        <p>
          <button type="submit">{t('checked.watchList')}</button>
        </p>
      </form>
    </Section>
  );
}
