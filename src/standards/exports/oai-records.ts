import type { StandardRecord } from '../queries/record.ts';
import { supersededDay } from '../views/days.ts';
import { publicRelations } from './public-record.ts';
import { xmlAttributes, xmlElement } from './xml.ts';

/** A metadata format of OAI-PMH. */
export interface MetadataFormat {
  readonly prefix: string;
  readonly schema: string;
  readonly namespace: string;
  /**
   * The record at its address. A harvester comes again when an act changed it, so that nothing stands here that changes
   * with the days alone: status follows from the days that are given.
   */
  readonly text: (record: StandardRecord, href: string) => string;
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';

function root(
  name: string,
  format: Pick<MetadataFormat, 'namespace' | 'schema'>,
  more: Readonly<Record<string, string>>,
): string {
  return `<${name}${xmlAttributes({ ...more, 'xmlns:xsi': instance, 'xsi:schemaLocation': `${format.namespace} ${format.schema}` })}>`;
}

const dublinCoreForm = {
  namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
};

/** Unqualified Dublin Core, which every harvester reads. */
const dublinCore: MetadataFormat = {
  prefix: 'oai_dc',
  ...dublinCoreForm,
  text: (record, href) => {
    const related = publicRelations(record.relations).map((one) => `${one.kind}: ${one.number}`);
    return (
      root('oai_dc:dc', dublinCoreForm, {
        'xmlns:oai_dc': dublinCoreForm.namespace,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      }) +
      record.titles.map(({ lang, text }) => xmlElement('dc:title', text, { 'xml:lang': lang })).join('') +
      xmlElement('dc:identifier', record.number) +
      xmlElement('dc:identifier', href) +
      record.issuers.map((name) => xmlElement('dc:publisher', name)).join('') +
      record.organizations.map(({ name }) => xmlElement('dc:contributor', name)).join('') +
      xmlElement('dc:date', record.publishedAs) +
      [...record.ics.map((code) => `ICS ${code}`), ...record.ccs.map((code) => `CCS ${code}`)]
        .map((code) => xmlElement('dc:subject', code))
        .join('') +
      record.scope.map(({ lang, text }) => xmlElement('dc:description', text, { 'xml:lang': lang })).join('') +
      record.languages.map((language) => xmlElement('dc:language', language)).join('') +
      related.map((text) => xmlElement('dc:relation', text)).join('') +
      xmlElement('dc:type', record.kind) +
      '</oai_dc:dc>'
    );
  },
};

const modsForm = {
  namespace: 'http://www.loc.gov/mods/v3',
  schema: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
};

const modsRelations: Readonly<Record<string, string>> = {
  replaces: 'preceding',
  replacedBy: 'succeeding',
  adopts: 'original',
  translates: 'original',
  cites: 'references',
  amends: 'host',
};

/** MODS 3.8: the richer form, with days, parties by role, classes and relations. */
const mods: MetadataFormat = {
  prefix: 'mods',
  ...modsForm,
  text: (record, href) =>
    root('mods', modsForm, { xmlns: modsForm.namespace, version: '3.8' }) +
    record.titles
      .map(
        ({ lang, text, standing }, place) =>
          `<titleInfo${xmlAttributes({ lang, ...(place > 0 ? { type: 'translated' } : {}), otherTypeAuth: standing })}>${xmlElement('title', text)}</titleInfo>`,
      )
      .join('') +
    record.issuers.map((name) => party(name, 'issuing body')).join('') +
    record.organizations.map(({ name }) => party(name, 'author')).join('') +
    xmlElement('typeOfResource', 'text') +
    xmlElement('genre', record.kind, { authority: 'guiju' }) +
    `<originInfo>${xmlElement('dateIssued', record.publishedAs, { encoding: 'w3cdtf' })}${xmlElement('dateValid', record.days.first?.written ?? null, { encoding: 'w3cdtf', point: 'start' })}` +
    `${xmlElement('dateValid', record.withdrawnAs ?? supersededDay(record)?.written ?? null, { encoding: 'w3cdtf', point: 'end' })}${xmlElement('edition', record.edition === null ? null : String(record.edition))}</originInfo>` +
    record.scope.map(({ lang, text }) => xmlElement('abstract', text, { lang })).join('') +
    record.ics.map((code) => xmlElement('classification', code, { authority: 'ics' })).join('') +
    record.ccs.map((code) => xmlElement('classification', code, { authority: 'ccs' })).join('') +
    publicRelations(record.relations).map(relatedItem).join('') +
    xmlElement('identifier', record.number, { type: 'standard-number' }) +
    `<location>${xmlElement('url', href)}</location></mods>`,
};

function party(name: string, role: string): string {
  return `<name type="corporate">${xmlElement('namePart', name)}<role>${xmlElement('roleTerm', role, { type: 'text' })}</role></name>`;
}

function relatedItem({
  kind,
  number,
  degree,
}: {
  readonly kind: string;
  readonly number: string;
  readonly degree: string | null;
}): string {
  const type = modsRelations[kind];
  const attributes = {
    ...(type === undefined ? {} : { type }),
    displayLabel: degree === null ? kind : `${kind} ${degree}`,
  };
  return `<relatedItem${xmlAttributes(attributes)}>${xmlElement('identifier', number, { type: 'standard-number' })}</relatedItem>`;
}

export const metadataFormats: readonly MetadataFormat[] = [dublinCore, mods];
