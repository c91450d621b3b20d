import type { AbsenceView, AppointmentView, DelegationView, Person } from '../../people/index.ts';
import { DataTable } from '../../portal/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import type { ChoiceOption } from '../../portal/field.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { Entered } from '../house.ts';
import { daysText, stateText } from './appointment-words.ts';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

export interface PersonView {
  readonly person: Person;
  readonly isSelf: boolean;
  /** What was done just now. */
  readonly done: string | undefined;
  readonly appointments: readonly (AppointmentView & {
    readonly roleName: string;
    readonly organizationName: string;
    readonly mayEnd: boolean;
    readonly mayLend: boolean;
  })[];
  readonly delegations: readonly (DelegationView & {
    readonly roleName: string;
    readonly lenderName: string;
    readonly borrowerName: string;
  })[];
  readonly absences: readonly AbsenceView[];
  /** How this visitor may appoint; absent: not at all. Without organizations any may be named. */
  readonly appointing:
    | { readonly organizations: readonly ChoiceOption[] | undefined; readonly roles: readonly ChoiceOption[] }
    | undefined;
  readonly mayInvite: boolean;
  readonly entered: Entered;
}

interface PersonPageProps {
  readonly frame: Frame;
  readonly view: PersonView;
  readonly problems: readonly FieldProblem[];
}

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

function Lent({ frame, view, problems }: PersonPageProps) {
  const { lang, today } = frame;
  const t = accessText(lang);
  const { entered, person } = view;
  const lendable = view.appointments.filter(({ mayLend, until }) => mayLend && (until === null || until > today));
  if (view.delegations.length === 0 && lendable.length === 0) return null;
  return (
    <Section id="lent" title={t('person.lent')} isFull>
      {view.delegations.length === 0 ? null : <LentTable frame={frame} view={view} />}
      {lendable.length === 0 ? null : (
        <PlainForm
          frame={frame}
          action={`/people/${person.id}/lend`}
          problems={problems}
          fields={[
            {
              name: 'lend-appointment',
              label: t('person.lend'),
              control: {
                kind: 'choice',
                value: entered('lend-appointment'),
                options: lendable.map(({ id, roleName, organizationName }) => ({
                  value: id,
                  label: t('authority.heading', { role: roleName, organization: organizationName }),
                })),
              },
            },
            {
              name: 'lend-to',
              label: t('person.to'),
              control: { kind: 'text', value: entered('lend-to').slice(0, 254) },
            },
            {
              name: 'lend-from',
              label: t('person.from'),
              control: { kind: 'day', value: entered('lend-from').slice(0, 10) || today },
            },
            {
              name: 'lend-until',
              label: t('person.untilRequired'),
              control: { kind: 'day', value: entered('lend-until').slice(0, 10) },
            },
            {
              name: 'lend-reason',
              label: t('person.reason'),
              control: { kind: 'text', value: entered('lend-reason').slice(0, 500) },
            },
          ]}
          submit={t('person.lendAction')}
          isSecond
        />
      )}
    </Section>
  );
}

function LentTable({ frame, view }: Omit<PersonPageProps, 'problems'>) {
  const { lang, today } = frame;
  const t = accessText(lang);
  return (
    <DataTable
      caption={t('person.lentCaption')}
      rows={view.delegations}
      columns={[
        { head: t('person.role'), isRowHead: true, cell: ({ roleName }) => roleName },
        { head: t('person.lender'), cell: ({ lenderName }) => lenderName },
        { head: t('person.borrower'), cell: ({ borrowerName }) => borrowerName },
        { head: t('person.days'), cell: (one) => daysText(lang, one) },
        { head: t('person.reason'), cell: ({ reason }) => reason ?? t('audit.erased') },
        {
          head: t('account.action'),
          cell: ({ id, until }) =>
            until <= today ? (
              t('person.over')
            ) : (
              <PlainForm
                frame={frame}
                action={`/people/${view.person.id}/end-delegation`}
                hidden={{ delegation: id }}
                fields={[]}
                submit={t('person.takeBack')}
                isSecond
              />
            ),
        },
      ]}
    />
  );
}

function Away({ frame, view, problems }: PersonPageProps) {
  const t = accessText(frame.lang);
  const { entered, person, absences } = view;
  return (
    <Section id="absence" title={t('person.absence')} side={t('person.absenceNote')}>
      <div>
        {absences.length === 0 ? null : (
          <ul>
            {absences.map(({ from, until }) => (
              <li>{t('person.awayDays', { from, until })}</li>
            ))}
          </ul>
        )}
        <PlainForm
          frame={frame}
          action={`/people/${person.id}/absence`}
          problems={problems}
          fields={[
            {
              name: 'away-from',
              label: t('person.from'),
              control: { kind: 'day', value: entered('away-from').slice(0, 10) },
            },
            {
              name: 'away-until',
              label: t('person.untilRequired'),
              control: { kind: 'day', value: entered('away-until').slice(0, 10) },
            },
            {
              name: 'away-substitute',
              label: t('person.substitute'),
              control: { kind: 'text', value: entered('away-substitute').slice(0, 254) },
            },
          ]}
          submit={t('person.absenceAction')}
          isSecond
        />
      </div>
    </Section>
  );
}
