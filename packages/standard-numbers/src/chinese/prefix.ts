import type { Nature, NumberKind, Scheme, Tier } from '../model.ts';
import { type FormLeads, formLeadsOf } from './write.ts';

/** What a Chinese prefix says before any serial is read. */
export interface PrefixFields {
  readonly scheme: Scheme;
  readonly tier: Tier | undefined;
  readonly kind: NumberKind;
  readonly nature: Nature | undefined;
  readonly publisher: string;
  readonly region: string | undefined;
  readonly prefix: string;
}

/** A prefix with what the forms of its numbers begin with. */
export interface Prefix extends PrefixFields {
  readonly leads: FormLeads;
}

export function prefixOf(fields: PrefixFields): Prefix {
  return {
    scheme: fields.scheme,
    tier: fields.tier,
    kind: fields.kind,
    nature: fields.nature,
    publisher: fields.publisher,
    region: fields.region,
    prefix: fields.prefix,
    leads: formLeadsOf(fields),
  };
}
