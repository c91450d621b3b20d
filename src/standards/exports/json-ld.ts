import { statusAt } from '../queries/brief.ts';
import type { StandardRecord } from '../queries/record.ts';
import { kindSeenFromHere } from '../relation-kinds.ts';

/** A record as linked data in the terms of schema.org and Dublin Core, so that programs need not know this register. */
export function jsonLd(
  record: StandardRecord,
  place: { readonly base: string; readonly day: string },
): Readonly<Record<string, unknown>> {
  const address = (of: string) => `${place.base}/standards/${encodeURIComponent(of)}`;
  const related = (kinds: readonly string[]) =>
    record.relations
      .filter((row) => kinds.includes(kindSeenFromHere(row)))
      .map((row) => ({
        '@type': 'CreativeWork',
        identifier: row.otherNumber ?? row.target,
        ...(row.otherAddress === null ? {} : { '@id': address(row.otherAddress), url: address(row.otherAddress) }),
      }));
  return {
    '@context': { '@vocab': 'https://schema.org/', dcterms: 'http://purl.org/dc/terms/' },
    '@type': 'CreativeWork',
    '@id': address(record.address),
    additionalType: 'http://purl.org/dc/terms/Standard',
    url: address(record.address),
    identifier: record.number,
    name: record.titles.map(({ lang, text }) => ({ '@language': lang, '@value': text })),
    abstract: record.scope.map(({ lang, text }) => ({ '@language': lang, '@value': text })),
    creativeWorkStatus: statusAt(record, place.day).code,
    ...(record.publishedAs === null ? {} : { datePublished: record.publishedAs }),
    ...(record.inForceOn === null ? {} : { 'dcterms:valid': record.inForceOn }),
    ...(record.dates.supersededOn === null && record.withdrawnOn === null
      ? {}
      : { expires: record.withdrawnAs ?? record.dates.supersededOn }),
    ...(record.edition === null ? {} : { bookEdition: record.edition }),
    ...(record.pages === null ? {} : { numberOfPages: record.pages }),
    publisher: record.issuers.map((name) => ({ '@type': 'Organization', name })),
    contributor: record.organizations.map(({ name }) => ({ '@type': 'Organization', name })),
    about: [
      ...record.ics.map((code) => ({ '@type': 'DefinedTerm', termCode: code, inDefinedTermSet: 'ICS' })),
      ...record.ccs.map((code) => ({ '@type': 'DefinedTerm', termCode: code, inDefinedTermSet: 'CCS' })),
    ],
    'dcterms:replaces': related(['replaces']),
    'dcterms:isReplacedBy': related(['replacedBy']),
    'dcterms:references': related(['cites']),
    isBasedOn: related(['adopts', 'translates']),
  };
}
