import { bpmnOf, type CompiledProcedure, layoutOf, mermaidOf, ruleOn, svgOf } from '@guiju/procedure-language';
import type { Definitions } from '../../foundation/definitions.ts';
import { versionKey } from '../../foundation/definitions-procedures.ts';
import type { Language } from '../../portal/languages.ts';
import { roleName } from './words.ts';

export const drawingForms = ['svg', 'mermaid', 'bpmn', 'yaml'] as const;
export type DrawingForm = (typeof drawingForms)[number];

export const mediaTypes: Readonly<Record<DrawingForm, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  mermaid: 'text/plain; charset=utf-8',
  bpmn: 'application/xml; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};

export interface DrawingGiven {
  readonly lang: Language;
  readonly day: string;
  readonly definitions: Definitions;
}

/** A procedure as a file: drawn in one of the forms, or as it is written. */
export function drawingFile(procedure: CompiledProcedure, form: DrawingForm, given: DrawingGiven): string {
  const { lang, day, definitions } = given;
  switch (form) {
    case 'svg':
      return svgOf(layoutOf(procedure), { procedure, lang });
    case 'mermaid':
      return mermaidOf(procedure, lang);
    case 'bpmn':
      return bpmnOf(procedure, lang, {
        role: (code) => roleName(code, definitions, day),
        period: (id) => {
          const content = ruleOn(definitions.rulebook, id, { day, jurisdictions: [] })?.content;
          return content?.kind === 'period' ? content.period : undefined;
        },
      });
    case 'yaml':
      return definitions.procedureTexts.get(versionKey(procedure)) ?? '';
  }
}
