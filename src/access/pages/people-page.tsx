import { DataTable } from '../../portal/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import { type ChoiceOption, Field } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { Entered } from '../house.ts';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

export interface PeopleView {
  readonly query: string;
  readonly persons: readonly { readonly id: string; readonly name: string | null; readonly email: string | null }[];
  readonly organizations: readonly OrganizationLine[];
  readonly mayEnter: boolean;
  /** How an organization may be entered; absent: not by this visitor. */
  readonly registering:
    | { readonly isFree: boolean; readonly parents: readonly ChoiceOption[]; readonly kinds: readonly ChoiceOption[] }
    | undefined;
  readonly entered: Entered;
}

export interface OrganizationLine {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly code: string;
}

interface PeoplePageProps {
  readonly frame: Frame;
  readonly view: PeopleView;
  readonly problems: readonly FieldProblem[];
}

/** Find persons and organizations, and enter them. */
export function PeoplePage({ frame, view, problems }: PeoplePageProps) {
  const { lang } = frame;
  const t = accessText(lang);
  return (
    <Layout frame={frame} title={t('people.title')} crumbs={[{ label: t('people.title') }]} isUnlisted>
      <PageHead>
        <h1>{t('people.title')}</h1>
        <p>{t('people.lead')}</p>
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      <form method="get" action="/people">
        <Field lang={lang} name="q" label={t('people.search')} control={{ kind: 'text', value: view.query }} />
        <p>
          <button class="first" type="submit">
            {t('people.find')}
          </button>
        </p>
      </form>
      <Section id="persons" title={t('people.persons')}>
        {view.persons.length === 0 ? (
          <p class="soft">{t('people.noPersons')}</p>
        ) : (
          <DataTable
            caption={t('people.persons')}
            isCaptionHidden
            rows={view.persons}
            columns={[
              {
                head: t('people.name'),
                isRowHead: true,
                cell: ({ id, name }) => <a href={`/people/${id}`}>{name ?? t('people.erased')}</a>,
              },
              { head: t('people.email'), cell: ({ email }) => email ?? '—' },
            ]}
          />
        )}
      </Section>
      <OrganizationsSection frame={frame} view={view} />
      {view.mayEnter ? <EnterPerson frame={frame} view={view} problems={problems} /> : null}
      {view.registering === undefined ? null : <EnterOrganization frame={frame} view={view} problems={problems} />}
    </Layout>
  );
}

function OrganizationsSection({ frame, view }: Omit<PeoplePageProps, 'problems'>) {
  const t = accessText(frame.lang);
  return (
    <Section id="organizations" title={t('people.organizations')}>
      {view.organizations.length === 0 ? (
        <p class="soft">{t('people.noOrganizations')}</p>
      ) : (
        <DataTable
          caption={t('people.organizations')}
          isCaptionHidden
          rows={view.organizations}
          columns={[
            {
              head: t('bodies.name'),
              isRowHead: true,
              cell: ({ id, name }) => <a href={`/organizations/${id}/people`}>{name}</a>,
            },
            { head: t('bodies.kind'), cell: ({ kind }) => kind },
            { head: t('bodies.code'), cell: ({ code }) => <code>{code}</code> },
          ]}
        />
      )}
    </Section>
  );
}

function EnterPerson({ frame, view, problems }: PeoplePageProps) {
  const t = accessText(frame.lang);
  const { entered } = view;
  return (
    <Section id="enter-person" title={t('people.enter')}>
      <PlainForm
        frame={frame}
        action="/people"
        problems={problems}
        fields={[
          { name: 'name', label: t('people.name'), control: { kind: 'text', value: entered('name').slice(0, 200) } },
          {
            name: 'email',
            label: t('people.email'),
            hint: t('people.emailHint'),
            control: { kind: 'text', value: entered('email').slice(0, 254), autocomplete: 'off' },
          },
          { name: 'phone', label: t('people.phone'), control: { kind: 'text', value: entered('phone').slice(0, 40) } },
          {
            name: 'language',
            label: t('people.language'),
            control: {
              kind: 'choice',
              value: entered('language'),
              options: [
                { value: 'zh-Hans', label: '中文' },
                { value: 'en', label: 'English' },
              ],
            },
          },
        ]}
        submit={t('people.send')}
        isSecond
      />
    </Section>
  );
}

function EnterOrganization({ frame, view, problems }: PeoplePageProps) {
  const t = accessText(frame.lang);
  const { entered, registering } = view;
  if (registering === undefined) return null;
  const parents = registering.isFree ? undefined : registering.parents;
  return (
    <Section id="enter-organization" title={t('bodies.new')}>
      <PlainForm
        frame={frame}
        action="/people/organizations"
        problems={problems}
        fields={[
          {
            name: 'name-zh',
            label: t('bodies.nameZh'),
            control: { kind: 'text', value: entered('name-zh').slice(0, 200) },
          },
          {
            name: 'name-en',
            label: t('bodies.nameEn'),
            control: { kind: 'text', value: entered('name-en').slice(0, 200) },
          },
          {
            name: 'kind',
            label: t('bodies.kind'),
            control: { kind: 'choice', value: entered('kind'), options: registering.kinds },
          },
          {
            name: 'credit-code',
            label: t('bodies.creditCode'),
            control: { kind: 'text', value: entered('credit-code').slice(0, 40) },
          },
          {
            name: 'region',
            label: t('bodies.region'),
            control: { kind: 'text', value: entered('region').slice(0, 12) },
          },
          {
            name: 'parent',
            label: t('bodies.parent'),
            control:
              parents === undefined
                ? {
                    kind: 'choice',
                    value: entered('parent'),
                    options: [
                      { value: '', label: t('bodies.noParent') },
                      ...view.organizations.map(({ id, name }) => ({ value: id, label: name })),
                    ],
                  }
                : { kind: 'choice', value: entered('parent'), options: parents },
          },
        ]}
        submit={t('bodies.send')}
        isSecond
      />
    </Section>
  );
}
