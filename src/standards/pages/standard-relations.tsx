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

interface GroupStyle {
  readonly side: GraphGroup['side'];
  readonly line: GraphGroup['line'];
  readonly head: GraphGroup['head'];
}

// Left: what it took the place of. Top: what it rests on. Right: all else, with what takes its own place first.
const styles: Readonly<Record<RelationKind, GroupStyle>> = {
  replaces: { side: 'left', line: 'arrow', head: 'neighbour' },
  amends: { side: 'left', line: 'plain', head: 'neighbour' },
  adopts: { side: 'top', line: 'double', head: 'neighbour' },
  translates: { side: 'top', line: 'plain', head: 'neighbour' },
  replacedBy: { side: 'right', line: 'arrow', head: 'centre' },
  amendedBy: { side: 'right', line: 'plain', head: 'centre' },
  adoptedBy: { side: 'right', line: 'double', head: 'centre' },
  translatedBy: { side: 'right', line: 'plain', head: 'centre' },
  sameSeries: { side: 'right', line: 'plain', head: 'none' },
  sameDay: { side: 'right', line: 'dashed', head: 'none' },
  cites: { side: 'right', line: 'plain', head: 'neighbour' },
  citedBy: { side: 'right', line: 'plain', head: 'centre' },
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
      ...styles[kind],
      name,
      nodes: ofKind.filter((relation) => relationName(lang, relation) === name).map(nodeOf),
    }));
  });
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
