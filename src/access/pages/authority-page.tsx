import type { Permission } from '../../foundation/actor.ts';
import { DataTable } from '../../portal/data-table.tsx';
import { WrittenDay } from '../../portal/dates.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { accessText } from './texts.ts';

export interface AuthorityView {
  readonly role: string;
  readonly isConfirmed: boolean;
  readonly organization: string;
  readonly from: string;
  readonly until: string | undefined;
  /** Whose appointment it is, when it is lent. */
  readonly lentBy: string | undefined;
  /** Absent: the operator of the installation gave it. */
  readonly giver: string | undefined;
  readonly decision: string | undefined;
  /** How many organizations below it covers. */
  readonly below: number | 'everywhere';
  readonly actions: readonly Permission[];
}

interface AuthorityPageProps {
  readonly frame: Frame;
  readonly authorities: readonly AuthorityView[];
}

/** What I may do, and why: each appointment and under it every act that any permission table gives it. */
export function AuthorityPage({ frame, authorities }: AuthorityPageProps) {
  const { lang, today } = frame;
  const t = accessText(lang);
  const crumbs = [{ label: t('account.title'), href: '/account' }, { label: t('authority.title') }];
  return (
    <Layout frame={frame} title={t('authority.title')} crumbs={crumbs} isUnlisted>
      <PageHead>
        <h1>{t('authority.title')}</h1>
        <p>{t.rich('authority.lead', { day: <WrittenDay lang={lang} date={today} /> })}</p>
      </PageHead>
      {authorities.length === 0 ? (
        <Notice kind="empty" title={t('authority.none')}>
          <p>{t('authority.noneWhat')}</p>
        </Notice>
      ) : null}
      {authorities.map((authority, place) => (
        <Section
          id={`appointment-${place + 1}`}
          title={t('authority.heading', { role: authority.role, organization: authority.organization })}
          side={authority.isConfirmed ? undefined : t('authority.unconfirmed')}
          isFull
        >
          <Why frame={frame} authority={authority} />
          <What frame={frame} authority={authority} />
        </Section>
      ))}
    </Layout>
  );
}

interface OneProps {
  readonly frame: Frame;
  readonly authority: AuthorityView;
}

function Why({ frame: { lang }, authority }: OneProps) {
  const t = accessText(lang);
  const { from, until, lentBy, giver, decision, below, organization } = authority;
  const scope =
    below === 'everywhere'
      ? t('authority.scopeEverywhere')
      : below === 0
        ? t('authority.scopeOwn', { organization })
        : t('authority.scopeBelow', { organization, n: below });
  return (
    <FieldList
      entries={[
        {
          label: t('authority.days'),
          value: until === undefined ? t('authority.daysOpen', { from }) : t('authority.daysUntil', { from, until }),
        },
        { label: t('authority.scope'), value: scope },
        {
          label: t('authority.giver'),
          value: lentBy === undefined ? (giver ?? t('authority.byOperator')) : t('authority.lentBy', { name: lentBy }),
        },
        { label: t('authority.decision'), value: decision },
      ]}
    />
  );
}

function What({ frame: { lang }, authority }: OneProps) {
  const t = accessText(lang);
  const { role, actions } = authority;
  if (actions.length === 0) return <p class="soft">{t('authority.noActions')}</p>;
  return (
    <DataTable
      caption={t('authority.actions', { role })}
      rows={actions}
      columns={[
        {
          head: t('authority.action'),
          isRowHead: true,
          cell: ({ action, says }) => (
            <>
              {says === undefined ? null : <>{says[lang]} </>}
              <code>{action}</code>
            </>
          ),
        },
        { head: t('authority.basis'), cell: ({ basis }) => <span lang="en">{basis}</span> },
      ]}
    />
  );
}
