import type { Definitions } from '../../foundation/definitions.ts';
import type { BulkManifest } from './bulk-files.ts';

interface Described {
  readonly base: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly definitions: Definitions;
  readonly manifest: BulkManifest | undefined;
}

const inBoth = (zh: string, en: string) => [
  { '@language': 'zh-Hans', '@value': zh },
  { '@language': 'en', '@value': en },
];

/** The catalogue of the register's data in DCAT 3: its files and its interfaces. */
export function dcatCatalogue({ base, name, definitions, manifest }: Described): Readonly<Record<string, unknown>> {
  const licences = [...new Set([...definitions.sources.values()].flatMap(({ licence }) => licence ?? []))];
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dcterms: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${base}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dcterms:title': inBoth(name.zh, name.en),
    'dcterms:publisher': { '@type': 'foaf:Agent', 'foaf:name': inBoth(name.zh, name.en) },
    'dcat:dataset': {
      '@id': `${base}/data#standards`,
      '@type': 'dcat:Dataset',
      'dcterms:title': inBoth('标准登记簿全部公开记录', 'All public records of the register of standards'),
      'dcterms:description': inBoth(
        '各层级标准的编号、名称、日期、状态、关系和来源。',
        'Numbers, titles, days, status, relations and sources of standards of all tiers.',
      ),
      'dcterms:license': licences,
      'dcterms:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
      ...(manifest === undefined ? {} : { 'dcterms:modified': { '@type': 'xsd:date', '@value': manifest.madeOn } }),
      'dcat:distribution': (manifest?.files ?? []).map((file) => ({
        '@id': `${base}/data/files/${file.name}`,
        '@type': 'dcat:Distribution',
        'dcterms:title': file.name,
        'dcat:downloadURL': { '@id': `${base}/data/files/${file.name}` },
        'dcat:mediaType': file.type.split(';')[0],
        'dcat:byteSize': file.bytes,
        'spdx:checksum': { '@type': 'spdx:Checksum', 'spdx:algorithm': 'SHA-256', 'spdx:checksumValue': file.sha256 },
      })),
    },
    'dcat:service': [
      service(`${base}/api/v1`, 'OpenAPI', `${base}/api/openapi.json`),
      service(`${base}/oai`, 'OAI-PMH 2.0', `${base}/oai?verb=Identify`),
      service(`${base}/feeds/standards.atom`, 'Atom', `${base}/feeds/standards.atom`),
    ],
  };
}

function service(endpoint: string, title: string, description: string) {
  return {
    '@type': 'dcat:DataService',
    'dcterms:title': title,
    'dcat:endpointURL': { '@id': endpoint },
    'dcat:endpointDescription': { '@id': description },
  };
}
