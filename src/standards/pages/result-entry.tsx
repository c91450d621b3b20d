import type { Child } from 'hono/jsx';
import { distanceText, WrittenDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { NumberText, ResultRow } from '../../portal/result-row.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { HolderName } from './holder-name.tsx';
import { NumberList } from './number-list.tsx';
import type { ResultFacts, ResultView } from './search-view.ts';
import { standardsText } from './texts.ts';
import { titlesFor } from './titles.ts';

interface ResultEntryProps {
  readonly frame: Frame;
  readonly result: ResultView;
  readonly highlight?: readonly string[] | undefined;
  readonly level?: 'h2' | 'h3' | undefined;
  /** Said before the usual line: the role of an organization, what tells two holders apart. */
  readonly before?: Child;
}

/** A standard in a list, with the one line that matters most for its status. */
export function ResultEntry({ frame, result, highlight, level, before }: ResultEntryProps) {
  const { standard, titles, facts } = result;
  return (
    <ResultRow
      lang={frame.lang}
      number={standard.number}
      href={standard.href}
      mark={standard.mark}
      status={facts.status}
      titles={titlesFor(frame.lang, titles)}
      highlight={highlight}
      level={level}
    >
      {before === undefined ? null : [before, sentenceGap(frame.lang)]}
      <FactLine frame={frame} facts={facts} />
    </ResultRow>
  );
}

interface FactLineProps {
  readonly frame: Frame;
  readonly facts: ResultFacts;
}

function FactLine({ frame, facts }: FactLineProps): Child {
  return [
    facts.holder && <HolderName lang={frame.lang} holder={facts.holder} />,
    days(frame, facts),
    ...links(frame, facts),
  ]
    .filter((part) => part !== undefined)
    .map((part, index) => (index === 0 ? part : [sentenceGap(frame.lang), part]));
}

function days({ lang, today }: Frame, facts: ResultFacts): Child | undefined {
  const t = standardsText(lang);
  const day = (date: string) => <WrittenDay lang={lang} date={date} />;
  const { publishedOn, inForceFrom, endedOn, replacedBy, stage } = facts;
  const by = <NumberList lang={lang} standards={replacedBy} />;
  switch (facts.status) {
    case 'inForce':
      if (inForceFrom !== undefined) return t.rich('result.inForceSince', { since: day(inForceFrom) });
      return publishedOn === undefined ? undefined : t.rich('result.published', { on: day(publishedOn) });
    case 'notYetInForce': {
      if (inForceFrom === undefined)
        return publishedOn === undefined ? undefined : t.rich('result.published', { on: day(publishedOn) });
      const distance = inForceFrom > today ? distanceText(lang, today, inForceFrom) : undefined;
      return distance === undefined
        ? t.rich('result.inForceFrom', { from: day(inForceFrom) })
        : t.rich('result.inForceFromIn', { from: day(inForceFrom), distance });
    }
    case 'superseded':
      if (replacedBy.length === 0)
        return endedOn === undefined ? t('result.supersededByUnknown') : t.rich('result.endedOn', { on: day(endedOn) });
      return endedOn === undefined
        ? t.rich('result.replacedBy', { by })
        : t.rich('result.replacedByOn', { by, on: day(endedOn) });
    case 'withdrawn':
    case 'numberCancelled':
      return endedOn === undefined ? t('result.endUnknown') : t.rich('result.endedOn', { on: day(endedOn) });
    case 'inDevelopment':
      return stage === undefined
        ? undefined
        : t.rich('result.stage', { code: stage.code, name: <InLanguage text={stage.name} around={lang} /> });
    case 'notYetPublished':
    case 'unknown':
      return publishedOn === undefined ? t('result.noDates') : t.rich('result.published', { on: day(publishedOn) });
    case 'annulled':
      return undefined;
  }
}

function links({ lang }: Frame, facts: ResultFacts): readonly (Child | undefined)[] {
  const t = standardsText(lang);
  const { adopts, adoptedAs, replacesCount, committee } = facts;
  return [
    committee && t.rich('result.committee', { committee: <InLanguage text={committee} around={lang} /> }),
    adopts &&
      (adopts.degree === undefined
        ? t.rich('result.adopts', { number: <NumberText number={adopts.number} /> })
        : t.rich(`result.adopts.${adopts.degree}`, { number: <NumberText number={adopts.number} /> })),
    adoptedAs && t.rich('result.adoptedAs', { number: <NumberList lang={lang} standards={[adoptedAs]} /> }),
    replacesCount > 0 ? t('result.replaces', { n: replacesCount }) : undefined,
  ];
}
