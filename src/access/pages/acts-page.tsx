import { DataTable } from '../../portal/data-table.tsx';
import { Field } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Pagination } from '../../portal/pagination.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { accessText } from './texts.ts';

export interface ActView {
  readonly at: string;
  /** Absent: a program or the terminal. */
  readonly who: string | undefined;
  readonly person: string | null;
  readonly organization: string;
  readonly organizationName: string;
  readonly command: string;
  readonly basis: string;
  readonly ruleVersion: string | null;
  readonly sealed: 'sealed' | 'waiting' | 'nothing';
}

export interface ActsView {
  readonly whose: 'own' | 'audit';
  readonly filter: {
    readonly person: string;
    readonly organization: string;
    readonly command: string;
    readonly from: string;
    readonly until: string;
  };
  readonly acts: readonly ActView[];
  readonly nextHref: string | undefined;
  readonly csvHref: string | undefined;
}

interface ActsPageProps {
  readonly frame: Frame;
  readonly view: ActsView;
}

/** Who did what, for whom, on which basis, when, and whether it is sealed. */
export function ActsPage({ frame, view }: ActsPageProps) {
  const { lang } = frame;
  const t = accessText(lang);
  const title = t(view.whose === 'own' ? 'audit.own' : 'audit.title');
  const crumbs = [{ label: t('account.title'), href: '/account' }, { label: title }];
  return (
    <Layout frame={frame} title={title} crumbs={crumbs} isUnlisted>
      <PageHead>
        <h1>{title}</h1>
        <p>{t('audit.lead')}</p>
      </PageHead>
      <Section id="acts" title={t('audit.caption')} isFull>
        {view.acts.length === 0 ? <p class="soft">{t('audit.none')}</p> : <ActTable frame={frame} view={view} />}
        <Pagination lang={lang} view={{ kind: 'cursor', nextHref: view.nextHref }} />
        {view.csvHref === undefined ? null : (
          <p>
            <a href={view.csvHref}>{t('audit.csv')}</a>
          </p>
        )}
      </Section>
      <Narrowing frame={frame} view={view} />
    </Layout>
  );
}

function ActTable({ frame, view }: ActsPageProps) {
  const t = accessText(frame.lang);
  const seals = { sealed: t('audit.isSealed'), waiting: t('audit.notSealed'), nothing: t('audit.noEvents') };
  const who = ({ who: name, person }: ActView) => {
    if (name === 'erased') return <span class="soft">{t('audit.erased')}</span>;
    return name === undefined ? (
      <span class="soft">{t('audit.nobody')}</span>
    ) : (
      <a href={`/people/${person}`}>{name}</a>
    );
  };
  return (
    <DataTable
      caption={t('audit.caption')}
      isCaptionHidden
      rows={view.acts}
      columns={[
        { head: t('audit.at'), isRowHead: true, cell: ({ at }) => at },
        { head: t('audit.person'), cell: who },
        { head: t('audit.organization'), cell: ({ organizationName }) => organizationName },
        { head: t('audit.command'), cell: ({ command }) => <code>{command}</code> },
        {
          head: t('audit.basis'),
          cell: ({ basis, ruleVersion }) => (
            <span lang="en">
              {basis}
              {ruleVersion === null ? null : ` (${ruleVersion})`}
            </span>
          ),
        },
        { head: t('audit.sealed'), cell: ({ sealed }) => seals[sealed] },
      ]}
    />
  );
}

function Narrowing({ frame: { lang }, view }: ActsPageProps) {
  const t = accessText(lang);
  const { filter } = view;
  const text = (name: 'person' | 'organization' | 'command', label: string) => (
    <Field lang={lang} name={name} label={label} control={{ kind: 'text', value: filter[name] }} />
  );
  return (
    <Section id="narrow" title={t('audit.filter')}>
      <form method="get">
        {view.whose === 'own' ? null : text('person', t('audit.personId'))}
        {text('organization', t('audit.organizationId'))}
        {text('command', t('audit.commandName'))}
        <Field lang={lang} name="from" label={t('audit.from')} control={{ kind: 'day', value: filter.from }} />
        <Field lang={lang} name="until" label={t('audit.until')} control={{ kind: 'day', value: filter.until }} />
        <p>
          <button type="submit">{t('audit.apply')}</button>
        </p>
      </form>
    </Section>
  );
}
