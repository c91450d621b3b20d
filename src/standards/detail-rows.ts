import { type Projection, projection } from '../foundation/projection.ts';
import { identityOf, targetKey } from './identity.ts';
import { merged } from './merge.ts';
import { nameKey } from './name-key.ts';
import { standardState } from './standard-state.ts';

const always = {} as const;

export const relationRows: Projection = projection({
  kind: 'standard',
  table: 'standard_relation',
  idColumn: 'standard_id',
  columns: ['kind', 'target', 'target_key', 'whole', 'locality', 'degree'],
  rows: (events) => {
    const state = standardState(events);
    if (state.isAnnulled) return [];
    return (merged(state.statements)?.relations ?? []).map((relation) => ({
      valid: always,
      content: {
        kind: relation.kind,
        target: relation.target,
        target_key: targetKey(relation.target),
        whole: relation.whole ?? true,
        locality: relation.locality ?? null,
        degree: relation.degree ?? null,
      },
    }));
  },
});

export const organizationRows: Projection = projection({
  kind: 'standard',
  table: 'standard_organization',
  idColumn: 'standard_id',
  columns: ['place', 'name', 'name_key', 'role', 'credit_code', 'organization_kind', 'region'],
  rows: (events) => {
    const state = standardState(events);
    if (state.isAnnulled) return [];
    return (merged(state.statements)?.organizations ?? []).map((organization, index) => ({
      valid: always,
      content: {
        place: index + 1,
        name: organization.name,
        name_key: nameKey(organization.name),
        role: organization.role,
        credit_code: organization.creditCode ?? null,
        organization_kind: organization.kind ?? null,
        region: organization.region ?? null,
      },
    }));
  },
});

export const sourceRows: Projection = projection({
  kind: 'standard',
  table: 'standard_source',
  idColumn: 'standard_id',
  columns: ['source', 'source_key', 'stated_on', 'rank', 'content_hash', 'locator', 'event_version'],
  rows: (events) => {
    const state = standardState(events);
    if (state.isAnnulled) return [];
    return state.statements.map(({ source, contentHash, version }) => ({
      valid: always,
      content: {
        source: source.name,
        source_key: source.key,
        stated_on: source.statedOn,
        rank: source.rank,
        content_hash: contentHash,
        locator: source.locator ?? null,
        event_version: version,
      },
    }));
  },
});

export const issuerRows: Projection = projection({
  kind: 'standard',
  table: 'standard_issuer',
  idColumn: 'standard_id',
  columns: ['issuer_code'],
  rows: (events) => {
    const state = standardState(events);
    const identity = identityOf(state.identity.number);
    if (state.isAnnulled || !identity) return [];
    return [{ valid: always, content: { issuer_code: identity.homeCode } }];
  },
});
