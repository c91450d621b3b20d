import { DataTable } from '../../portal/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import type { ChoiceOption } from '../../portal/field.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { Entered } from '../house.ts';
import { daysText, stateText } from './appointment-words.ts';
import type { OrganizationLine } from './people-page.tsx';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

interface OrganizationPeoplePageProps {
  readonly frame: Frame;
  readonly organization: OrganizationLine;
  readonly appointments: readonly {
    readonly id: string;
    readonly person: string;
    /** Absent when erased. */
    readonly name: string | undefined;
    readonly role: string;
    readonly from: string;
    readonly until: string | null;
    readonly decision: string | null;
  }[];
  /** Roles to which the visitor may appoint here; none: not at all. */
  readonly roles: readonly ChoiceOption[];
  readonly entered: Entered;
  readonly problems: readonly FieldProblem[];
}

/** Who acts for an organization, and who did. */
export function OrganizationPeoplePage(props: OrganizationPeoplePageProps) {
  const { frame, organization, appointments, problems } = props;
  const { lang, today } = frame;
  const t = accessText(lang);
  const title = t('bodyPeople.title', { organization: organization.name });
  return (
    <Layout
      frame={frame}
      title={title}
      crumbs={[{ label: t('people.title'), href: '/people' }, { label: organization.name }]}
      isUnlisted
    >
      <PageHead>
        <h1>{title}</h1>
        <FieldList
          entries={[
            { label: t('bodies.kind'), value: organization.kind },
            { label: t('bodies.code'), value: organization.code },
            { label: t('audit.organizationId'), value: <code>{organization.id}</code> },
          ]}
        />
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      {appointments.length === 0 ? (
        <p class="soft">{t('person.none')}</p>
      ) : (
        <DataTable
          caption={t('bodyPeople.caption')}
          rows={appointments}
          columns={[
            {
              head: t('people.name'),
              isRowHead: true,
              cell: ({ person, name }) => <a href={`/people/${person}`}>{name ?? t('people.erased')}</a>,
            },
            { head: t('person.role'), cell: ({ role }) => role },
            { head: t('person.days'), cell: (one) => daysText(lang, one) },
            { head: t('authority.decision'), cell: ({ decision }) => decision ?? '—' },
            { head: t('person.state'), cell: (one) => stateText(lang, one, today) },
          ]}
        />
      )}
      {props.roles.length === 0 ? null : <AppointHere {...props} />}
    </Layout>
  );
}

function AppointHere({ frame, organization, roles, entered, problems }: OrganizationPeoplePageProps) {
  const t = accessText(frame.lang);
  return (
    <Section id="appoint" title={t('bodyPeople.appoint')} side={t('bodyPeople.appointNote')}>
      <PlainForm
        frame={frame}
        action={`/organizations/${organization.id}/people`}
        problems={problems}
        fields={[
          {
            name: 'email',
            label: t('bodyPeople.email'),
            control: { kind: 'text', value: entered('email').slice(0, 254), autocomplete: 'off' },
          },
          {
            name: 'role',
            label: t('person.role'),
            control: { kind: 'choice', value: entered('role'), options: roles },
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
      />
    </Section>
  );
}
