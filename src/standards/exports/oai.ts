import { isDay } from '../../foundation/clock.ts';
import type { Database } from '../../foundation/database.ts';
import { Refusal } from '../../foundation/refusal.ts';
import { tiers } from '../../portal/register-codes.ts';
import { firstInstant, type Harvest, type HarvestHead, harvestHead, harvestHeads } from '../queries/harvest.ts';
import { recordsById } from '../queries/record.ts';
import { type MetadataFormat, metadataFormats } from './oai-records.ts';
import { readCursor, signedCursor } from './signed-cursor.ts';
import { xmlAttributes, xmlElement, xmlHead } from './xml.ts';

/** What the answers of OAI-PMH 2.0 are made from. */
export interface OaiHouse {
  readonly database: Database;
  readonly base: string;
  readonly name: string;
  readonly origin: string;
  readonly today: string;
  readonly now: string;
  readonly cursorKey: Uint8Array;
}

/** An expected "no" of the protocol: it is answered with 200 and the error's code. */
class OaiError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const recordsOfPage = 100;

const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  Identify: [],
  ListMetadataFormats: ['identifier'],
  ListSets: ['resumptionToken'],
  ListIdentifiers: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
  ListRecords: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
  GetRecord: ['identifier', 'metadataPrefix'],
};

/** Answers one request of a harvester. */
export async function oaiAnswer(house: OaiHouse, asked: URLSearchParams): Promise<string> {
  const verb = asked.get('verb') ?? '';
  try {
    checkArguments(verb, asked);
    return answer(house, { verb, asked }, await contentOf(house, verb, asked));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    // A request that was not understood is not repeated in the answer (OAI-PMH, 3.6).
    const isUnderstood = error.code !== 'badVerb' && error.code !== 'badArgument';
    return answer(house, isUnderstood ? { verb, asked } : {}, xmlElement('error', error.message, { code: error.code }));
  }
}

function checkArguments(verb: string, asked: URLSearchParams): void {
  const allowed = argumentsOf[verb];
  if (allowed === undefined || asked.getAll('verb').length !== 1)
    throw new OaiError('badVerb', 'The verb is missing, repeated or not one of OAI-PMH 2.0.');
  for (const name of new Set(asked.keys())) {
    if (name !== 'verb' && !allowed.includes(name))
      throw new OaiError('badArgument', `The verb ${verb} takes no argument ${name.slice(0, 40)}.`);
    if (asked.getAll(name).length > 1)
      throw new OaiError('badArgument', `The argument ${name} is given more than once.`);
  }
  if (asked.has('resumptionToken') && [...asked.keys()].length > 2)
    throw new OaiError('badArgument', 'A resumption token is given alone.');
}

function contentOf(house: OaiHouse, verb: string, asked: URLSearchParams): Promise<string> {
  switch (verb) {
    case 'Identify':
      return identify(house);
    case 'ListMetadataFormats':
      return listFormats(house, asked.get('identifier'));
    case 'ListSets':
      return Promise.resolve(listSets(asked));
    case 'GetRecord':
      return getRecord(house, asked);
    default:
      return list(house, verb, asked);
  }
}

function answer(
  house: OaiHouse,
  understood: { readonly verb?: string; readonly asked?: URLSearchParams },
  content: string,
): string {
  const attributes = understood.asked === undefined ? {} : Object.fromEntries(understood.asked);
  const isError = content.startsWith('<error');
  const body =
    isError || understood.verb === undefined ? content : `<${understood.verb}>${content}</${understood.verb}>`;
  return (
    `${xmlHead}<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
    `xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">` +
    `${xmlElement('responseDate', stamp(house.now))}${xmlElement('request', `${house.base}/oai`, attributes)}${body}</OAI-PMH>\n`
  );
}

/** Granularity of seconds, as the protocol writes it. */
function stamp(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}

async function identify(house: OaiHouse): Promise<string> {
  const first = await firstInstant(house.database);
  return (
    xmlElement('repositoryName', house.name) +
    xmlElement('baseURL', `${house.base}/oai`) +
    xmlElement('protocolVersion', '2.0') +
    xmlElement('adminEmail', `register@${house.origin.split('/')[0]}`) +
    xmlElement('earliestDatestamp', stamp(first ?? house.now)) +
    // What was annulled is told for ever: history is never rewritten.
    xmlElement('deletedRecord', 'persistent') +
    xmlElement('granularity', 'YYYY-MM-DDThh:mm:ssZ')
  );
}

async function listFormats(house: OaiHouse, identifier: string | null): Promise<string> {
  if (identifier !== null) await headOf(house, identifier);
  return metadataFormats
    .map(
      (format) =>
        `<metadataFormat>${xmlElement('metadataPrefix', format.prefix)}${xmlElement('schema', format.schema)}${xmlElement('metadataNamespace', format.namespace)}</metadataFormat>`,
    )
    .join('');
}

function listSets(asked: URLSearchParams): string {
  if (asked.has('resumptionToken')) throw new OaiError('badResumptionToken', 'All sets are given at once.');
  return tiers
    .map(
      (tier) =>
        `<set>${xmlElement('setSpec', `tier:${tier}`)}${xmlElement('setName', `Standards of the tier ${tier}`)}</set>`,
    )
    .join('');
}

async function getRecord(house: OaiHouse, asked: URLSearchParams): Promise<string> {
  const identifier = asked.get('identifier');
  if (identifier === null) throw new OaiError('badArgument', 'GetRecord needs the argument identifier.');
  const format = formatOf(asked.get('metadataPrefix'));
  const head = await headOf(house, identifier);
  return (await recordsText(house, [head], format)).join('');
}

async function headOf(house: OaiHouse, identifier: string): Promise<HarvestHead> {
  const prefix = identifierOf(house, '');
  const id = identifier.startsWith(prefix) ? identifier.slice(prefix.length) : '';
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const head = isUuid ? await harvestHead(house.database, id) : undefined;
  if (!head) throw new OaiError('idDoesNotExist', 'No record has this identifier.');
  return head;
}

function formatOf(prefix: string | null): MetadataFormat {
  if (prefix === null) throw new OaiError('badArgument', 'The argument metadataPrefix is missing.');
  const format = metadataFormats.find((one) => one.prefix === prefix);
  if (!format)
    throw new OaiError(
      'cannotDisseminateFormat',
      `The format ${prefix.slice(0, 40)} is not offered; ListMetadataFormats names those that are.`,
    );
  return format;
}

interface ListAsked {
  readonly prefix: string;
  readonly set: string;
  readonly from: string;
  readonly until: string;
  readonly after: number;
}

async function list(house: OaiHouse, verb: string, asked: URLSearchParams): Promise<string> {
  const listed = asked.has('resumptionToken') ? resumed(house, verb, asked.get('resumptionToken') ?? '') : begun(asked);
  const format = formatOf(listed.prefix);
  const heads = await harvestHeads(house.database, harvestOf(listed));
  const shown = heads.slice(0, recordsOfPage);
  if (shown.length === 0) throw new OaiError('noRecordsMatch', 'No record answers these conditions.');
  const records =
    verb === 'ListRecords' ? await recordsText(house, shown, format) : shown.map((head) => headerText(house, head));
  const last = heads.length > recordsOfPage ? shown.at(-1) : undefined;
  const token =
    last === undefined
      ? ''
      : signedCursor(
          [listed.prefix, listed.set, listed.from, listed.until, last.leafIndex],
          `oai ${verb}`,
          house.cursorKey,
        );
  // The last part of a resumed list ends with an empty token.
  const end = asked.has('resumptionToken') ? '<resumptionToken/>' : '';
  return records.join('') + (token === '' ? end : xmlElement('resumptionToken', token));
}

function begun(asked: URLSearchParams): ListAsked {
  const prefix = asked.get('metadataPrefix');
  if (prefix === null) throw new OaiError('badArgument', 'The argument metadataPrefix is missing.');
  const [from, until] = [asked.get('from') ?? '', asked.get('until') ?? ''];
  for (const stamp of [from, until]) checkStamp(stamp);
  if (from !== '' && until !== '' && (from.length !== until.length || from > until)) {
    throw new OaiError('badArgument', 'The days from and until are of different granularity, or in the wrong order.');
  }
  return { prefix, set: asked.get('set') ?? '', from, until, after: -1 };
}

function checkStamp(stamp: string): void {
  const isStamp = isDay(stamp) || (/^.{10}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(stamp) && isDay(stamp.slice(0, 10)));
  if (stamp !== '' && !isStamp)
    throw new OaiError('badArgument', 'Days are written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.');
}

function resumed(house: OaiHouse, verb: string, token: string): ListAsked {
  try {
    const [prefix = '', set = '', from = '', until = '', after = -1] = readCursor(
      token,
      `oai ${verb}`,
      house.cursorKey,
    );
    return { prefix: String(prefix), set: String(set), from: String(from), until: String(until), after: Number(after) };
  } catch (error) {
    if (error instanceof Refusal)
      throw new OaiError('badResumptionToken', 'The resumption token was not given by this register, or was changed.');
    throw error;
  }
}

function harvestOf({ set, from, until, after }: ListAsked): Harvest {
  const tier = set === '' ? undefined : /^tier:(\w+)$/.exec(set)?.[1];
  if (set !== '' && !tiers.some((one) => one === tier))
    throw new OaiError('noRecordsMatch', 'There is no such set; ListSets names them.');
  return {
    after,
    tier,
    from: from === '' ? undefined : from.replace(/^(.{10})$/, '$1T00:00:00Z'),
    // A day or second as the end of a span is meant whole.
    until: until === '' ? undefined : until.replace(/^(.{10})$/, '$1T23:59:59Z').replace('Z', '.999Z'),
    limit: recordsOfPage + 1,
  };
}

function identifierOf(house: OaiHouse, id: string): string {
  return `oai:${house.origin.replaceAll('/', '.')}:${id}`;
}

function headerText(house: OaiHouse, head: HarvestHead): string {
  const attributes = head.isAnnulled ? xmlAttributes({ status: 'deleted' }) : '';
  const set = head.tier === null ? '' : xmlElement('setSpec', `tier:${head.tier}`);
  return `<header${attributes}>${xmlElement('identifier', identifierOf(house, head.standardId))}${xmlElement('datestamp', stamp(head.recordedAt))}${set}</header>`;
}

async function recordsText(
  house: OaiHouse,
  heads: readonly HarvestHead[],
  format: MetadataFormat,
): Promise<readonly string[]> {
  const records = await recordsById(
    house.database,
    heads.map((head) => head.standardId),
    { day: house.today },
  );
  return heads.map((head) => {
    const record = records.get(head.standardId);
    const header = headerText(house, record ? head : { ...head, isAnnulled: true });
    if (!record) return `<record>${header}</record>`;
    const href = `${house.base}/standards/${encodeURIComponent(record.address)}`;
    return `<record>${header}<metadata>${format.text(record, href)}</metadata></record>`;
  });
}
