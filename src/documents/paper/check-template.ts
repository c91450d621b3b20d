import { openZip } from '@guiju/office-tables';
import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { z } from 'zod';
import { type Problem, Refusal } from '../../foundation/refusal.ts';
import type { DocumentSettings } from '../../foundation/settings.ts';
import { limitsOf } from '../intake/check-archive.ts';
import type { PaperContract, PaperData } from './contract.ts';

/** A placeholder of a template, with what stands inside where it is a loop. */
interface Placeholder {
  readonly value: string;
  readonly module?: string | undefined;
  readonly inner: readonly Placeholder[];
  readonly part: string;
}

/**
 * What is wrong with a template: placeholders that nothing fills, loops that do not close, and where each stands. A
 * template without problems is one that renders.
 */
export function templateProblems(
  bytes: Uint8Array,
  contract: PaperContract,
  settings: DocumentSettings,
): readonly Problem[] {
  const places = paragraphsOf(bytes, settings);
  try {
    const found = placeholdersOf(bytes);
    if (found.length === 0) return [{ code: 'documents.template-without-placeholders' }];
    return found.flatMap((one) => unknownIn(one, contract, places));
  } catch (error) {
    const broken = brokenTags(error);
    if (broken.length === 0) throw error;
    return broken.map((tag) => ({
      code: codeOf(tag.id),
      details: { tag: tag.tag, place: placeOf(tag.tag, tag.part, places) },
    }));
  }
}

/**
 * Fills a template. Only what the contract names can be reached; texts keep their line breaks.
 *
 * @throws Refusal `documents.template-broken`
 */
export function fillTemplate(bytes: Uint8Array, data: PaperData): Buffer {
  try {
    const template = new Docxtemplater(new PizZip(bytes), options);
    template.render(data);
    return template.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  } catch (error) {
    const [tag] = brokenTags(error);
    if (!tag) throw error;
    throw new Refusal('documents.template-broken', { tag: tag.tag, place: tag.part });
  }
}

const options: DXT.ConstructorOptions = {
  paragraphLoop: true,
  linebreaks: true,
  // What a template cannot do is told to whoever sent it, not to the log.
  errorLogging: false,
  // A placeholder names a field, and nothing that objects have by nature.
  parser: (tag) => ({
    get: (scope: unknown) => (tag === '.' ? scope : ownValue(scope, tag)),
  }),
};

function ownValue(scope: unknown, name: string): unknown {
  if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, name)) return undefined;
  return Object.entries(scope).find(([key]) => key === name)?.[1];
}

const part = z.looseObject({
  type: z.string(),
  value: z.string().optional(),
  module: z.string().nullish(),
  get subparsed() {
    return z.array(part).optional();
  },
});
type ParsedPart = z.output<typeof part>;

/** The placeholders as the library parsed them: the parts at the top of each file, loops with what they hold. */
function placeholdersOf(bytes: Uint8Array): readonly Placeholder[] {
  const tops = new Map<string, readonly Placeholder[]>();
  const collecting: DXT.Module = {
    name: 'placeholders',
    postparse: (parsed, ...about: readonly unknown[]) => {
      const { filePath } = z.looseObject({ filePath: z.string().optional() }).parse(about[0] ?? {});
      // Called for what is inside first, so that the last call for a file holds everything.
      if (filePath !== undefined) tops.set(filePath, placeholdersIn(z.array(part).parse(parsed), filePath));
      return parsed;
    },
  };
  new Docxtemplater(new PizZip(bytes), { ...options, modules: [collecting] });
  return [...tops.values()].flat();
}

function placeholdersIn(parts: readonly ParsedPart[], file: string): readonly Placeholder[] {
  return parts.flatMap((one): readonly Placeholder[] => {
    if (one.type !== 'placeholder') return one.subparsed ? placeholdersIn(one.subparsed, file) : [];
    const inner = placeholdersIn(one.subparsed ?? [], file);
    return [{ value: one.value ?? '', module: one.module ?? undefined, inner, part: file }];
  });
}

type Paragraphs = readonly { readonly part: string; readonly number: number; readonly text: string }[];

function unknownIn(one: Placeholder, contract: PaperContract, places: Paragraphs, within?: string): readonly Problem[] {
  const problem = (code: string): readonly Problem[] => [
    { code, details: { tag: one.value, place: placeOf(one.value, one.part, places) } },
  ];
  const loop = contract.loops.find(({ name }) => name === one.value);
  const field = contract.fields.some(({ name }) => name === one.value);
  const inLoop =
    contract.loops.find(({ name }) => name === within)?.fields.some(({ name }) => name === one.value) ?? false;
  if (one.module === 'loop' && (loop || field || inLoop))
    return one.inner.flatMap((inner) => unknownIn(inner, contract, places, loop ? loop.name : within));
  // XML written by data would be a way to put anything into the paper.
  if (one.module)
    return problem(
      one.module === 'loop' ? 'documents.template-placeholder-unknown' : 'documents.template-placeholder-raw',
    );
  if (loop && !field) return problem('documents.template-loop-not-opened');
  return field || inLoop ? [] : problem('documents.template-placeholder-unknown');
}

const brokenTag = z.object({
  properties: z.looseObject({
    id: z.string(),
    xtag: z.union([z.string(), z.looseObject({})]).optional(),
    openingtag: z.string().optional(),
    file: z.string().optional(),
  }),
});

interface BrokenTag {
  readonly id: string;
  readonly tag: string;
  readonly part: string;
}

function brokenTags(error: unknown): readonly BrokenTag[] {
  const many = z.object({ properties: z.looseObject({ errors: z.array(z.unknown()) }) }).safeParse(error);
  return (many.success ? many.data.properties.errors : [error]).flatMap((one): readonly BrokenTag[] => {
    const found = brokenTag.safeParse(one).data?.properties;
    if (!found) return [];
    const tag = typeof found.xtag === 'string' ? found.xtag : (found.openingtag ?? '');
    return [{ id: found.id, tag: tag.slice(0, 60), part: found.file ?? 'word/document.xml' }];
  });
}

function codeOf(id: string): string {
  return /loop|closing_tag/.test(id) ? 'documents.template-loop-not-closed' : 'documents.template-tag-broken';
}

/** The paragraph in which a placeholder stands, as the one who wrote the template sees it. */
function placeOf(tag: string, file: string, paragraphs: Paragraphs): string {
  const shown = tag.replace(/[{}]/g, '');
  const found = paragraphs.find(({ part: name, text }) => name === file && text.includes(shown) && text.includes('{'));
  const name = /header/.test(file) ? '页眉 header' : /footer/.test(file) ? '页脚 footer' : '';
  return found ? `${name}¶${found.number} “${found.text.slice(0, 60)}”` : file;
}

function paragraphsOf(bytes: Uint8Array, settings: DocumentSettings): Paragraphs {
  const archive = openZip(bytes, limitsOf(settings));
  return archive.names
    .filter((name) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name))
    .flatMap((name) => {
      const xml = Buffer.from(archive.unpack(name)).toString('utf8');
      return [...xml.matchAll(/<w:p[\s>][\s\S]*?<\/w:p>/g)].map(([paragraph], at) => ({
        part: name,
        number: at + 1,
        text: [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
      }));
    });
}
