import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { NewEvent } from './events.ts';
import type { FactRequest, FactRequests, FactsOf } from './facts.ts';

/** What a decision is made from: input, facts, actor, the day, and identifiers given rather than taken. */
export interface Situation<Input, Facts> {
  readonly input: Input;
  readonly facts: Facts;
  readonly actor: Actor;
  /** Start of the writing transaction. */
  readonly now: string;
  readonly today: string;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
}

export interface CommandDefinition<Input, Requests extends FactRequests> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly facts: (input: Input) => Requests;
  /** Pure and synchronous: events, none when nothing changes, or a thrown Refusal. */
  readonly decide: (situation: Situation<Input, FactsOf<Requests>>) => readonly NewEvent[];
}

/** A command as the executor runs it, whatever its input and facts. */
export interface Command {
  readonly name: string;
  readonly input: z.ZodType;
  readonly facts: (input: unknown) => Readonly<Record<string, FactRequest<unknown>>>;
  readonly decide: (situation: Situation<unknown, Readonly<Record<string, unknown>>>) => readonly NewEvent[];
}

/** The only way to write: forms, interfaces, command line, imports and timers all execute commands. */
export function command<Input, Requests extends FactRequests>(
  definition: CommandDefinition<Input, Requests>,
): Command & { readonly definition: CommandDefinition<Input, Requests> } {
  // One cast at the typed edge: the executor parses the input by the definition's own schema before it gets here.
  const untyped = definition as unknown as Command;
  return { name: untyped.name, input: untyped.input, facts: untyped.facts, decide: untyped.decide, definition };
}
