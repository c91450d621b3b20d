import { decodeXml } from './decode-text.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import { scanXml, type XmlHandler } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A relation of a part to another (ISO/IEC 29500-2, 9.3); `type` is the last word of its address. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The parts of an office archive, found by their relations as the standard demands, not by customary names. */
export interface OfficeParts {
  readonly archive: ZipArchive;
  readonly reading: Reading;
  /** Main part: the workbook or the document. */
  readonly main: string;
  readonly relations: readonly Relation[];
}

export function openOfficeParts(archive: ZipArchive, reading: Reading): OfficeParts {
  const main = readRelations({ archive, reading }, '').find((relation) => relation.type === 'officeDocument')?.target;
  if (main === undefined) return refuse('office-tables.zip-not-office');
  return { archive, reading, main, relations: readRelations({ archive, reading }, main) };
}

type Parts = Pick<OfficeParts, 'archive' | 'reading'>;

export function scanPart({ archive, reading }: Parts, part: string, handler: XmlHandler): void {
  scanXml({ text: decodeXml(archive.unpack(part), part), part, depth: reading.limits.xmlDepth }, handler);
}

function readRelations(parts: Parts, of: string): readonly Relation[] {
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  const part = `${folder}_rels/${of.slice(folder.length)}.rels`;
  if (!parts.archive.has(part)) return [];
  const relations: Relation[] = [];
  scanPart(parts, part, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const found = attributes();
      // External targets are addresses that came from a stranger: never followed.
      if (found.get('TargetMode') === 'External') return;
      const target = resolveTarget(folder, found.get('Target') ?? '');
      const type = (found.get('Type') ?? '').replace(/^.*\//s, '');
      const { zipEntries } = parts.reading.limits;
      if (relations.push({ id: found.get('Id') ?? '', type, target }) > zipEntries)
        refuse('office-tables.zip-too-many-entries', { part }, { entries: relations.length, limit: zipEntries });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** The part that a relation means, from the folder of its source; `..` above the root stays at the root. */
function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
