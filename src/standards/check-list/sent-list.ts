import { refusal } from '../../foundation/refusal.ts';
import { mostNumbers, type ReadList } from './list-entry.ts';
import { readListFile, readListText } from './read-list.ts';

/** A list as it arrives by a form: a file, or pasted text, or both (then both are read). */
export interface SentList {
  readonly text: string | undefined;
  readonly file: File | undefined;
}

/**
 * @throws Refusal `standards.list-empty` and those of reading
 */
export async function readSentList({ text, file }: SentList): Promise<ReadList & { readonly fileName: string | null }> {
  const hasText = text !== undefined && text.trim() !== '';
  const hasFile = file !== undefined && (file.size > 0 || file.name !== '');
  if (!hasText && !hasFile) throw refusal('standards.list-empty');
  const pasted = hasText ? readListText(text) : nothing;
  const read = hasFile ? readListFile(new Uint8Array(await file.arrayBuffer()), file.name) : nothing;
  const entries = [...pasted.entries, ...read.entries];
  if (entries.length > mostNumbers) throw refusal('standards.list-too-long', { most: mostNumbers });
  return {
    entries,
    withoutNumber: pasted.withoutNumber + read.withoutNumber,
    fileName: hasFile ? fileNameOf(file.name) : null,
  };
}

const nothing: ReadList = { entries: [], withoutNumber: 0 };

/** The name alone, as a reader recognizes it. */
function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.toWellFormed().normalize('NFC').replace(/\p{C}/gu, '').trim().slice(0, 120) || '—';
}
