import type { AdoptionDegree, Relation } from '../model.ts';
import { cleanLine } from './clean-text.ts';
import type { Doubt } from './reading.ts';
import type { RelatonIdentifier, RelatonRecord, RelatonRelation } from './relaton-shape.ts';

/** The number of the record: the primary identifier, else the first that is one of the publisher's. */
export function numberOf(record: RelatonRecord): string | undefined {
  const chosen = identifierOf([...record.docid, ...record.docidentifier]);
  if (chosen !== undefined && /[\p{L}]\S*\s/u.test(chosen)) return chosen;
  // Older records of Chinese standards split the number: docid `T13368` of type JB, the whole number below.
  const structured = [...record.structuredidentifier, ...(record.ext?.structuredidentifier ?? [])]
    .map(({ project_number }) => cleanLine(project_number ?? ''))
    .find((number) => /\p{L}/u.test(number) && /\d/.test(number));
  return structured ?? chosen;
}

/** Identifiers that are not the document's number in writing. */
const otherTypes = /^(urn|doi|isbn|issn|iso-undated|iso-reference|iso-with-lang|iso-iteration|issue)$/i;

function identifierOf(identifiers: readonly RelatonIdentifier[]): string | undefined {
  const usable = identifiers.filter(({ id, type }) => id !== '' && !otherTypes.test(type));
  const id = cleanLine((usable.find(({ isPrimary }) => isPrimary) ?? usable[0])?.id ?? '');
  return id === '' ? undefined : id;
}

const kinds: Readonly<Record<string, Relation['kind']>> = {
  obsoletes: 'replaces',
  replaces: 'replaces',
  supersedes: 'replaces',
  obsoletedBy: 'replacedBy',
  replacedBy: 'replacedBy',
  supersededBy: 'replacedBy',
  amends: 'amends',
  adopts: 'adopts',
  adoptedFrom: 'adopts',
  translatedFrom: 'translates',
  cites: 'cites',
  hasNormativeReference: 'normativeReference',
};

export function relationsOf(record: RelatonRecord, number: string, doubt: Doubt): readonly Relation[] {
  return record.relation.flatMap((one): readonly Relation[] => {
    const target = targetOf(one);
    if (target === undefined || target === number) return [];
    const type = one.type ?? '';
    const kind = type === 'updates' ? updateOf(number, target) : kinds[type];
    if (kind === 'unclear') {
      doubt('standards.relation-ambiguous', 'relation', `${type} ${target}`);
      return [];
    }
    if (kind === undefined) return [];
    const degree = kind === 'adopts' ? degreeOf(one.description ?? '') : undefined;
    return [{ kind, target, ...(degree ? { degree } : {}) }];
  });
}

function targetOf({ bibitem }: RelatonRelation): string | undefined {
  const id =
    identifierOf([...(bibitem?.docid ?? []), ...(bibitem?.docidentifier ?? [])]) ??
    cleanLine(bibitem?.formattedref ?? '');
  return id === '' ? undefined : id;
}

/**
 * "updates" has meant two things: a supplement updates its base, and, in collections before 2026, an edition points so at
 * the later edition that replaces it. A supplement named by its base is the inverse side and stated by the supplement itself.
 */
function updateOf(number: string, target: string): 'amends' | 'replacedBy' | 'unclear' | undefined {
  if (number.startsWith(`${target}/`)) return 'amends';
  if (target.startsWith(`${number}/`)) return undefined;
  const [own, other] = [number, target].map(
    (text) => /^(?<series>.+?)[:-](?<year>(?:18|19|20)\d{2})$/.exec(text)?.groups,
  );
  const isLater =
    own?.['series'] === other?.['series'] &&
    own !== undefined &&
    other !== undefined &&
    Number(other['year']) > Number(own['year']);
  return isLater ? 'replacedBy' : 'unclear';
}

function degreeOf(description: string): AdoptionDegree | undefined {
  if (/\bIDT\b|identical|等同/i.test(description)) return 'IDT';
  if (/\bMOD\b|modified|修改/i.test(description)) return 'MOD';
  return /\bNEQ\b|non-?equivalent|非等效/i.test(description) ? 'NEQ' : undefined;
}
