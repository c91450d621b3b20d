import { createHash } from 'node:crypto';
import type { Actor } from '../../foundation/actor.ts';
import type { Deps } from '../../foundation/part.ts';
import type { Language } from '../../portal/languages.ts';
import { addVersion } from '../add-version.ts';
import { enterDocument } from '../enter-document.ts';
import { takeContent } from '../intake/take-content.ts';
import type { DocumentSubject } from '../model.ts';
import type { TextFacts } from '../text-access.ts';
import { fillTemplate } from './check-template.ts';
import { filledData, type PaperData, paperContracts } from './contract.ts';
import { currentTemplate, paperTemplate } from './templates.ts';

export interface PaperAsked {
  /** Name of the contract: announcement, notice, minutes ... */
  readonly template: string;
  readonly data: PaperData;
  readonly lang: Language;
  readonly actor: Actor;
  readonly key: string;
  /** The document of which it becomes the next version; or what the document is that it opens. */
  readonly into:
    | { readonly document: string }
    | {
        readonly home: string;
        readonly subject: DocumentSubject;
        readonly title: string;
        readonly access: TextFacts;
      };
}

export interface RenderedPaper {
  readonly document: string;
  /** SHA-256 of what was written; approvals and scans bind to it. */
  readonly hash: string;
  readonly templateHash: string;
}

/**
 * Writes official paper from its template and enters it as a version of a document. The version says from which template,
 * by its hash, it was written.
 *
 * @throws Refusal `documents.paper-field-missing`, `documents.paper-field-unknown`, `documents.template-not-there`, `documents.template-broken`
 */
export async function renderPaper(
  deps: Pick<Deps, 'database' | 'settings' | 'random' | 'definitions' | 'installation' | 'executor'>,
  asked: PaperAsked,
): Promise<RenderedPaper> {
  const template = await paperTemplate(deps, paperContracts(deps.definitions), asked);
  const bytes = await currentTemplate(deps, template);
  const templateHash = createHash('sha256').update(bytes).digest('hex');
  const paper = fillTemplate(bytes, filledData(template.contract, asked.data, asked.lang));
  const content = await takeContent(deps, { name: `${asked.template}.docx`, bytes: paper });
  const origin = { how: 'rendered', template: asked.template, templateHash };
  const request = { actor: asked.actor, key: asked.key };
  if ('document' in asked.into) {
    const { document } = asked.into;
    await deps.executor.execute(addVersion, { document, content, origin }, request);
    return { document, hash: content.hash, templateHash };
  }
  const entered = { ...asked.into, kind: template.contract.kind, lang: asked.lang, content, origin };
  const { events } = await deps.executor.execute(enterDocument, entered, request);
  return { document: events[0]?.streamId ?? '', hash: content.hash, templateHash };
}
