import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { PlainForm } from './plain-form.tsx';
import { accessText } from './texts.ts';

interface SecondFactorPageProps {
  readonly frame: Frame;
  /** Absent after a wrong code: secret and recovery codes are shown once. */
  readonly begun: { readonly picture: string; readonly secret: string; readonly codes: readonly string[] } | undefined;
  readonly problems: readonly FieldProblem[];
}

/** The secret as a picture and as text, the recovery codes, and the first code that turns the second factor on. */
export function SecondFactorPage({ frame, begun, problems }: SecondFactorPageProps) {
  const t = accessText(frame.lang);
  const crumbs = [{ label: t('account.title'), href: '/account' }, { label: t('second.title') }];
  return (
    <Layout frame={frame} title={t('second.title')} crumbs={crumbs} isUnlisted>
      <PageHead>
        <h1>{t('second.title')}</h1>
      </PageHead>
      <ErrorSummary lang={frame.lang} problems={problems} />
      {begun === undefined ? null : (
        <>
          <Section id="scan" title={t('second.step1')}>
            <div>
              <img src={`/account/second-factor/${begun.picture}`} alt={t('second.qr')} width="240" height="240" />
              <p>{t.rich('second.secret', { secret: <code class="secret">{begun.secret}</code> })}</p>
            </div>
          </Section>
          <Section id="codes" title={t('second.step2')} side={t('second.codesNote')}>
            <Codes codes={begun.codes} />
          </Section>
        </>
      )}
      <Section id="confirm" title={t('second.step3')}>
        <PlainForm
          frame={frame}
          action="/account/second-factor/confirm"
          problems={problems}
          fields={[{ name: 'code', label: t('second.code'), control: { kind: 'code' } }]}
          submit={t('second.confirm')}
        />
      </Section>
    </Layout>
  );
}

/** New recovery codes, shown once. */
export function RecoveryCodesPage({ frame, codes }: { readonly frame: Frame; readonly codes: readonly string[] }) {
  const t = accessText(frame.lang);
  const crumbs = [{ label: t('account.title'), href: '/account' }, { label: t('second.codesTitle') }];
  return (
    <Layout frame={frame} title={t('second.codesTitle')} crumbs={crumbs} isUnlisted>
      <PageHead>
        <h1>{t('second.codesTitle')}</h1>
        <p>{t('second.codesLead')}</p>
      </PageHead>
      <p>{t('second.codesNote')}</p>
      <Codes codes={codes} />
      <p>
        <a href="/account">{t('second.back')}</a>
      </p>
    </Layout>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul>
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  );
}
