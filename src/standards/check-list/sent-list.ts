import { refusal } from '../../foundation/refusal.ts';
import { type ListEntry, mostNumbers } from './list-entry.ts';
import { readListFile, readListText } from './read-list.ts';

/** A list as it arrives by a form: a file, or pasted text, or both (then both are read). */
export interface SentList {
  readonly text: string | undefined;
  readonly file: File | undefined;
}

/**
 * @throws Refusal `standards.list-empty` and those of reading
 */
export async function readSentList({
  text,
  file,
}: SentList): Promise<{ readonly entries: readonly ListEntry[]; readonly fileName: string | null }> {
  const hasText = text !== undefined && text.trim() !== '';
  const hasFile = file !== undefined && (file.size > 0 || file.name !== '');
  if (!hasText && !hasFile) throw refusal('standards.list-empty');
  const pasted = hasText ? readListText(text) : [];
  const read = hasFile ? readListFile(new Uint8Array(await file.arrayBuffer()), file.name) : [];
  if (pasted.length + read.length > mostNumbers) throw refusal('standards.list-too-long', { most: mostNumbers });
  return { entries: [...pasted, ...read], fileName: hasFile ? fileNameOf(file.name) : null };
}

/** The name alone, as a reader recognizes it. */
function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.toWellFormed().normalize('NFC').replace(/\p{C}/gu, '').trim().slice(0, 120) || '—';
}
