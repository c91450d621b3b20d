import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language } from '../../portal/languages.ts';
import { Layout } from '../../portal/layout.tsx';
import { listed, sentenceGap } from '../../portal/listed.ts';
import { Notice } from '../../portal/notice.tsx';
import { Pagination } from '../../portal/pagination.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { CreditCode } from './credit-code.tsx';
import type { OrganizationStandard, OrganizationView, RoleCounts } from './register-view.ts';
import { ResultEntry } from './result-entry.tsx';
import { standardsText } from './texts.ts';

interface OrganizationPageProps {
  readonly frame: Frame;
  readonly organization: OrganizationView;
}

/** The standards an organization took part in drafting, with its role and place in each. */
export function OrganizationPage({ frame, organization }: OrganizationPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { name, counts, standards } = organization;
  return (
    <Layout
      frame={frame}
      title={name.text}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: t('browse.by.organization'), href: '/browse/organization' },
        { label: <InLanguage text={name} around={lang} /> },
      ]}
    >
      <PageHead margin={<OrganizationFacts frame={frame} organization={organization} />}>
        <h1 lang={name.lang === lang ? undefined : name.lang}>{name.text}</h1>
        {organization.otherNames.map((other) => (
          <p class="other" lang={other.lang === lang ? undefined : other.lang}>
            {other.text}
          </p>
        ))}
        <div class="says">
          <p>{roleSentence(lang, counts)}</p>
        </div>
        <p class="row acts noprint">
          <a class="btn first" href={organization.certificateHref}>
            {t('organization.certificate')}
          </a>
        </p>
      </PageHead>
      {organization.notJoined.length === 0 ? null : (
        <Notice kind="plain">
          <p>
            {t('organization.notJoined')}
            {sentenceGap(lang)}
            {listed(
              lang,
              organization.notJoined.map(({ label, href }) => (
                <a href={href}>
                  <InLanguage text={label} around={lang} />
                </a>
              )),
            )}
          </p>
        </Notice>
      )}
      <Section id="standards" title={t('browse.standards')}>
        <div>
          <ol class="hits">
            {standards.map(({ result, ...role }) => (
              <ResultEntry frame={frame} result={result} level="h3" before={<b>{roleText(lang, role)}</b>} />
            ))}
          </ol>
          <Pagination lang={lang} view={organization.pagination} />
        </div>
      </Section>
    </Layout>
  );
}

function OrganizationFacts({ frame, organization }: OrganizationPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { creditCode, kind, region, counts } = organization;
  return (
    <FieldList
      entries={[
        {
          label: t('drafting.creditCode'),
          value: <CreditCode lang={lang} code={creditCode} />,
        },
        { label: t('organization.kind'), value: kind && <InLanguage text={kind} around={lang} /> },
        { label: t('field.region'), value: region && <InLanguage text={region} around={lang} /> },
        { label: t('role.leading'), value: t('count', { n: counts.leading }) },
        { label: t('role.takingPart'), value: t('count', { n: counts.takingPart }) },
        ...(counts.notStated > 0 ? [{ label: t('role.notStated'), value: t('count', { n: counts.notStated }) }] : []),
      ]}
    />
  );
}

/** "It led the drafting of 3 standards and took part in 5 more", as far as the register holds them. */
export function roleSentence(lang: Language, { leading, takingPart, notStated }: RoleCounts): string {
  const t = standardsText(lang);
  const all = leading + takingPart + notStated;
  return t('organization.sentence', { n: all, leading, takingPart, notStated });
}

function roleText(lang: Language, { role, place }: Pick<OrganizationStandard, 'role' | 'place'>): string {
  const t = standardsText(lang);
  return place === undefined ? t(`organization.role.${role}`) : t(`organization.roleAt.${role}`, { place });
}
