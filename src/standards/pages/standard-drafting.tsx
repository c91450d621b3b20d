import { DataTable } from '../../portal/data-table.tsx';
import type { Language } from '../../portal/languages.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import { Section } from '../../portal/section.tsx';
import { CreditCode } from './credit-code.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import { Sources } from './standard-record.tsx';
import type { DraftingOrganization } from './standard-view.ts';
import { standardsText } from './texts.ts';

/** Who drafted it, in printed order: the order is a matter of record. */
export function StandardDrafting({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { draftingOrganizations, drafters } = standard;
  if (draftingOrganizations.length === 0 && drafters.length === 0) return null;
  return (
    <Section id="drafting" title={t('standard.drafting')} side={t('standard.draftingSide')}>
      {draftingOrganizations.length === 0 ? null : (
        <OrganizationTable lang={lang} organizations={draftingOrganizations} />
      )}
      {drafters.length === 0 ? null : (
        <p>
          {t.rich('drafting.drafters', {
            n: drafters.length,
            names: <span lang="zh-Hans">{drafters.join('、')}</span>,
          })}
        </p>
      )}
    </Section>
  );
}

interface OrganizationTableProps {
  readonly lang: Language;
  readonly organizations: readonly DraftingOrganization[];
}

function OrganizationTable({ lang, organizations }: OrganizationTableProps) {
  const t = standardsText(lang);
  const rows = organizations.map((organization, index) => ({ organization, place: index + 1 }));
  const isAnyKindKnown = organizations.some(({ kind, region }) => kind ?? region);
  const isAnyCodeKnown = organizations.some(({ creditCode }) => creditCode);
  return (
    <DataTable
      caption={t('drafting.caption')}
      isCaptionHidden
      rows={rows}
      columns={[
        { head: t('drafting.place'), cell: ({ place }) => t('drafting.placeN', { n: place }) },
        {
          head: t('drafting.organization'),
          isRowHead: true,
          cell: ({ organization: { name, href } }) =>
            href === undefined ? (
              <InLanguage text={name} around={lang} />
            ) : (
              <a href={href}>
                <InLanguage text={name} around={lang} />
              </a>
            ),
        },
        { head: t('drafting.role'), cell: ({ organization }) => t(`role.${organization.role}`) },
        ...(isAnyCodeKnown
          ? [
              {
                head: t('drafting.creditCode'),
                cell: ({ organization }: (typeof rows)[number]) => (
                  <CreditCode lang={lang} code={organization.creditCode} />
                ),
              },
            ]
          : []),
        ...(isAnyKindKnown
          ? [
              {
                head: t('drafting.kindAndRegion'),
                cell: ({ organization: { kind, region } }: (typeof rows)[number]) =>
                  kind === undefined && region === undefined
                    ? t('field.notRecorded')
                    : [kind, region]
                        .filter((text) => text !== undefined)
                        .map((text) => (
                          <p>
                            <InLanguage text={text} around={lang} />
                          </p>
                        )),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Fields on which sources state different things: what is shown, what else is stated, by which rule. */
export function StandardDisagreements({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  if (standard.disagreements.length === 0) return null;
  return (
    <Section id="disagreements" title={t('standard.disagreements')} side={t('standard.disagreementsSide')}>
      <DataTable
        caption={t('disagreements.caption')}
        isCaptionHidden
        rows={standard.disagreements}
        columns={[
          {
            head: t('disagreements.field'),
            isRowHead: true,
            cell: ({ field }) => <InLanguage text={field} around={lang} />,
          },
          {
            head: t('disagreements.shown'),
            cell: ({ shown, shownSource }) => (
              <>
                <b>
                  <InLanguage text={shown} around={lang} />
                </b>
                <br />
                <Sources lang={lang} sources={[shownSource]} />
              </>
            ),
          },
          {
            head: t('disagreements.others'),
            cell: ({ others }) => (
              <ul class="stack">
                {others.map(({ value, source }) => (
                  <li>
                    <InLanguage text={value} around={lang} />
                    <br />
                    <Sources lang={lang} sources={[source]} />
                  </li>
                ))}
              </ul>
            ),
          },
          { head: t('disagreements.rule'), cell: ({ rule }) => <InLanguage text={rule} around={lang} /> },
        ]}
      />
    </Section>
  );
}
