import type { Language } from '../../portal/languages.ts';
import { RelationGraph } from '../../portal/relation-graph.tsx';
import type { GraphGroup, GraphNode } from '../../portal/relation-graph-layout.ts';
import { NumberLink } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { Section } from '../../portal/section.tsx';
import type { StandardPageProps } from './standard-page-props.ts';
import type { RelationKind, RelationView } from './standard-view.ts';
import { standardsText } from './texts.ts';

/** The standard among those it replaces, adopts, cites and belongs to. */
export function StandardRelations({ frame, standard }: StandardPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  const { relations } = standard;
  if (relations.length === 0) return null;
  const localities = relations.filter(({ locality }) => locality !== undefined);
  return (
    <Section id="relations" title={t('standard.relations')}>
      <RelationGraph
        lang={lang}
        id="graph"
        centre={{ label: standard.number, mark: standard.mark, status: standard.status.code }}
        groups={groupsOf(lang, relations)}
      />
      {localities.length === 0 ? null : (
        <ul class="note">
          {localities.map(({ kind, target, locality }) => (
            <li>
              {t.rich('relations.locality', {
                relation: t(`relation.${kind}`),
                number: <NumberLink number={target.number} href={target.href} />,
                locality: locality === undefined ? '' : <InLanguage text={locality} around={lang} />,
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type GroupStyle = Pick<GraphGroup, 'side' | 'line' | 'head' | 'shape'>;

// Each kind has a line and a head of its own, the same whichever way it points.
const replacing = { line: 'solid', shape: 'full' } as const;
const amending = { line: 'solid', shape: 'diamond' } as const;
const adopting = { line: 'double', shape: 'hollow' } as const;
const translating = { line: 'dashDotted', shape: 'hollow' } as const;
const citing = { line: 'dotted', shape: 'open' } as const;

// Left: what it took the place of. Top: what it rests on. Right: all else, with what takes its own place first.
const relationStyles: Readonly<Record<RelationKind, GroupStyle>> = {
  replaces: { side: 'left', head: 'neighbour', ...replacing },
  amends: { side: 'left', head: 'neighbour', ...amending },
  adopts: { side: 'top', head: 'neighbour', ...adopting },
  translates: { side: 'top', head: 'neighbour', ...translating },
  replacedBy: { side: 'right', head: 'centre', ...replacing },
  amendedBy: { side: 'right', head: 'centre', ...amending },
  adoptedBy: { side: 'right', head: 'centre', ...adopting },
  translatedBy: { side: 'right', head: 'centre', ...translating },
  sameSeries: { side: 'right', head: 'none', line: 'solid' },
  sameDay: { side: 'right', head: 'none', line: 'dashed' },
  cites: { side: 'right', head: 'neighbour', ...citing },
  citedBy: { side: 'right', head: 'centre', ...citing },
};

const order: readonly RelationKind[] = [
  'replaces',
  'amends',
  'adopts',
  'translates',
  'replacedBy',
  'amendedBy',
  'adoptedBy',
  'translatedBy',
  'sameSeries',
  'sameDay',
  'cites',
  'citedBy',
];

/** Relations by kind; adoptions by their degree too, since the degree belongs to the name of the line. */
export function groupsOf(lang: Language, relations: readonly RelationView[]): readonly GraphGroup[] {
  return order.flatMap((kind) => {
    const ofKind = relations.filter((relation) => relation.kind === kind);
    const names = [...new Set(ofKind.map((relation) => relationName(lang, relation)))];
    return names.map((name) => ({
      ...relationStyles[kind],
      name,
      nodes: ofKind.filter((relation) => relationName(lang, relation) === name).map(nodeOf),
      all: allLink(lang, kind, ofKind),
    }));
  });
}

/** The way to all of a kind, when only the first of them are listed. */
function allLink(lang: Language, kind: RelationKind, ofKind: readonly RelationView[]): GraphGroup['all'] {
  const all = ofKind.find((one) => one.all !== undefined)?.all;
  if (all === undefined) return undefined;
  const t = standardsText(lang);
  return { href: all.href, label: t('relations.all', { relation: t(`relation.${kind}`), n: all.count }) };
}

function relationName(lang: Language, { kind, degree, isPartial }: RelationView): string {
  const t = standardsText(lang);
  const name = t(`relation.${kind}`);
  if (degree !== undefined) return t('relation.withDegree', { name, degree });
  return isPartial ? t('relation.inPart', { name }) : name;
}

function nodeOf({ target, count }: RelationView): GraphNode {
  return { label: target.number, href: target.href, mark: target.mark, status: target.status, count };
}
