import { createHash } from 'node:crypto';
import { canonicalJsonToKeep } from '../../foundation/canonical-json.ts';
import type { Deps } from '../../foundation/part.ts';
import { identityOf } from '../identity.ts';
import type { StatedRecord } from '../sources/reading.ts';
import type { StateStandardInput } from '../state-standard.ts';

type MakeInput = (stated: StatedRecord, statedOn: string) => StateStandardInput;
type HomeNames = readonly { readonly lang: string; readonly text: string }[];

/**
 * Makes the input of the command from a record: rank and day of the source, hash of the content, names of the home. What
 * follows from the family of the number alone is looked up once for a whole file.
 */
export function statementInputs(deps: Pick<Deps, 'definitions' | 'clock'>): MakeInput {
  const today = deps.clock.today();
  const ranks = remembered((source: string) =>
    remembered((family: string) => deps.definitions.rankOf({ source, family, on: today })),
  );
  const names = remembered((family: string) => homeNames(deps, { family, today }));
  return (stated, statedOn) => {
    const { source, statement } = stated;
    const identity = identityOf(statement.number);
    return {
      source: { ...source, statedOn: stated.statedOn ?? statedOn, rank: ranks(source.name)(identity?.publisher ?? '') },
      contentHash: contentHash(statement),
      statement,
      ...(identity === undefined ? {} : { home: { code: identity.homeCode, names: names(identity.publisher) } }),
    };
  };
}

/** SHA-256 of the canonical text of a statement: the same content makes no event, in whatever order its fields came. */
export function contentHash(statement: object): string {
  return createHash('sha256').update(canonicalJsonToKeep(statement)).digest('hex');
}

/** Names of the organization under which a family of numbers is registered, from the code list of document families. */
function homeNames(
  deps: Pick<Deps, 'definitions'>,
  asked: { readonly family: string; readonly today: string },
): HomeNames {
  const entry = deps.definitions.codelist('document-families').at(asked.today).get(asked.family);
  const { home_zh: zh = '', home_en: en = '' } = entry?.extra ?? {};
  return [...(zh === '' ? [] : [{ lang: 'zh-Hans', text: zh }]), ...(en === '' ? [] : [{ lang: 'en', text: en }])];
}

function remembered<Answer>(find: (key: string) => Answer): (key: string) => Answer {
  const found = new Map<string, Answer>();
  return (key) => {
    const held = found.get(key) ?? find(key);
    found.set(key, held);
    return held;
  };
}
