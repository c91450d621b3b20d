import { DataTable } from '../../portal/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { TextInBoth } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { shortestPassword } from '../accounts.ts';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly isVerified: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** What a provider of identities is called, where there is one. */
  readonly provider: TextInBoth | undefined;
  readonly sessions: readonly SessionView[];
}

interface SessionView {
  readonly id: string;
  readonly browser: string;
  readonly since: string;
  readonly until: string;
  readonly isThis: boolean;
}

interface AccountPageProps {
  readonly frame: Frame;
  readonly account: AccountView;
  readonly problems: readonly FieldProblem[];
}

/** The own account: who one is, the ways in, and where one is signed in. */
export function AccountPage({ frame, account, problems }: AccountPageProps) {
  const { lang } = frame;
  const t = accessText(lang);
  return (
    <Layout frame={frame} title={t('account.title')} crumbs={[{ label: t('account.title') }]} isUnlisted>
      <PageHead>
        <h1>{account.name}</h1>
        <PlainForm frame={frame} action="/sign-out" fields={[]} submit={t('account.signOut')} isSecond />
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      <Section id="links" title={t('account.links')}>
        <ul>
          {[
            ['/account/authority', t('account.authority')],
            [`/people/${account.id}`, t('account.self')],
            ['/account/acts', t('account.acts')],
            ['/account/tokens', t('account.tokens')],
            ['/people', t('account.people')],
            ['/audit', t('account.audit')],
          ].map(([href, label]) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="who" title={t('account.who')}>
        <FieldList
          entries={[
            { label: t('account.name'), value: account.name },
            { label: t('account.email'), value: emailSentence(frame, account), empty: t('account.noEmail') },
          ]}
        />
      </Section>
      {account.hasPassword ? <PasswordSection frame={frame} problems={problems} /> : null}
      {account.hasPassword ? <SecondFactorSection frame={frame} account={account} problems={problems} /> : null}
      {account.provider === undefined ? null : (
        <Section id="provider" title={t('account.provider')}>
          <p>
            <a class="btn" href="/sign-in/with/oidc?join">
              {t('account.providerJoin', { label: account.provider[lang] })}
            </a>
          </p>
        </Section>
      )}
      <SessionsSection frame={frame} account={account} />
    </Layout>
  );
}

function emailSentence({ lang }: Frame, { email, isVerified }: AccountView) {
  if (email === undefined) return undefined;
  return accessText(lang)(isVerified ? 'account.emailConfirmed' : 'account.emailNotConfirmed', { email });
}

interface PasswordSectionProps {
  readonly frame: Frame;
  readonly problems: readonly FieldProblem[];
}

function PasswordSection({ frame, problems }: PasswordSectionProps) {
  const t = accessText(frame.lang);
  return (
    <Section id="password-set" title={t('account.password')} side={t('account.passwordNote')}>
      <PlainForm
        frame={frame}
        action="/account/password"
        problems={problems}
        fields={[
          { name: 'current-password', label: t('account.current'), control: { kind: 'password', use: 'current' } },
          {
            name: 'password',
            label: t('password.new'),
            hint: t('password.hint', { shortest: shortestPassword }),
            control: { kind: 'password', use: 'new' },
          },
        ]}
        submit={t('account.changePassword')}
        isSecond
      />
    </Section>
  );
}

function SecondFactorSection({ frame, account, problems }: PasswordSectionProps & { readonly account: AccountView }) {
  const t = accessText(frame.lang);
  const field = (name: string) =>
    ({ name, label: t('account.current'), control: { kind: 'password', use: 'current' } }) as const;
  return (
    <Section id="second-factor" title={t('account.second')}>
      <div>
        <p>{t.rich(account.hasSecondFactor ? 'account.secondOn' : 'account.secondOff')}</p>
        {account.hasSecondFactor ? (
          <>
            <PlainForm
              frame={frame}
              action="/account/second-factor/codes"
              problems={problems}
              fields={[field('second-password')]}
              submit={t('account.newCodes')}
              isSecond
            />
            <PlainForm
              frame={frame}
              action="/account/second-factor/end"
              problems={problems}
              fields={[field('end-password')]}
              submit={t('account.secondEnd')}
              isSecond
            />
          </>
        ) : (
          <PlainForm
            frame={frame}
            action="/account/second-factor"
            problems={problems}
            fields={[field('second-password')]}
            submit={t('account.secondBegin')}
            isSecond
          />
        )}
      </div>
    </Section>
  );
}

function SessionsSection({ frame, account }: { readonly frame: Frame; readonly account: AccountView }) {
  const t = accessText(frame.lang);
  const others = account.sessions.filter(({ isThis }) => !isThis);
  return (
    <Section id="sessions" title={t('account.sessions')}>
      <div>
        <DataTable
          caption={t('account.sessionsCaption')}
          isCaptionHidden
          rows={account.sessions}
          columns={[
            { head: t('account.browser'), isRowHead: true, cell: ({ browser }) => (browser === '' ? '—' : browser) },
            { head: t('account.since'), cell: ({ since }) => since },
            { head: t('account.until'), cell: ({ until }) => until },
            {
              head: t('account.action'),
              cell: ({ id, browser, isThis }) =>
                isThis ? (
                  t('account.thisOne')
                ) : (
                  <PlainForm
                    frame={frame}
                    action={`/account/sessions/${id}/end`}
                    fields={[]}
                    submit={t('account.end')}
                    submitLabel={t('account.endFor', { browser: browser === '' ? '—' : browser })}
                    isSecond
                  />
                ),
            },
          ]}
        />
        {others.length === 0 ? null : (
          <PlainForm
            frame={frame}
            action="/account/sessions/end-others"
            fields={[]}
            submit={t('account.endOthers')}
            isSecond
          />
        )}
      </div>
    </Section>
  );
}
