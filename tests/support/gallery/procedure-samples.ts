import { join } from 'node:path';
import { readDefinitions } from '../../../src/foundation/definitions.ts';
import type { Language } from '../../../src/portal/languages.ts';
import {
  type ProcedureLine,
  type ProcedureView,
  procedureLine,
  procedureView,
} from '../../../src/rulebook/procedures/procedure-view.ts';
import { procedureNamed, proceduresOn } from '../../../src/rulebook/procedures/versions.ts';
import { today } from './words.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../../definitions'));

/** The procedures of the house as a reader meets them: definitions are the same everywhere. */
export function proceduresSample(lang: Language): readonly ProcedureLine[] {
  return proceduresOn(definitions, today).map((procedure) =>
    procedureLine({ lang, day: today, definitions, procedure }),
  );
}

export function procedureSample(lang: Language): ProcedureView {
  const procedure = procedureNamed(definitions, { id: 'national-voluntary', day: today });
  return procedureView({ lang, day: today, definitions, procedure });
}
