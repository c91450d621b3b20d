import type { Relation } from '../model.ts';
import { degreeOf } from './adopted-documents.ts';
import { listedNumbers } from './listed-numbers.ts';
import { type NumberEntry, numberEntry, remarksIn } from './number-entry.ts';
import type { Doubt } from './reading.ts';

type ReplacedKind = 'replaces' | 'replacedBy';

/**
 * The numbers that this one replaces, or that replace it. "部分代替", a clause or an annex beside a number make it a
 * replacement in part, of that number alone. What else stands there is told: a replacement ends the whole edition.
 */
export function replacedIn(text: string, kind: ReplacedKind, doubt: Doubt): readonly Relation[] {
  let isPartLed = false;
  return joinedRemarks(listedNumbers(text, kind, doubt)).flatMap(({ entry, further }) => {
    const read = numberEntry(entry);
    if (read === undefined) return [{ kind, target: entry }];
    // `GB/T 1-1999 idt ISO 1:1998`: the document that the old edition adopted is not replaced.
    if (read.before.some(degreeOf)) {
      doubt('standards.adopted-document-not-replaced', kind, entry);
      return [];
    }
    const relation = replaced({ ...read, behind: [...read.behind, ...further] }, kind, doubt);
    // 部分代替 A、B: whether B is replaced in part as well, only the sender knows.
    if (read.before.length > 0) isPartLed = read.before.some((words) => typeof readLead(words) === 'object');
    else if (isPartLed && relation.whole !== false) doubt('standards.part-of-the-one-before', kind, relation.target);
    return [relation];
  });
}

interface JoinedEntry {
  readonly entry: string;
  readonly further: readonly string[];
}

/** `GB/T 1-1999第3章、附录A`: the annex is no number of the list but belongs to the one before. */
function joinedRemarks(entries: readonly string[]): readonly JoinedEntry[] {
  const joined: JoinedEntry[] = [];
  for (const entry of entries) {
    const before = joined.at(-1);
    const remarks = numberEntry(entry) === undefined ? remarksIn(entry) : [];
    if (before && remarks.length > 0 && remarks.every((remark) => typeof readRemark(remark) === 'object'))
      joined[joined.length - 1] = { ...before, further: [...before.further, ...remarks] };
    else joined.push({ entry, further: [] });
  }
  return joined;
}

function replaced({ number, before, behind }: NumberEntry, kind: ReplacedKind, doubt: Doubt): Relation {
  const remarks = [...before.map((text) => ({ text, read: readLead(text) })), ...behind.map(readBehind)];
  for (const { text, read } of remarks) {
    if (read === 'others') doubt('standards.others-not-named', kind, `${number}${text}`);
    if (read === undefined) doubt('standards.replaced-as-a-whole', kind, `${number} ${text}`);
  }
  const parts = remarks.map(({ read }) => read).filter((read) => typeof read === 'object');
  const locality = parts.flatMap((part) => part.locality ?? []).join('、');
  return {
    kind,
    target: number,
    ...(parts.length > 0 ? { whole: false } : {}),
    ...(locality === '' ? {} : { locality }),
  };
}

type Remark = { readonly locality?: string } | 'whole' | 'others';

const readBehind = (text: string) => ({ text, read: readRemark(text) });

/** In front of a number: 代替, 部分代替, "clause 5 of". A clause that replaces (第3章代替) is one of this standard. */
function readLead(text: string): Remark | undefined {
  const read = readRemark(text.replace(/\s+of$/i, ''));
  const isLocality = typeof read === 'object' && read.locality !== undefined;
  return isLocality && !/\sof$|^in part|^部分/i.test(text) ? undefined : read;
}

function readRemark(text: string): Remark | undefined {
  if (/^(?:等(?!同|效)|etc\b|et al\b)/i.test(text)) return 'others';
  if (wholeWords.test(text)) return 'whole';
  if (partWords.test(text)) return {};
  const behindPart = partBefore.exec(text)?.[1];
  if (behindPart !== undefined) return { locality: behindPart.trim() };
  const locality = text.replace(leadWords, '');
  return localityWords.test(locality)
    ? { locality: locality.replace(/(?:被)?(?:代替|替代|取代)$/, '').trim() }
    : undefined;
}

const replacing = '(?:被?(?:代替|替代|取代)了?|replace[sd]?(?: by)?|supersede[sd]?(?: by)?)';
const wholeWords = new RegExp(
  `^(?:本(?:标准|文件|部分))?(?:同时)?(?:全部|整体|全文|完全|所有部分|all parts|in whole|wholly)?\\s*${replacing}?$`,
  'i',
);
const partWords = new RegExp(
  `^(?:本(?:标准|文件|部分))?(?:同时)?(?:${replacing}\\s*)?(?:部分|局部|in part|part|partly|partially)(?:地)?\\s*${replacing}?(?: of)?$`,
  'i',
);
const partBefore = new RegExp(
  `^(?:部分${replacing}?|in part|partly)\\s*[：:，,;； ]\\s*(?:${replacing}\\s*)?(.+)$`,
  'i',
);
const leadWords = new RegExp(
  `^(?:(?:${replacing}|仅|只|限于?|见|其中?|中|原|关于|对|之|的|only|for|its)[\\s：:，,]*)+`,
  'i',
);

const count = '[\\d.A-Z〇一二三四五六七八九十百零]+';
// 第2部分 is a part of a series and belongs to a title; only what lies inside one document is a locality.
const localityWords = new RegExp(
  [
    `^第\\s*${count}(?:\\s*(?:[、，,和及至~～—-]|以及)\\s*第?\\s*${count})*\\s*(?:[章条节篇款项段页表图]|附录)`,
    '^\\d+(?:\\.\\d+)*(?:\\s*[、，,和及至~～—-]\\s*\\d+(?:\\.\\d+)*)*\\s*[章条节款]',
    '^(?:附\\s*录|条款|条文|章节|正文|前言|引言)',
    '^[表图]\\s*[A-Z]?[.\\d]',
    '^(?:部分|有关|相关)的?(?:内容|条款|条文|章节|[章条节款]|技术|要求|指标|规定|试验|方法|表|图|附录)',
    '^(?:sub-?clauses?|clauses?|sections?|annex(?:es)?|appendi(?:x|ces)|tables?|figures?|chapters?|paragraphs?)\\b',
    '^parts? of\\b',
  ].join('|'),
  'i',
);
