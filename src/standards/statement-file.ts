import { readFileSync } from 'node:fs';
import { refusal } from '../foundation/refusal.ts';

/**
 * A statement as its file has it; the command checks its shape.
 *
 * @throws Refusal `standards.file-not-readable`, `standards.statement-not-json`
 */
export function statementIn(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw refusal('standards.file-not-readable', { path, why });
  }
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw refusal('standards.statement-not-json', {
      path,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}
