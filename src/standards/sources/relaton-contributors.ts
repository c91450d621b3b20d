import { cleanLine } from './clean-text.ts';
import type { RelatonRecord } from './relaton-shape.ts';

/** Publishers by their short name where they have one: `ISO`, `IEC`. */
export function issuersOf(record: RelatonRecord): readonly string[] {
  const names = record.contributor
    .filter(({ role }) => role.some(({ type }) => type === 'publisher'))
    .map(({ organization }) => cleanLine(organization?.abbreviation || chineseFirst(organization?.name ?? []) || ''));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The committee by its reference (`ISO/TC 176/SC 2`), or by its name where it has none. */
export function committeeOf(record: RelatonRecord): string | undefined {
  const asContributor = record.contributor
    .flatMap(({ organization }) => organization?.subdivision ?? [])
    .map(({ identifier, name }) => cleanLine(identifier[0] ?? name[0] ?? ''))
    .find((name) => name !== '');
  if (asContributor !== undefined) return asContributor;
  const groups = [
    ...record.editorialgroup,
    ...record.committee,
    ...(record.ext?.editorialgroup ?? []),
    ...(record.ext?.gbcommittee ?? []),
  ];
  return groups.map(groupName).find((name) => name !== '');
}

type Group = RelatonRecord['editorialgroup'][number];

function groupName({ agency, technical_committee, subcommittee, name, content }: Group): string {
  const [committee] = technical_committee;
  const [sub] = subcommittee;
  if (committee?.number === undefined || committee.number === null)
    return cleanLine(name ?? content ?? committee?.name ?? '');
  const parts = [
    `${committee.type ?? 'TC'} ${committee.number}`,
    ...(sub?.number ? [`${sub.type ?? 'SC'} ${sub.number}`] : []),
  ];
  return cleanLine([...agency, ...parts].join('/'));
}

/** Persons named as authors; committees and publishers are not drafters. */
export function personsOf(record: RelatonRecord): readonly string[] {
  return record.contributor
    .filter(({ role }) => role.some(({ type }) => type === 'author' || type === 'editor'))
    .map(({ person }) => person?.name)
    .map((name) => cleanLine(name?.completename ?? [...(name?.forename ?? []), name?.surname ?? ''].join(' ')))
    .filter((name) => name !== '');
}

function chineseFirst(names: readonly string[]): string | undefined {
  return names.find((name) => /\p{Script=Han}/u.test(name)) ?? names[0];
}
