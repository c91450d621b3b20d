import type { StatusCode } from '../../portal/register-codes.ts';
import type { AdoptionDegree, Implementation, StageSeen, Title } from '../model.ts';
import type { RelationKind } from '../pages/standard-view.ts';
import type { Brief } from '../queries/brief.ts';
import type { Moment } from '../queries/moment.ts';
import type { OrganizationRow, StandardRecord } from '../queries/record.ts';
import { cutKinds, type RelationRow, relationCounts } from '../queries/relations.ts';
import { kindSeenFromHere } from '../relation-kinds.ts';
import { inForceFrom, statusAsStated, supersededDay } from '../views/days.ts';

/** A standard as programs get it: the record's public fields, its status on the asked day, and where it comes from. */
export interface PublicRecord {
  readonly number: string;
  readonly address: string;
  readonly href: string;
  readonly tier: StandardRecord['tier'];
  readonly kind: string;
  readonly nature: StandardRecord['nature'];
  readonly titles: readonly Title[];
  readonly scope: readonly { readonly lang: string; readonly text: string }[];
  readonly asOf: string;
  /** The known-date asked for; null: what the register holds now. */
  readonly known: string | null;
  readonly status: PublicStatus;
  readonly published: string | null;
  readonly implementations: readonly Implementation[];
  readonly inForceOn: string | null;
  readonly inForceAsWritten: string | null;
  readonly supersededOn: string | null;
  readonly supersededAsWritten: string | null;
  readonly withdrawn: string | null;
  readonly withdrawal: StandardRecord['withdrawal'];
  readonly numberCancelledOn: string | null;
  readonly suspensions: StandardRecord['suspensions'];
  readonly reviewedOn: string | null;
  readonly stage: string | null;
  readonly stages: readonly StageSeen[];
  readonly edition: number | null;
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly industry: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  readonly topics: readonly string[];
  readonly committee: string | null;
  readonly department: string | null;
  readonly issuers: readonly string[];
  readonly organizations: readonly PublicOrganization[];
  readonly drafters: readonly string[];
  readonly filing: StandardRecord['filing'];
  readonly pages: number | null;
  readonly languages: readonly string[];
  readonly textAddress: string | null;
  readonly remarks: string | null;
  readonly relations: readonly PublicRelation[];
  /** How many there are of each kind, also where not all of them are listed. */
  readonly relationCounts: Readonly<Record<string, number>>;
  /** Where all of them are read page by page, when more are held than are listed. */
  readonly moreRelations: string | null;
  readonly sources: readonly { readonly name: string; readonly statedOn: string }[];
  readonly sourcesDisagree: boolean;
  readonly knownSince: string;
}

export interface PublicStatus {
  readonly code: StatusCode;
  readonly basis: 'dates' | 'reported' | 'none';
  readonly since: string | null;
  readonly sinceAsWritten: string | null;
  readonly until: string | null;
  readonly untilAsWritten: string | null;
  /** False where the asked day lies within a date of lower precision from which the status follows. */
  readonly certain: boolean;
  readonly partlyReplaced: boolean;
  readonly suspended: boolean;
}

export interface PublicRelation {
  readonly kind: RelationKind;
  readonly number: string;
  /** Address of its record; null when this register holds none. */
  readonly address: string | null;
  readonly whole: boolean;
  readonly locality: string | null;
  readonly degree: AdoptionDegree | null;
}

export interface PublicOrganization {
  readonly name: string;
  readonly role: string;
  readonly place: number;
  readonly creditCode: string | null;
  readonly kind: string | null;
  readonly region: string | null;
}

/** The public form of a record at a moment. */
export function publicRecord(record: StandardRecord, moment: Moment): PublicRecord {
  return {
    number: record.number,
    address: record.address,
    href: `/standards/${encodeURIComponent(record.address)}`,
    tier: record.tier,
    kind: record.kind,
    nature: record.nature,
    titles: record.titles,
    scope: record.scope,
    asOf: moment.day,
    known: moment.known ?? null,
    status: publicStatus(record, moment.day),
    published: record.publishedAs,
    implementations: record.implementations,
    inForceOn: record.inForceOn,
    inForceAsWritten: inForceFrom(record) ?? null,
    supersededOn: record.dates.supersededOn,
    supersededAsWritten: supersededDay(record)?.written ?? null,
    withdrawn: record.withdrawnAs,
    withdrawal: record.withdrawal,
    numberCancelledOn: record.cancelledOn,
    suspensions: record.suspensions,
    reviewedOn: record.reviewedOn,
    stage: record.stage,
    stages: record.stages,
    edition: record.edition,
    ics: record.ics,
    ccs: record.ccs,
    industry: record.industry,
    region: record.region,
    sector: record.sector,
    topics: record.topics,
    committee: record.committee,
    department: record.department,
    issuers: record.issuers,
    organizations: record.organizations.map(publicOrganization),
    drafters: record.drafters,
    filing: record.filing,
    pages: record.pages,
    languages: record.languages,
    textAddress: record.textAddress,
    remarks: record.remarks,
    relations: publicRelations(record.relations),
    relationCounts: relationCounts(record.relations),
    moreRelations: cutKinds(record.relations).size === 0 ? null : relationsAddress(record, moment),
    sources: record.sources.map(({ source, statedOn }) => ({ name: source, statedOn })),
    sourcesDisagree: record.hasConflict || record.contradicting.length > 0,
    knownSince: record.knownSince,
  };
}

function relationsAddress({ address }: StandardRecord, { day, known }: Moment): string {
  const asked = new URLSearchParams({ 'as-of': day, ...(known === undefined ? {} : { known }) });
  return `/api/v1/standards/${encodeURIComponent(address)}/relations?${asked}`;
}

/** Status with the flags beside it, on a day. */
export function publicStatus(brief: Brief, day: string): PublicStatus {
  const { code, basis, since, until, isCertain } = statusAsStated(brief, day);
  return {
    code,
    basis,
    since: since?.first ?? null,
    sinceAsWritten: since?.written ?? null,
    until: until?.first ?? null,
    untilAsWritten: until?.written ?? null,
    certain: isCertain,
    partlyReplaced: brief.successors.some((one) => !one.whole && one.inForceOn !== null && one.inForceOn <= day),
    suspended: brief.suspensions.some((one) => one.from <= day && (one.until === undefined || day < one.until)),
  };
}

function publicOrganization({ name, role, place, creditCode, kind, region }: OrganizationRow): PublicOrganization {
  return { name, role, place, creditCode, kind, region };
}

/** Relations seen from the record, each once. */
export function publicRelations(rows: readonly RelationRow[]): readonly PublicRelation[] {
  const found = new Map<string, PublicRelation>();
  for (const row of rows) {
    const kind = kindSeenFromHere(row);
    const key = `${kind} ${row.targetKey}`;
    if (found.has(key)) continue;
    found.set(key, {
      kind,
      number: row.otherNumber ?? row.target,
      address: row.otherAddress,
      whole: row.whole,
      locality: row.locality,
      degree: row.degree,
    });
  }
  return [...found.values()];
}
