import type {
  CompiledProcedure,
  DocumentState,
  FactDefinition,
  FactValue,
  StepDefinition,
  WindowResult,
} from '@guiju/procedure-language';
import { organizationsNamed } from '../bodies/index.ts';
import { addVersion, documentsOf, enterDocument, takeContent } from '../documents/index.ts';
import type { Actor } from '../foundation/actor.ts';
import type { Deps } from '../foundation/part.ts';
import type { HeldCase } from './case-state.ts';
import type { EnteredStep } from './step-desk.ts';

/** The fields of a form as they were typed: shown again as they are when something is wrong. */
export type Typed = Readonly<Record<string, string>>;
export type Sent = Readonly<Record<string, string | File>>;

/** Counts that the result of a window has, by its kind. */
export const countsOf = {
  consultation: ['asked', 'replied', 'received', 'answered'],
  notification: ['received', 'answered'],
  notice: ['received', 'answered', 'upheld'],
  ballot: ['entitled', 'favour', 'against', 'abstained'],
} as const;

/** Kinds of documents that a step takes, in the order of its demands. */
export function kindsOf(step: StepDefinition, listed: (rule: string) => readonly string[]): readonly string[] {
  return [
    ...new Set(step.documents.flatMap(({ kinds, rule }) => [...kinds, ...(rule === undefined ? [] : listed(rule))])),
  ];
}

export function typedOf(sent: Sent): Typed {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()] as const] : [])),
  );
}

/** What somebody typed, as the step takes it. What cannot be read is left as text, and the procedure says what is wrong. */
export function enteredOf(
  step: StepDefinition,
  procedure: CompiledProcedure,
  typed: Typed,
  today: string,
): EnteredStep {
  const facts: Record<string, FactValue> = {};
  for (const { fact } of step.form) {
    const definition = procedure.fact(fact);
    const value = definition === undefined ? undefined : readAs(definition, typed[`fact-${fact}`] ?? '');
    if (value !== undefined) facts[fact] = value;
  }
  const result = resultOf(step, procedure, typed);
  const given = (name: string): string | undefined =>
    typed[name] === undefined || typed[name] === '' ? undefined : typed[name];
  const closesOn = given('closes-on');
  const enteredFor = given('entered-for');
  const channel = given('channel');
  const number = given('elsewhere-number');
  return {
    step: step.id,
    on: given('on') ?? today,
    facts,
    ...(result === undefined ? {} : { result }),
    ...(closesOn === undefined ? {} : { closesOn }),
    ...(enteredFor === undefined ? {} : { enteredFor }),
    ...(channel === undefined
      ? {}
      : { elsewhere: { channel, on: given('elsewhere-on') ?? today, ...(number === undefined ? {} : { number }) } }),
  };
}

function readAs({ type }: FactDefinition, typed: string): FactValue | undefined {
  if (typed === '') return undefined;
  switch (type) {
    case 'yesNo':
      return typed === 'true';
    case 'number':
      return /^\d{1,12}$/.test(typed) ? Number(typed) : typed;
    case 'list':
      return typed
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return typed;
  }
}

function resultOf(step: StepDefinition, procedure: CompiledProcedure, typed: Typed): WindowResult | undefined {
  const window = procedure.windowOf(step.concludes ?? step.answers ?? '');
  if (window === undefined) return undefined;
  const counts = countsOf[window.kind].flatMap((name) => {
    const value = typed[`result-${name}`] ?? '';
    return /^\d{1,9}$/.test(value) ? [[name, Number(value)] as const] : [];
  });
  return Object.fromEntries(counts);
}

type DocumentDeps = Pick<Deps, 'database' | 'executor' | 'random' | 'settings'>;

/** Keeps the files that came with a form: each as a new version of the case's document of its kind, or as its first. */
export async function keptDocuments(
  deps: DocumentDeps,
  given: {
    readonly held: HeldCase;
    readonly sent: Sent;
    readonly kinds: readonly string[];
    readonly actor: Actor;
    readonly on: string;
    readonly title: (kind: string) => string;
  },
): Promise<Readonly<Record<string, DocumentState>>> {
  const kept: Record<string, DocumentState> = {};
  for (const kind of given.kinds) {
    const file = given.sent[`document-${kind}`];
    if (!(file instanceof File) || file.size === 0) continue;
    kept[kind] = await keptDocument(deps, { ...given, kind, file });
  }
  return kept;
}

interface KeptGiven {
  readonly held: HeldCase;
  readonly kind: string;
  readonly file: File;
  readonly actor: Actor;
  readonly on: string;
  readonly title: (kind: string) => string;
}

async function keptDocument(
  deps: DocumentDeps,
  { held, kind, file, actor, on, title }: KeptGiven,
): Promise<DocumentState> {
  const content = await takeContent(deps, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const subject = { kind: 'case', key: held.streamId };
  const request = { actor, key: `document ${deps.random.uuid()}` };
  const before = held.state.documents[kind]?.document;
  const there =
    before === undefined ? undefined : (await documentsOf(deps.database, subject)).find(({ id }) => id === before);
  if (there !== undefined && there.homeId === actor.organization) {
    await deps.executor.execute(addVersion, { document: there.id, home: there.homeId, content }, request);
    return { document: there.id, hash: content.hash, on };
  }
  const input = {
    home: actor.organization,
    subject,
    kind,
    title: title(kind),
    lang: 'zh-Hans',
    access: {},
    content,
  };
  const { events } = await deps.executor.execute(enterDocument, input, request);
  return { document: events[0]?.streamId ?? '', hash: content.hash, on };
}

export type PartiesFound = {
  readonly parties: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly party: string; readonly name: string; readonly found: readonly string[] }[];
};

/** The organizations that somebody named for the places of a case. */
export async function partiesNamed(
  deps: Pick<Deps, 'database'>,
  procedure: CompiledProcedure,
  typed: Typed,
  asked: { readonly day: string },
): Promise<PartiesFound> {
  const parties: Record<string, string> = {};
  const problems: { party: string; name: string; found: readonly string[] }[] = [];
  for (const { id } of procedure.parties) {
    const name = typed[`party-${id}`] ?? '';
    if (name === '') continue;
    const found = await organizationsNamed(deps.database, name, { day: asked.day, limit: 5 });
    const whole = found.filter(
      (one) => one.code === name || one.creditCode === name || Object.values(one.names).includes(name),
    );
    const [only, ...more] = whole.length > 0 ? whole : found;
    if (only !== undefined && more.length === 0) parties[id] = only.id;
    else
      problems.push({ party: id, name, found: found.map((one) => Object.values(one.names)[0] ?? one.code ?? one.id) });
  }
  return { parties, problems };
}
