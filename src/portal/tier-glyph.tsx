import type { Child } from 'hono/jsx';
import type { TierMarkOf } from './register-codes.ts';
import { tierShape } from './tier-mark.tsx';

interface TierGlyphProps {
  readonly of: TierMarkOf;
  readonly x: number;
  readonly y: number;
  readonly isInverse?: true | undefined;
}

/** The tier mark, twelve units wide, inside a drawing; on ink only its shape tells the tier, since no colour would be seen. */
export function TierGlyph({ of, x, y, isInverse }: TierGlyphProps): Child {
  const shape = <Shape of={of} x={x} y={y} />;
  return isInverse ? <g class="on-ink">{shape}</g> : shape;
}

function Shape({ of, x, y }: Omit<TierGlyphProps, 'isInverse'>): Child {
  switch (tierShape(of)) {
    case 't-M':
      return <rect class="redf" x={x} y={y} width="12" height="12" />;
    case 't-S':
      return <path class="sf" d={`M${x + 3} ${y}h6l3 6-3 6h-6l-3-6z`} />;
    case 't-L':
      return <path class="lf" d={`M${x + 6} ${y}l6 4v8h-12v-8z`} />;
    case 't-A':
      return <circle class="af" cx={x + 6} cy={y + 6} r="6" />;
    case 't-E':
      return <path class="ef" d={`M${x + 3.5} ${y}h5l3.5 3.5v5l-3.5 3.5h-5l-3.5-3.5v-5z`} />;
    case 't-I':
      return <circle class="if" stroke-width="2" cx={x + 6} cy={y + 6} r="5" />;
    case 't-F':
      return <circle class="l dot" stroke-width="2" cx={x + 6} cy={y + 6} r="5" />;
    case 't-G':
      return <rect class="k dot" stroke-width="2" x={x + 1} y={y + 1} width="10" height="10" />;
    case 't-U':
    case 't-X':
      return <rect class="l dash" stroke-width="2" x={x + 1} y={y + 1} width="10" height="10" />;
    default:
      return <rect class="k" stroke-width="2" x={x + 1} y={y + 1} width="10" height="10" />;
  }
}
