import type { Language } from '../../portal/languages.ts';
import type { ListPlace } from './list-entry.ts';

/** A place in the words of the sender's program: sheet and cell, table and cell, paragraph, line. */
export function placeText(lang: Language, { sheet, table, row, column, paragraph, line }: ListPlace): string {
  const isEnglish = lang === 'en';
  if (line !== undefined) return isEnglish ? `line ${line}` : `第 ${line} 行`;
  if (paragraph !== undefined) return isEnglish ? `paragraph ${paragraph}` : `第 ${paragraph} 段`;
  const cell = `${column ?? ''}${row ?? ''}`;
  if (sheet !== undefined && sheet !== '') return isEnglish ? `sheet “${sheet}”, ${cell}` : `工作表“${sheet}”，${cell}`;
  return isEnglish ? `table ${table ?? 1}, ${cell}` : `表 ${table ?? 1}，${cell}`;
}
