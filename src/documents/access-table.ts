import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from '../foundation/actor.ts';
import { DefinitionMistakes } from '../foundation/definitions-mistakes.ts';
import { readYaml } from '../foundation/definitions-sources.ts';
import type { Deps } from '../foundation/part.ts';
import type { DocumentState, DocumentSubject } from './model.ts';
import { type TextAccessTable, type TextVerdict, textAccess, textAccessShape } from './text-access.ts';

const file = 'text-access.yaml';

/** The table of `definitions/text-access.yaml`. Throws `DefinitionMistakes` with each mistake, its line and remedy. */
export function textAccessTable(definitions: Pick<Deps['definitions'], 'folder'>): TextAccessTable {
  const { value, mistakes } = readYaml(file, readFileSync(join(definitions.folder, file), 'utf8'), textAccessShape);
  if (value === undefined || mistakes.length > 0) throw new DefinitionMistakes(mistakes);
  const known = new Set([...Object.keys(value.groups), 'everyone']);
  const unknown = value.rules.flatMap(({ id, grants }) =>
    grants.flatMap(({ to }) => to.filter((group) => !known.has(group)).map((group) => `${id}: ${group}`)),
  );
  if (unknown.length > 0)
    throw new DefinitionMistakes(
      unknown.map((group) => ({
        file,
        code: 'definitions.shape-wrong',
        details: { value: group, why: 'no such group' },
      })),
    );
  return value;
}

/** The matter of a kind of document, by the code list; a kind that the list does not know is nobody's. */
export function matterOf(definitions: Deps['definitions'], kind: string, day: string): string {
  return definitions.codelist('document-kinds').at(day).get(kind)?.extra['matter'] ?? 'unknown';
}

/** The roles in which a visitor stands before things of a home. A personal link opens the one thing it is for. */
export function rolesFor(
  visitor: Visitor | undefined,
  place: { readonly home: string; readonly subject?: DocumentSubject },
): readonly string[] {
  if (visitor === undefined) return [];
  const { task } = visitor;
  if (task && (task.kind !== place.subject?.kind || task.key !== place.subject.key)) return [];
  return visitor.appointments
    .filter(({ scope }) => scope === 'everywhere' || scope.includes(place.home))
    .map(({ role }) => role);
}

/** What a visitor may see of a document on a day: the one question that its page, its files and every list of it ask. */
export function documentAccess(
  { table, definitions }: { readonly table: TextAccessTable; readonly definitions: Deps['definitions'] },
  document: { readonly homeId: string; readonly state: Pick<DocumentState, 'kind' | 'access' | 'subject'> },
  asked: { readonly visitor: Visitor | undefined; readonly day: string },
): TextVerdict {
  const { kind, access, subject } = document.state;
  return textAccess(table, {
    ...access,
    matter: matterOf(definitions, kind, asked.day),
    day: asked.day,
    roles: rolesFor(asked.visitor, { home: document.homeId, subject }),
  });
}
