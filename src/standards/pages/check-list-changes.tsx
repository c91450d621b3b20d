import type { Child } from 'hono/jsx';
import { WrittenDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import type { Language } from '../../portal/languages.ts';
import { listed, sentenceGap } from '../../portal/listed.ts';
import { NumberLink } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { standardsOf } from './check-list-row.tsx';
import type { CheckedRow, CheckedStandard, EndView } from './service-view.ts';
import { standardsText } from './texts.ts';

/** What replaces it, as a whole or in part, and since when; how it ended and what to use instead; its amendments. */
export function ChangesCell({ frame, row }: { readonly frame: Frame; readonly row: CheckedRow }): Child {
  const { lang } = frame;
  const t = standardsText(lang);
  const lines = standardsOf(row).flatMap(({ replacedBy, amendments, ended }) => [
    ...replacedBy.map((successor) => replacement(lang, successor)),
    ...(ended === undefined ? [] : [endSentences(lang, ended, replacedBy.length > 0)]),
    ...amendments.map((sheet) =>
      t.rich('checked.amendedBy', { number: <NumberLink number={sheet.number} href={sheet.href} /> }),
    ),
  ]);
  if (lines.length === 0) return null;
  return (
    <ul class="stack">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

const replacementKeys = {
  whole: { from: 'checked.replacedByFrom', dayUnknown: 'checked.replacedBy' },
  part: { from: 'checked.partlyReplacedByFrom', dayUnknown: 'checked.partlyReplacedBy' },
} as const;

function replacement(lang: Language, successor: CheckedStandard['replacedBy'][number]): Child {
  const { standard, from, isPartial, locality } = successor;
  const t = standardsText(lang);
  const keys = replacementKeys[isPartial ? 'part' : 'whole'];
  const number = <NumberLink number={standard.number} href={standard.href} />;
  const said =
    from === undefined
      ? t.rich(keys.dayUnknown, { number })
      : t.rich(keys.from, { number, from: <WrittenDay lang={lang} date={from} /> });
  if (!isPartial || locality === undefined) return said;
  return t.rich('checked.part', { said, part: <InLanguage text={locality} around={lang} /> });
}

const endKeys = {
  withdrawn: { since: 'says.withdrawn.since', dayUnknown: 'says.withdrawn.dayUnknown' },
  numberCancelled: { since: 'says.numberCancelled.since', dayUnknown: 'says.numberCancelled.dayUnknown' },
  annulled: { since: 'checked.annulledSince', dayUnknown: 'says.annulled' },
} as const;

/** In the words of the standard's own page. */
function endSentences(lang: Language, { how, on, by, reason, instead }: EndView, isReplaced: boolean): Child {
  const t = standardsText(lang);
  const numbers = instead.map(({ number, href }) => <NumberLink number={number} href={href} />);
  const sentences = [
    on === undefined
      ? t.rich(endKeys[how].dayUnknown, {})
      : t.rich(endKeys[how].since, { since: <WrittenDay lang={lang} date={on} /> }),
    by && t.rich('says.endedBy', { who: <InLanguage text={by} around={lang} /> }),
    reason && t.rich('says.reason', { reason: <InLanguage text={reason} around={lang} /> }),
    numbers.length > 0 ? t.rich('says.instead', { instead: listed(lang, numbers) }) : undefined,
    numbers.length === 0 && !isReplaced ? t('says.insteadNone') : undefined,
  ].filter((sentence) => sentence !== undefined);
  return sentences.map((sentence, index) => (index === 0 ? sentence : [sentenceGap(lang), sentence]));
}
