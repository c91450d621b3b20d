import { type Procedure, type StageDefinition, type StepDefinition, start } from '../model.ts';
import { courseOf, isGathered } from './gathered.ts';
import { type DrawingLanguage, inLanguage } from './marks.ts';

/** A definition as a flowchart of Mermaid: a box for each stage, an arrow for each step, a frame for each track. */
export function mermaidOf(procedure: Procedure, lang: DrawingLanguage): string {
  const gathered = procedure.steps.filter(isGathered);
  return [
    'flowchart TD',
    ...procedure.tracks.flatMap(({ id, title }) => [
      `  subgraph ${nameOf('track', id)}[${quoted(inLanguage(title, lang))}]`,
      '    direction TB',
      ...(beginsIn(procedure, id) ? [`    ${nameOf('before', id)}((${quoted(' ')}))`] : []),
      ...procedure.stages.filter(({ track }) => track === id).map((stage) => `    ${box(stage, lang)}`),
      '  end',
    ]),
    ...gathered.map((step) => `  ${nameOf('many', step.id)}{{${manyText(procedure, step, lang)}}}`),
    ...procedure.steps.flatMap((step) => (isGathered(step) ? fromMany(step) : arrows(step, lang))),
    '',
  ].join('\n');
}

/** Letters, digits and underscores only, after a word of ours: no name of a definition is a word of Mermaid. */
function nameOf(kind: 'track' | 'stage' | 'many' | 'before', id: string): string {
  return `${kind}_${id.replaceAll('-', '_')}`;
}

/** A text between quotation marks; what Mermaid or HTML would read as theirs is written as entity. */
export function quoted(text: string): string {
  const safe = text.replaceAll(/[#"<>&`;\\{}[\]|]/g, (sign) => `#${sign.codePointAt(0)};`);
  return `"${safe.replaceAll(/\s+/g, ' ')}"`;
}

function box({ id, title, code, iso, final }: StageDefinition, lang: DrawingLanguage): string {
  const codes = [code, iso].filter((one) => one !== undefined).join(' · ');
  const text = quoted([codes, inLanguage(title, lang)].filter((one) => one !== '').join(' '));
  return final === undefined ? `${nameOf('stage', id)}[${text}]` : `${nameOf('stage', id)}([${text}])`;
}

function manyText(procedure: Procedure, step: StepDefinition, lang: DrawingLanguage): string {
  const course = inLanguage(courseOf(procedure, step), lang);
  return quoted(lang === 'en' ? `${step.title.en} (${course})` : `${step.title.zh}（${course}）`);
}

function arrows(step: StepDefinition, lang: DrawingLanguage): readonly string[] {
  const line = step.by.length === 0 ? '-.->' : '-->';
  const text = quoted(inLanguage(step.title, lang));
  return [
    ...step.from.map((from) => {
      const name = from === start ? nameOf('before', step.track) : nameOf('stage', from);
      return `  ${name} ${line}|${text}| ${nameOf('stage', step.to ?? from)}`;
    }),
    ...step.starts.map((name) => `  ${nameOf('stage', step.to ?? step.from[0] ?? '')} -.->|${text}| ${started(name)}`),
  ];
}

function fromMany(step: StepDefinition): readonly string[] {
  const line = step.by.length === 0 ? '-.->' : '-->';
  const name = nameOf('many', step.id);
  return [
    ...(step.to === undefined ? [] : [`  ${name} ${line} ${nameOf('stage', step.to)}`]),
    ...step.starts.map((one) => `  ${name} -.-> ${started(one)}`),
  ];
}

function started(name: string): string {
  return nameOf('stage', name.split(':')[1] ?? '');
}

function beginsIn({ steps }: Procedure, track: string): boolean {
  return steps.some((step) => step.track === track && step.from.includes(start) && !isGathered(step));
}
