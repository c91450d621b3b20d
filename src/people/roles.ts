import type { Definitions } from '../foundation/definitions.ts';
import type { CodelistEntry } from '../foundation/definitions-codelist.ts';

export const scopes = ['own', 'below', 'everywhere'] as const;
export type Scope = (typeof scopes)[number];

/** A role of definitions/codelists/roles.csv as it is on a day. */
export interface Role {
  readonly code: string;
  readonly name: { readonly 'zh-Hans': string; readonly en: string };
  /** Kinds of organization it belongs to; empty: any. */
  readonly bodyKinds: readonly string[];
  readonly scope: Scope;
  /** Whether its holder may let somebody else act meanwhile; a member votes in person. */
  readonly mayBeLent: boolean;
  /** Roles whose holders appoint to it. */
  readonly appointedBy: readonly string[];
  /** A secretariat enters it only on a decision of the authority, which it names. */
  readonly onDecision: boolean;
  readonly isConfirmed: boolean;
  readonly source: string;
}

/** The roles there are on a day, by their codes. */
export function rolesOn(definitions: Definitions, day: string): ReadonlyMap<string, Role> {
  return new Map(
    definitions
      .codelist('roles')
      .at(day)
      .entries()
      .map((entry) => [entry.code, roleOf(entry)]),
  );
}

function roleOf({ code, name, extra, confirmed, source }: CodelistEntry): Role {
  const words = (column: string): readonly string[] => (extra[column] ?? '').split(' ').filter((word) => word !== '');
  return {
    code,
    name: { 'zh-Hans': name.zh ?? code, en: name.en ?? code },
    bodyKinds: words('body_kinds'),
    scope: scopes.find((scope) => scope === extra['scope']) ?? 'own',
    mayBeLent: extra['may_be_lent'] === 'true',
    appointedBy: words('appointed_by'),
    onDecision: extra['on_decision'] === 'true',
    isConfirmed: confirmed,
    source,
  };
}
