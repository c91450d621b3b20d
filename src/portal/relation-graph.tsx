import type { Child } from 'hono/jsx';
import type { Language } from './languages.ts';
import {
  type GraphGroup,
  type GraphLayout,
  type GraphNode,
  graphLayout,
  nodeSize,
  type PlacedNode,
} from './relation-graph-layout.ts';
import { RelationLine } from './relation-line.tsx';
import { NumberLink } from './result-row.tsx';
import { safeHref } from './safe-link.tsx';
import { statusName } from './status-chip.tsx';
import { textWidth } from './text-width.ts';
import { portalText } from './texts.ts';
import { TierGlyph } from './tier-glyph.tsx';
import { tierName } from './tier-mark.tsx';

interface RelationGraphProps {
  readonly lang: Language;
  readonly id: string;
  readonly centre: GraphNode;
  readonly groups: readonly GraphGroup[];
}

/** A standard among its neighbours; with more than twelve of them only as a list. */
export function RelationGraph({ lang, id, centre, groups }: RelationGraphProps) {
  const layout = graphLayout(groups);
  const list = <RelationList lang={lang} groups={groups} isAlternative={layout !== undefined} />;
  if (layout === undefined) return list;
  return (
    <div class="draw">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that groups links has no element of its own */}
      <svg viewBox={`0 0 ${layout.width} ${layout.height}`} role="group" aria-labelledby={id}>
        <title id={id}>{portalText(lang)('graph.title')}</title>
        {layout.nodes.map((placed) => (
          <RelationLine placed={placed} layout={layout} />
        ))}
        {layout.nodes.map((placed) => (
          <LineName placed={placed} layout={layout} />
        ))}
        {layout.nodes.map((placed) => (
          <Node lang={lang} node={placed.node} x={placed.x} y={placed.y} />
        ))}
        <Node lang={lang} node={centre} {...layout.centre} isCentre />
      </svg>
      {list}
    </div>
  );
}

interface RelationListProps {
  readonly lang: Language;
  readonly groups: readonly GraphGroup[];
  readonly isAlternative: boolean;
}

function RelationList({ lang, groups, isAlternative }: RelationListProps) {
  return (
    <dl class={isAlternative ? 'alt facts' : 'facts'}>
      {groups.map((group) => (
        <div>
          <dt>{group.name}</dt>
          <dd>
            {isAlternative ? (
              <NodeList lang={lang} nodes={group.nodes} style="inline" />
            ) : (
              <ListedNodes lang={lang} nodes={group.nodes} />
            )}
            {group.all === undefined ? null : (
              <p>
                <a href={safeHref(group.all.href)}>{group.all.label}</a>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A list longer than this stands in columns; what goes beyond the first two dozen is folded, with its count. */
const fewNodes = 12;
const unfoldedNodes = 24;

interface NodesProps {
  readonly lang: Language;
  readonly nodes: readonly GraphNode[];
}

function ListedNodes({ lang, nodes }: NodesProps) {
  if (nodes.length <= fewNodes) return <NodeList lang={lang} nodes={nodes} />;
  // Folding away one or two would cost the reader more than it saves.
  const shown = nodes.length <= unfoldedNodes + fewNodes ? nodes.length : unfoldedNodes;
  return (
    <>
      <NodeList lang={lang} nodes={nodes.slice(0, shown)} style="columns" />
      {shown === nodes.length ? null : (
        <details>
          <summary>{portalText(lang)('graph.more', { n: nodes.length - shown })}</summary>
          <NodeList lang={lang} nodes={nodes.slice(shown)} style="columns" />
        </details>
      )}
    </>
  );
}

function NodeList({ lang, nodes, style }: NodesProps & { readonly style?: 'inline' | 'columns' }) {
  return (
    <ul class={style}>
      {nodes.map((node) => (
        <li>
          <NumberLink number={node.label} href={node.href} />
          {node.status === undefined ? null : <span class="small soft"> {nodeNote(lang, node, 'whole')}</span>}
        </li>
      ))}
    </ul>
  );
}

interface LineNameProps {
  readonly placed: PlacedNode;
  readonly layout: GraphLayout;
}

/** What the relation is called, once, above the end of its first line. */
function LineName({ placed, layout }: LineNameProps): Child {
  const { group, isFirst, x, y } = placed;
  if (!isFirst) return null;
  const middle = y + nodeSize.height / 2;
  if (group.side === 'top') {
    const at = x + nodeSize.width / 2;
    const isLeftOfMiddle = at < layout.centre.x + nodeSize.width / 2 - 1;
    return (
      <text
        class="s h"
        x={isLeftOfMiddle ? at - 14 : at + 14}
        y={y + nodeSize.height + 26}
        text-anchor={isLeftOfMiddle ? 'end' : 'start'}
      >
        {group.name}
      </text>
    );
  }
  const isLeft = group.side === 'left';
  // The line comes from the middle of the drawing: the name stands on the side away from it.
  const isBelow = middle > layout.centre.y + layout.centre.height / 2;
  return (
    <text
      class="s h"
      x={isLeft ? x + nodeSize.width + 14 : x - 10}
      y={isBelow ? middle + 19 : middle - 8}
      text-anchor={isLeft ? 'start' : 'end'}
    >
      {group.name}
    </text>
  );
}

interface NodeProps {
  readonly lang: Language;
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly height?: number;
  readonly isCentre?: true;
}

function Node({ lang, node, x, y: top, height = nodeSize.height, isCentre }: NodeProps) {
  const y = top + (height - nodeSize.height) / 2;
  const note = nodeNote(lang, node, 'short');
  const label = (
    <text class={isCentre ? 'inv b' : 'b'} x={x + 14} y={y + 22} {...squeezed(node.label, 15, nodeSize.width - 26)}>
      {node.label}
    </text>
  );
  const href = node.href === undefined || isCentre ? undefined : safeHref(node.href);
  return (
    <>
      <rect class={isCentre ? 'ink' : 'leaff l'} x={x} y={top} width={nodeSize.width} height={height} />
      {/* The list that follows is the way by keyboard; the links in the drawing are for the pointer. */}
      {href === undefined ? (
        label
      ) : (
        <a href={href} tabindex={-1}>
          {label}
        </a>
      )}
      <TierGlyph of={node.mark} x={x + 14} y={y + 30} isInverse={isCentre} />
      <text class={isCentre ? 'inv' : 's'} x={x + 32} y={y + 42} {...squeezed(note, 13, nodeSize.width - 40)}>
        {note}
      </text>
    </>
  );
}

function squeezed(text: string, size: number, room: number) {
  return textWidth(text, size) > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {};
}

function nodeNote(lang: Language, node: GraphNode, length: 'short' | 'whole'): string {
  const t = portalText(lang);
  if (node.count !== undefined) return t('graph.count', { n: node.count });
  const { tier: itsTier, nature, kind } = node.mark;
  // In the drawing the number says "national" already; the nature is what a reader looks for.
  const isNature = length === 'short' && itsTier === 'national' && nature !== undefined && kind === undefined;
  const tier = isNature ? t(`graph.nature.${nature}`) : tierName(lang, node.mark);
  return node.status === undefined ? tier : t('graph.tierAndStatus', { tier, status: statusName(lang, node.status) });
}
