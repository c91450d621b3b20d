import type { StageDefinition } from '../model.ts';
import type { InBoth } from '../rule.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A stage, or the circle before the first, as a box. */
export interface DrawnNode extends Point {
  readonly id: string;
  readonly track: string;
  readonly kind: 'start' | 'stage' | 'end';
  readonly width: number;
  readonly height: number;
  readonly title: InBoth;
  readonly code?: string;
  readonly iso?: string;
  readonly final?: StageDefinition['final'];
}

/** A step from one stage to another, or within one, as a line with its words. */
export interface DrawnEdge {
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly track: string;
  readonly title: InBoth;
  /** `next` to the stage below, `skip` past it, `end` to an end beside, `back` upwards, `loop` within the stage. */
  readonly way: 'next' | 'skip' | 'end' | 'back' | 'loop' | 'reopen';
  readonly isByTime: boolean;
  readonly points: readonly Point[];
  /** Base of the last line of its words; lines above it stand higher by `lineHeight`. */
  readonly label: Point & { readonly room: number; readonly anchor: 'start' | 'end' };
}

export interface DrawnLane extends Point {
  readonly track: string;
  readonly title: InBoth;
  readonly width: number;
  readonly height: number;
  /** Steps of other tracks with which this one begins. */
  readonly begunBy: readonly InBoth[];
}

/** A definition as boxes and lines: the same for the same definition, in either language. */
export interface Layout {
  readonly procedure: string;
  readonly title: InBoth;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly DrawnLane[];
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly gathered: readonly Gathered[];
}

/** A step that may be taken from many stages: said once beside the lanes. */
export interface Gathered extends Point {
  readonly step: string;
  readonly title: InBoth;
  /** From where, and to where it leads. */
  readonly course: InBoth;
  readonly isByTime: boolean;
  readonly width: number;
  readonly titleLines: number;
  readonly height: number;
}

export interface LaneDrawing {
  readonly lane: DrawnLane;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}
