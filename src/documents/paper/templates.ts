import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../foundation/actor.ts';
import type { Deps } from '../../foundation/part.ts';
import { Refusal, refusal } from '../../foundation/refusal.ts';
import type { Language } from '../../portal/languages.ts';
import { addVersion } from '../add-version.ts';
import { enterDocument } from '../enter-document.ts';
import type { HeldDocument } from '../facts.ts';
import { officeFiles } from '../intake/recognize.ts';
import { examine, takeContent } from '../intake/take-content.ts';
import { currentVersion } from '../model.ts';
import { documentAt, documentsOf } from '../queries.ts';
import { contentStore, wholeContent } from '../store/open-store.ts';
import { fillTemplate, templateProblems } from './check-template.ts';
import { filledData, type PaperContract } from './contract.ts';

/** A template of one language: its contract, and the document that holds its versions once somebody replaced the founding one. */
export interface PaperTemplate {
  readonly contract: PaperContract;
  readonly lang: Language;
  readonly document?: HeldDocument;
}

type Desk = Pick<Deps, 'database' | 'settings' | 'random' | 'definitions' | 'installation' | 'executor'>;

const subjectOf = ({ contract, lang }: Pick<PaperTemplate, 'contract' | 'lang'>) => ({
  kind: 'paper-template',
  key: `${contract.template}.${lang}`,
});

/** The template with its history. @throws Refusal `documents.template-not-there` */
export async function paperTemplate(
  deps: Desk,
  contracts: readonly PaperContract[],
  asked: { readonly template: string; readonly lang: Language },
): Promise<PaperTemplate> {
  const contract = contracts.find(({ template }) => template === asked.template);
  if (!contract) throw refusal('documents.template-not-there', { template: asked.template.slice(0, 60) });
  const place = { contract, lang: asked.lang };
  const [record] = await documentsOf(deps.database, subjectOf(place));
  const document = record && (await documentAt(deps.database, record.id));
  return { ...place, ...(document ? { document } : {}) };
}

/** The founding template, as it came with the program. */
export function foundingTemplate(
  { definitions }: Pick<Deps, 'definitions'>,
  { contract, lang }: PaperTemplate,
): Buffer {
  const path = join(definitions.folder, '../founding/templates', `${contract.template}.${lang}.docx`);
  if (!existsSync(path)) throw refusal('documents.template-not-there', { template: contract.template });
  return readFileSync(path);
}

/** The template that counts: the newest version somebody gave, else the founding one. */
export async function currentTemplate(deps: Desk, template: PaperTemplate): Promise<Buffer> {
  const current = template.document && currentVersion(template.document.state);
  if (!current) return foundingTemplate(deps, template);
  const bytes = await wholeContent(contentStore(deps), current.hash);
  if (!bytes) throw refusal('documents.content-missing', { hash: current.hash });
  return bytes;
}

/** The sample of the contract, written on a template. */
export function sampleOn(template: PaperTemplate, bytes: Uint8Array): Buffer {
  const { contract, lang } = template;
  return fillTemplate(bytes, filledData(contract, contract.sample[lang], lang));
}

/**
 * Gives a new version of a template. It is taken only when every placeholder is known, every loop closes, and the sample can be
 * written on it.
 *
 * @throws Refusal `documents.template-not-docx`, `documents.template-...` with each placeholder and where it stands
 */
export async function replaceTemplate(
  deps: Desk,
  template: PaperTemplate,
  given: { readonly name: string; readonly bytes: Buffer; readonly actor: Actor; readonly key: string },
): Promise<void> {
  const { settings, installation } = deps;
  const found = examine(given, settings.documents);
  if (found.ending !== officeFiles.docx.ending)
    throw refusal('documents.template-not-docx', { file: given.name.slice(0, 100) });
  const problems = templateProblems(given.bytes, template.contract, settings.documents);
  const [first] = problems;
  if (first) throw new Refusal(first.code, first.details ?? {}, problems);
  sampleOn(template, given.bytes);
  const content = await takeContent(deps, given);
  const request = { actor: given.actor, key: given.key };
  if (template.document) {
    await deps.executor.execute(addVersion, { document: template.document.streamId, content }, request);
    return;
  }
  const { contract, lang } = template;
  const document = {
    home: installation.homeId,
    subject: subjectOf(template),
    kind: 'paper-template',
    title: lang === 'en' ? contract.name.en : contract.name.zh,
    lang,
    access: {},
    content,
  };
  await deps.executor.execute(enterDocument, document, request);
}
