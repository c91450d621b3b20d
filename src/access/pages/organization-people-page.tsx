import { DataTable } from '../../portal/data-table.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead } from '../../portal/section.tsx';
import { daysText, stateText } from './appointment-words.ts';
import type { OrganizationLine } from './people-page.tsx';
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
}

/** Who acts for an organization, and who did. */
export function OrganizationPeoplePage({ frame, organization, appointments }: OrganizationPeoplePageProps) {
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
    </Layout>
  );
}
