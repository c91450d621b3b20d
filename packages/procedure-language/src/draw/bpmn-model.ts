import type { InBoth } from '../rule.ts';

/** A rectangle of a diagram. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands on the sheet: an element of BPMN with its place. */
export interface FlowNode {
  readonly id: string;
  readonly tag:
    | 'startEvent'
    | 'endEvent'
    | 'boundaryEvent'
    | 'userTask'
    | 'serviceTask'
    | 'exclusiveGateway'
    | 'subProcess';
  readonly name: InBoth;
  readonly bounds: Bounds;
  readonly lane: string;
  /** Attributes beside id and name. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly documentation?: InBoth;
  readonly event?: 'timer' | 'message' | 'terminate' | 'escalation';
  /** The rule that a timer waits for. */
  readonly rules?: readonly string[];
  /** Elements inside an event sub-process, with their flows. */
  readonly inside?: Graph;
}

export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: InBoth;
}

export interface Graph {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
}

export interface LaneOfActor extends Bounds {
  readonly id: string;
  readonly name: InBoth;
}

/** One track as a pool with a lane for each actor. */
export interface Pool extends Graph {
  readonly id: string;
  readonly process: string;
  readonly title: InBoth;
  readonly bounds: Bounds;
  readonly lanes: readonly LaneOfActor[];
}

export interface Sheet {
  readonly pools: readonly Pool[];
  /** From the task that begins a track to the start of its pool. */
  readonly messages: readonly Flow[];
}

/** Names of XML: letters, digits, hyphens and dots after a word of ours. */
export function idOf(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]/g, '-')).join('.');
}
