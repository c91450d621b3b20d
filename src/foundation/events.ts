import type { z } from 'zod';

/** Each field of an event is public, restricted or personal (DESIGN 10, rule 10). */
export type Visibility = 'public' | 'restricted' | 'personal';

export type EventData = Readonly<Record<string, unknown>>;

export interface ClaimKey {
  readonly kind: string;
  readonly value: string;
}

/** What an event does to the register of claims; a pure reading of its data. */
export interface ClaimChange {
  readonly take?: readonly ClaimKey[];
  readonly release?: readonly ClaimKey[];
}

/** A type of event: its kind of stream, its schemas for ever, what is public in it, which claims it takes. */
export interface EventType {
  readonly type: string;
  readonly kind: string;
  /** The number of the newest schema. */
  readonly schema: number;
  readonly schemas: Readonly<Record<number, z.ZodType>>;
  /** steps[n] turns data of schema n into data of schema n + 1. */
  readonly steps: Readonly<Record<number, (data: EventData) => EventData>>;
  /** Visibility of each field of the data; `fields` not named are restricted. */
  readonly visibility: Readonly<Record<string, Visibility>>;
  readonly claims: (data: EventData) => ClaimChange;
}

/** What a decision returns: an event to be, without version, act and seal. */
export interface NewEvent {
  readonly type: string;
  readonly homeId: string;
  readonly streamId: string;
  readonly data: EventData;
  readonly validOn?: string;
  /** Version of the event of the same stream that this one corrects. */
  readonly corrects?: number;
  readonly privateTexts?: readonly PrivateText[];
  readonly erases?: Erasure;
}

/** What an act of erasure takes away in the event's home: texts, and the person of acts done there (DESIGN 10, rule 10). */
export interface Erasure {
  readonly textIds?: readonly string[];
  /** The acts of the event's home that this person did name the person no more. */
  readonly actsOf?: string;
  /** Legal basis, shown in the place of what was erased. */
  readonly basis: string;
}

/** Text that is kept apart from events and can be erased; the event holds `hash`. */
export interface PrivateText {
  readonly textId: string;
  readonly personId?: string;
  readonly salt: Uint8Array;
  readonly text: string;
}

/** An event as stored, with its data stepped up to the newest schema. */
export interface RecordedEvent {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
  readonly kind: string;
  readonly type: string;
  readonly schema: number;
  readonly data: EventData;
  readonly actHomeId: string;
  readonly actId: string;
  readonly validOn?: string;
  readonly corrects?: number;
  readonly recordedAt: string;
}

export interface EventTypes {
  readonly of: (type: string) => EventType;
  /** Data of any stored schema in the newest one. */
  readonly upToDate: (type: string, schema: number, data: EventData) => EventData;
  readonly all: readonly EventType[];
}

export function eventTypes(all: readonly EventType[]): EventTypes {
  const byType = new Map(all.map((type) => [type.type, type]));
  if (byType.size !== all.length) throw new Error('Two event types have the same name.');
  const of = (name: string): EventType => {
    const type = byType.get(name);
    if (!type) throw new Error(`The event type ${name} is not known to this version.`);
    return type;
  };
  return {
    of,
    all,
    upToDate: (name, schema, data) => {
      const type = of(name);
      let stepped = data;
      for (let number = schema; number < type.schema; number++) {
        const step = type.steps[number];
        if (!step) throw new Error(`The event type ${name} has no step from schema ${number}.`);
        stepped = step(stepped);
      }
      return stepped;
    },
  };
}
