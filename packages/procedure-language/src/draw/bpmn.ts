import { anyone } from '../command.ts';
import type { Procedure, StepDefinition } from '../model.ts';
import type { InBoth, Period } from '../rule.ts';
import type { ActorNames } from './bpmn-columns.ts';
import { type Flow, idOf, type Pool } from './bpmn-model.ts';
import { poolOf } from './bpmn-pool.ts';
import { sheetXml } from './bpmn-xml.ts';
import type { DrawingLanguage } from './marks.ts';

/** What a diagram of BPMN is told beside the definition. */
export interface BpmnWords {
  /** The name of a role; its code without it. */
  readonly role?: (code: string) => InBoth;
  /** The length that a rule gives; without it timers name their rule. */
  readonly period?: (rule: string) => Period | undefined;
}

/** A definition as BPMN 2.0 XML with its diagram: a pool for each track, a lane for each actor. */
export function bpmnOf(procedure: Procedure, lang: DrawingLanguage, words: BpmnWords = {}): string {
  const actors = actorNames(procedure, words);
  const pools: Pool[] = [];
  let top = 0;
  for (const { id } of procedure.tracks) {
    const pool = poolOf(procedure, id, { actors, top });
    pools.push(pool);
    top += pool.bounds.height + 80;
  }
  const sheet = { pools, messages: messagesOf(procedure) };
  return sheetXml(sheet, { id: procedure.id, name: procedure.title }, { lang, period: words.period });
}

function actorNames({ parties }: Procedure, { role }: BpmnWords): ActorNames {
  const keyOf = ({ by: [first] }: StepDefinition): string => {
    if (first === undefined) return 'time';
    return first.of === undefined ? first.role : `${first.role}@${first.of}`;
  };
  const nameOf = (key: string): InBoth => {
    if (key === 'time') return { zh: '时间', en: 'time' };
    if (key === anyone) return { zh: '任何人', en: 'anybody' };
    const [code = '', party] = key.split('@');
    const title = role?.(code) ?? { zh: code, en: code };
    const of = parties.find(({ id }) => id === party)?.title;
    return of === undefined ? title : { zh: `${of.zh}：${title.zh}`, en: `${of.en}: ${title.en}` };
  };
  return { keyOf, nameOf };
}

function messagesOf({ steps }: Procedure): readonly Flow[] {
  return steps.flatMap((step) =>
    step.starts.map((name): Flow => {
      const [track = '', stage = ''] = name.split(':');
      const id = idOf('message', step.id, track, stage);
      return { id, from: idOf('step', step.id), to: idOf('begin', track, stage), name: step.title };
    }),
  );
}
