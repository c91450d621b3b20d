import type { Committee } from '../../bodies/index.ts';
import type {
  ClassificationView,
  CodeView,
  DraftingOrganization,
  OrganizationLink,
  ResponsibilityView,
} from '../pages/standard-view.ts';
import type { OrganizationRow, StandardRecord } from '../queries/record.ts';
import { codeName, type ViewContext, written } from './link.ts';
import { committeeName } from './naming.ts';

/** An address below /browse for a class or body. */
export function browsePath(by: string, value?: string): string {
  return value === undefined ? `/browse/${by}` : `/browse/${by}/${encodeURIComponent(value)}`;
}

/** Page of a drafting organization. */
export function organizationPath(key: string): string {
  return `/organizations/${encodeURIComponent(key)}`;
}

export function classificationView(record: StandardRecord, context: ViewContext): ClassificationView {
  const code = (list: string, value: string, by?: string): CodeView => ({
    code: value,
    name: codeName(context, list, value),
    href: by === undefined ? undefined : browsePath(by, value),
  });
  return {
    ics: record.ics.map((value) => code('ics', value, 'ics')),
    ccs: record.ccs.map((value) => code('ccs', value, 'ccs')),
    industries: record.industry === null ? [] : [code('industries', record.industry)],
    topics: record.topics.map((topic) => ({
      label: written(topic),
      href: `/standards?q=${encodeURIComponent(topic)}`,
    })),
    region: record.region === null ? undefined : code('regions', record.region, 'region'),
    sector: record.sector === null ? undefined : code('sector-codes', record.sector, 'sector'),
  };
}

export function responsibilityView(
  record: StandardRecord,
  committee: Committee | undefined,
  context: ViewContext,
): ResponsibilityView {
  const body = (by: string, name: string | null): OrganizationLink | undefined =>
    name === null ? undefined : { name: written(name), href: browsePath(by, name) };
  return {
    issuers: record.issuers.map((name) => ({ name: written(name) })),
    department: body('department', record.department),
    committee: withName(body('committee', record.committee), committeeName(committee, context.lang)),
  };
}

function withName(
  link: OrganizationLink | undefined,
  fullName: OrganizationLink['fullName'],
): OrganizationLink | undefined {
  return link && { ...link, fullName };
}

/** Drafting organizations in the printed order. */
export function draftingViews(
  organizations: readonly OrganizationRow[],
  context: ViewContext,
): readonly DraftingOrganization[] {
  return organizations.map((organization) => ({
    name: written(organization.name),
    href: organizationPath(organization.creditCode ?? organization.nameKey),
    role: organization.role,
    creditCode: organization.creditCode ?? undefined,
    kind: organization.kind === null ? undefined : written(organization.kind),
    region:
      organization.region === null
        ? undefined
        : (codeName(context, 'regions', organization.region) ?? written(organization.region)),
  }));
}
