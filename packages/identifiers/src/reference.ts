import { type Answer, malformed, valid } from './answer.ts';
import { trimmed } from './typed.ts';

/** A notification to the World Trade Organization about a technical regulation or sanitary measure. */
export interface Notification {
  readonly code: string;
  readonly agreement: 'TBT' | 'SPS';
  /** Three letters of the notifying member: CHN, USA. */
  readonly member: string;
  readonly serial: string;
  readonly supplement: { readonly kind: 'Add' | 'Corr' | 'Rev'; readonly number: string } | undefined;
}

const supplements = new Map([
  ['ADD', 'Add'],
  ['CORR', 'Corr'],
  ['REV', 'Rev'],
] as const);

/**
 * Checks a notification number: `G/TBT/N/CHN/1234`, with `/Add.1`, `/Corr.1` or `/Rev.1`.
 *
 * @example checkNotification('g/tbt/n/chn/1234/add.1') // valid, code 'G/TBT/N/CHN/1234/Add.1'
 */
export function checkNotification(text: string): Answer<Notification> {
  const { text: typed } = trimmed(text);
  if (typed === '') return malformed(0, 'empty');
  const match = /^G\/(TBT|SPS)\/N\/([A-Z]{3})\/(\d{1,5})(?:\/(ADD|CORR|REV)\.? ?(\d{1,3}))?$/.exec(typed);
  if (match === null) return malformed(0, 'shape');
  const [, agreement, member = '', serial = '', word, number = ''] = match;
  const kind = word === 'ADD' || word === 'CORR' || word === 'REV' ? supplements.get(word) : undefined;
  const supplement = kind === undefined ? undefined : { kind, number };
  const code = `G/${agreement}/N/${member}/${serial}${supplement === undefined ? '' : `/${supplement.kind}.${number}`}`;
  return valid({ code, agreement: agreement === 'SPS' ? 'SPS' : 'TBT', member, serial, supplement });
}

/** A technical body by its reference: committee, subcommittee, working group. */
export interface BodyReference {
  readonly code: string;
  readonly organization: 'SAC' | 'ISO' | 'IEC' | 'ISO/IEC';
  /** From the committee down: `TC 176`, `SC 2`, `WG 5`. */
  readonly path: readonly string[];
  readonly parent: string | undefined;
}

/** Which body may stand under which: a subcommittee under a committee, a working group under either. */
const under: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['TC', 'PC', 'JTC', 'SWG', 'SYC']],
  ['TC', ['SC', 'WG', 'SWG']],
  ['PC', ['WG']],
  ['JTC', ['SC', 'WG']],
  ['SYC', ['WG']],
  ['SC', ['WG', 'SWG']],
]);

/**
 * Checks the reference of a technical body and writes it in one way: a slash behind SAC and ISO, a space behind IEC and
 * joint bodies.
 *
 * @example checkBodyReference('sac/tc10/sc3') // valid, code 'SAC/TC 10/SC 3', parent 'SAC/TC 10'
 */
export function checkBodyReference(text: string): Answer<BodyReference> {
  const { text: typed } = trimmed(text);
  if (typed === '') return malformed(0, 'empty');
  const match = /^(SAC|ISO\/IEC|ISO|IEC)[/ ]((?:[A-Z]{2,3} ?\d{1,4})(?:\/[A-Z]{2,3} ?\d{1,4}){0,3})$/.exec(typed);
  if (match === null) return malformed(0, 'shape');
  const organization = organizationOf(match[1] ?? '');
  const path = (match[2] ?? '').split('/').map((step) => step.replace(/^([A-Z]+) ?/, '$1 '));
  const wrong = path.findIndex((step, index) => !under.get(wordOf(path[index - 1] ?? ''))?.includes(wordOf(step)));
  if (wrong !== -1) return malformed(typed.indexOf(wordOf(path[wrong] ?? '')), 'not-in-table');
  const join = organization === 'IEC' || organization === 'ISO/IEC' ? ' ' : '/';
  const write = (steps: readonly string[]) => organization + join + steps.join('/');
  return valid({
    code: write(path),
    organization,
    path,
    parent: path.length === 1 ? undefined : write(path.slice(0, -1)),
  });
}

function wordOf(step: string): string {
  return step.split(' ')[0] ?? '';
}

function organizationOf(text: string): BodyReference['organization'] {
  return text === 'SAC' || text === 'IEC' || text === 'ISO/IEC' ? text : 'ISO';
}
