import { DataTable } from '../../portal/data-table.tsx';
import { Section } from '../../portal/section.tsx';
import { daysText } from './appointment-words.ts';
import type { PersonPageProps } from './person-view.ts';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

/** What a person lent or borrowed, and a form to lend something of theirs. */
export function Lent({ frame, view, problems }: PersonPageProps) {
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

/** When a person is away, and who stands in. */
export function Away({ frame, view, problems }: PersonPageProps) {
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
