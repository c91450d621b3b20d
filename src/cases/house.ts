import type { InBoth, Titles } from '@guiju/procedure-language';
import type { Definitions } from '../foundation/definitions.ts';
import type { Deps } from '../foundation/part.ts';
import { organizationsWithoutHolders } from '../people/index.ts';
import { type CaseHouse, caseHouse } from './case-desk.ts';
import { procedureLibrary } from './library.ts';

const houses = new WeakMap<Deps, CaseHouse>();

/** The house of cases over a register: its procedures, and what all parts bring for them. */
export function houseOf(deps: Deps): CaseHouse {
  const held = houses.get(deps);
  if (held !== undefined) return held;
  const { procedures, rulebook, calendar } = deps.definitions;
  const house = caseHouse(deps, {
    library: procedureLibrary(procedures, { rulebook, calendar }),
    titles: titlesOf(deps.definitions),
    acts: deps.parts.flatMap((part) => part.caseActs ?? []),
    lookUps: new Map(deps.parts.flatMap((part) => Object.entries(part.caseLookUps ?? {}))),
    absent: (organizations) => organizationsWithoutHolders(deps.database, organizations, deps.clock.today()),
  });
  houses.set(deps, house);
  return house;
}

/** Names of roles and of kinds of documents. */
function titlesOf(definitions: Definitions): Titles {
  const roles = new Map(
    definitions.codelist('roles').entries.map(({ code, name }) => [code, { zh: name.zh ?? code, en: name.en ?? code }]),
  );
  const plain = (code: string): InBoth => ({ zh: code, en: code });
  return {
    role: (code) => roles.get(code) ?? plain(code),
    document: (kind) => definitions.documentKinds.get(kind) ?? plain(kind),
  };
}
