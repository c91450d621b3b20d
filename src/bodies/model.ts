/** What the register holds about an organization, free of database, HTTP and clock. */

export interface OrganizationName {
  /** BCP 47: zh-Hans, en, fr ... */
  readonly lang: string;
  readonly text: string;
}

/** Who states it, and up to which day. `key` finds the record again in a newer file of the source. */
export interface OrganizationSource {
  readonly name: string;
  readonly key: string;
  readonly statedOn: string;
}

/** What one source says of an organization; what it leaves open stays absent. */
export interface OrganizationStatement {
  readonly kind: 'committee';
  readonly names: readonly OrganizationName[];
  readonly status?: 'active' | 'suspended' | 'disbanded';
  /** Code of the committee of which it is a part. */
  readonly parent?: string;
  /** The body that keeps the secretariat, as the source names it: `ANSI`, `SAC`. */
  readonly secretariat?: string;
}
