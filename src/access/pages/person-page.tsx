import { DataTable } from '../../portal/data-table.tsx';
import { ErrorSummary } from '../../portal/error-summary.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { daysText, stateText } from './appointment-words.ts';
import { Away, Lent } from './person-lending.tsx';
import type { PersonPageProps } from './person-view.ts';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

/** A person's appointments, what is lent of them, when they are away; and what the visitor may do with it. */
export function PersonPage({ frame, view, problems }: PersonPageProps) {
  const { lang } = frame;
  const t = accessText(lang);
  const { person, done } = view;
  const name = person.name ?? t('people.erased');
  return (
    <Layout
      frame={frame}
      title={name}
      crumbs={[{ label: t('people.title'), href: '/people' }, { label: name }]}
      isUnlisted
    >
      <PageHead>
        <h1>{name}</h1>
        <FieldList
          entries={[
            { label: t('people.email'), value: person.email ?? undefined },
            { label: t('audit.personId'), value: <code>{person.id}</code> },
          ]}
        />
      </PageHead>
      {done === undefined || problems.length > 0 ? null : (
        <Notice kind="plain">
          <p>{t(done === 'invite' ? 'person.invited' : 'person.done')}</p>
        </Notice>
      )}
      <ErrorSummary lang={lang} problems={problems} />
      <Section id="appointments" title={t('person.appointments')} isFull>
        {view.appointments.length === 0 ? (
          <p class="soft">{t('person.none')}</p>
        ) : (
          <Appointments frame={frame} view={view} />
        )}
      </Section>
      {view.appointing === undefined || person.name === null ? null : (
        <Appoint frame={frame} view={view} problems={problems} />
      )}
      {view.mayInvite ? (
        <Section id="invite" title={t('person.invite')}>
          <div>
            <p>{t('person.inviteNote')}</p>
            <PlainForm
              frame={frame}
              action={`/people/${person.id}/invite`}
              fields={[]}
              submit={t('person.invite')}
              isSecond
            />
          </div>
        </Section>
      ) : null}
      <Lent frame={frame} view={view} problems={problems} />
      <Away frame={frame} view={view} problems={problems} />
    </Layout>
  );
}

function Appointments({ frame, view }: Omit<PersonPageProps, 'problems'>) {
  const { lang, today } = frame;
  const t = accessText(lang);
  return (
    <DataTable
      caption={t('person.caption')}
      isCaptionHidden
      rows={view.appointments}
      columns={[
        { head: t('person.role'), isRowHead: true, cell: ({ roleName }) => roleName },
        {
          head: t('person.organization'),
          cell: ({ organization, organizationName }) => (
            <a href={`/organizations/${organization}/people`}>{organizationName}</a>
          ),
        },
        { head: t('person.days'), cell: (one) => daysText(lang, one) },
        { head: t('person.state'), cell: (one) => stateText(lang, one, today) },
        {
          head: t('account.action'),
          cell: ({ id, roleName, mayEnd, until }) =>
            !mayEnd || (until !== null && until <= today) ? (
              '—'
            ) : (
              <PlainForm
                frame={frame}
                action={`/people/${view.person.id}/end-appointment`}
                hidden={{ appointment: id }}
                fields={[]}
                submit={t('person.end')}
                submitLabel={t('person.endFor', { role: roleName })}
                isSecond
              />
            ),
        },
      ]}
    />
  );
}

function Appoint({ frame, view, problems }: PersonPageProps) {
  const t = accessText(frame.lang);
  const { entered, appointing, person } = view;
  if (appointing === undefined) return null;
  return (
    <Section id="appoint" title={t('person.appoint')}>
      <PlainForm
        frame={frame}
        action={`/people/${person.id}/appoint`}
        problems={problems}
        fields={[
          {
            name: 'organization',
            label: t('person.organizationId'),
            hint: appointing.organizations === undefined ? t('person.organizationHint') : undefined,
            control:
              appointing.organizations === undefined
                ? { kind: 'text', value: entered('organization').slice(0, 200) }
                : { kind: 'choice', value: entered('organization'), options: appointing.organizations },
          },
          {
            name: 'role',
            label: t('person.role'),
            control: { kind: 'choice', value: entered('role'), options: appointing.roles },
          },
          {
            name: 'from',
            label: t('person.from'),
            control: { kind: 'day', value: entered('from').slice(0, 10) || frame.today },
          },
          { name: 'until', label: t('person.until'), control: { kind: 'day', value: entered('until').slice(0, 10) } },
          {
            name: 'decision',
            label: t('person.decision'),
            control: { kind: 'text', value: entered('decision').slice(0, 200) },
          },
        ]}
        submit={t('person.appointAction')}
        isSecond
      />
    </Section>
  );
}
