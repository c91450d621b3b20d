import { FieldList } from '../../portal/field-list.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import type { CommitteeView } from './register-view.ts';
import { ResultsSection } from './results-section.tsx';
import { Sources } from './standard-record.tsx';
import { standardsText } from './texts.ts';

interface CommitteePageProps {
  readonly frame: Frame;
  readonly committee: CommitteeView;
}

/** The standards a technical committee answers for. */
export function CommitteePage({ frame, committee }: CommitteePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { reference, name, children, standards } = committee;
  return (
    <Layout
      frame={frame}
      title={name === undefined ? reference : t('committee.title', { reference, name: name.text })}
      crumbs={[
        { label: t('crumb.standards'), href: '/standards' },
        { label: t('browse.by.committee'), href: '/browse/committee' },
        { label: reference },
      ]}
    >
      <PageHead margin={<CommitteeFacts frame={frame} committee={committee} />}>
        <p class="num">{reference}</p>
        <h1 lang={name === undefined || name.lang === lang ? undefined : name.lang}>{name?.text ?? reference}</h1>
        {name === undefined ? <p class="soft">{t('committee.noName')}</p> : null}
      </PageHead>
      {children.length === 0 ? null : <Subcommittees frame={frame} committee={committee} />}
      {standards.length === 0 ? (
        <Section id="standards" title={t('browse.standards')}>
          <p>{t('committee.noStandards')}</p>
        </Section>
      ) : (
        <ResultsSection frame={frame} results={standards} pagination={committee.pagination} />
      )}
    </Layout>
  );
}

function CommitteeFacts({ frame, committee }: CommitteePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { parent, secretariat, status, source, counts } = committee;
  return (
    <FieldList
      entries={[
        {
          label: t('committee.parent'),
          value: parent && (
            <a href={parent.href}>
              <InLanguage text={parent.label} around={lang} />
            </a>
          ),
        },
        {
          label: t('committee.secretariat'),
          value: secretariat && <InLanguage text={secretariat} around={lang} />,
        },
        { label: t('committee.status'), value: status && t(`committee.status.${status}`) },
        { label: t('field.sources'), value: source && <Sources lang={lang} sources={[source]} /> },
        ...counts.map(({ label, records, href }) => ({
          label: <InLanguage text={label} around={lang} />,
          value: <a href={href}>{t('count', { n: records })}</a>,
        })),
      ]}
    />
  );
}

function Subcommittees({ frame, committee }: CommitteePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Section id="children" title={t('committee.children')}>
      <ul class="stack">
        {committee.children.map(({ label, href }) => (
          <li>
            <a href={href}>
              <InLanguage text={label} around={lang} />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
