import type { Child } from 'hono/jsx';
import { firstDayOf, isWholeDay, type WrittenDate } from '../../portal/calendar.ts';
import type { LanguageText } from '../../portal/languages.ts';
import { listed, sentenceGap } from '../../portal/listed.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import type { HeldBesideView, ImplementationView } from './standard-view.ts';
import { day, numbers, type StatusSentenceProps, sentence } from './status-words.tsx';

/** Sentences after the verdict: transition, part replaced, suspension, several days, and where a bare status comes from. */
export function statusRemarks(props: StatusSentenceProps): readonly Child[] {
  return [
    contradiction(props),
    transition(props),
    ...props.status.heldBeside.map((one) => heldBeside(props, one)),
    partlyReplaced(props),
    suspended(props),
    severalDays(props),
    servingBeside(props),
    reported(props),
  ].filter((remark) => remark !== undefined);
}

function contradiction(props: StatusSentenceProps): Child | undefined {
  const { lang, status } = props;
  if (status.contradicting.length === 0) return undefined;
  return sentence(props, 'says.contradiction', { others: numbers(lang, status.contradicting) });
}

function transition(props: StatusSentenceProps): Child | undefined {
  const { lang, status } = props;
  if (status.usableBeside.length === 0) return undefined;
  const values = { other: numbers(lang, status.usableBeside) };
  const ends = status.transitionEndsOn;
  const rule = transitionRule(props);
  if (ends === undefined) return sentence(props, `transition.open.${rule}`, values);
  return sentence(props, `transition.until.${rule}`, { ...values, until: untilBefore(props, ends) });
}

/** "until the day before 1 May 2023"; of a month or a year nobody knows the day. */
function untilBefore(props: StatusSentenceProps, ends: WrittenDate): Child {
  return sentence(props, isWholeDay(ends) ? 'transition.dayBefore' : 'transition.dayUnknown', {
    ends: day(props.lang, ends),
  });
}

// The measures for national and for sectoral standards let users choose between publication and implementation; others are silent.
function transitionRule({ mark }: StatusSentenceProps): 'national' | 'sectoral' | 'noRule' {
  if (mark.kind !== undefined) return 'noRule';
  return mark.tier === 'national' || mark.tier === 'sectoral' ? mark.tier : 'noRule';
}

/** A successor that holds already, for some uses or as one share: until the end either may be used. */
function heldBeside(props: StatusSentenceProps, held: HeldBesideView): Child {
  const { lang, status } = props;
  const { standard, since, isWhole } = held;
  const end = status.until === undefined ? 'open' : 'until';
  const values = {
    new: numbers(lang, [standard]),
    since: since === undefined ? '' : day(lang, since),
    begun: uses(props, held.begunFor),
    toCome: uses(props, held.notYetFor),
    ends: status.until === undefined ? '' : day(lang, status.until),
  };
  return sentence(props, isWhole ? `says.beside.share.${end}` : `says.beside.uses.${end}`, values);
}

/** The same, told of the successor: what it replaces goes on for the uses that it does not hold for yet. */
function servingBeside(props: StatusSentenceProps): Child | undefined {
  const { lang, status, dates, asOf } = props;
  if (status.servingBeside.length === 0) return undefined;
  const toCome = dates.implementations.filter(({ on }) => on === undefined || firstDayOf(on) > asOf);
  const scopes = toCome.flatMap(({ scope }) => scope ?? []);
  const old = numbers(lang, status.servingBeside);
  const values = { old, toCome: uses(props, scopes) };
  const kind = toCome.length > 0 ? 'uses' : 'share';
  const ends = status.servingEndsOn;
  if (ends === undefined) return sentence(props, `says.serves.${kind}.open`, values);
  return sentence(props, `says.serves.${kind}.until`, { ...values, ends: day(lang, ends) });
}

function uses(props: StatusSentenceProps, scopes: readonly LanguageText[]): Child {
  const { lang } = props;
  if (scopes.length === 0) return sentence(props, 'says.severalDays.otherUses');
  return listed(
    lang,
    scopes.map((scope) => <InLanguage text={scope} around={lang} />),
  );
}

function partlyReplaced(props: StatusSentenceProps): Child | undefined {
  const { lang, status } = props;
  if (!status.flags.includes('partlyReplaced')) return undefined;
  const { replacedPart } = status;
  if (status.partlyReplacedBy.length === 0) return sentence(props, 'says.partly.byUnknown');
  const by = numbers(lang, status.partlyReplacedBy);
  if (replacedPart === undefined) return sentence(props, 'says.partly.partUnknown', { by });
  return sentence(props, 'says.partly.part', { by, part: <InLanguage text={replacedPart} around={lang} /> });
}

function suspended(props: StatusSentenceProps): Child | undefined {
  const { lang, status } = props;
  if (!status.flags.includes('suspended')) return undefined;
  const { suspension } = status;
  if (suspension === undefined) return sentence(props, 'says.suspended');
  const { from, until, by, reason } = suspension;
  const values = {
    from: day(lang, from),
    until: until === undefined ? '' : day(lang, until),
    by: by === undefined ? '' : <InLanguage text={by} around={lang} />,
  };
  const days = until === undefined ? 'from' : 'fromUntil';
  return [
    sentence(props, `says.suspended.${days}${by === undefined ? '' : 'By'}`, values),
    reason && [
      sentenceGap(lang),
      sentence(props, 'says.reason', { reason: <InLanguage text={reason} around={lang} /> }),
    ],
  ];
}

function severalDays(props: StatusSentenceProps): Child | undefined {
  const { lang, dates } = props;
  const together = dates.implementations.flatMap(({ togetherWith }) => (togetherWith ? [togetherWith] : []));
  if (together.length > 0) return sentence(props, 'says.together', { with: numbers(lang, together) });
  if (dates.implementations.length < 2) return undefined;
  const days = dates.implementations.map((one) => useBound(props, one));
  return sentence(props, 'says.severalDays', { days: listed(lang, days, 'commas') });
}

/** One use of the standard, and whether it is bound on the chosen day. */
function useBound(props: StatusSentenceProps, { on, scope }: ImplementationView): Child {
  const { lang, asOf } = props;
  const what = scope ? <InLanguage text={scope} around={lang} /> : sentence(props, 'says.severalDays.otherUses');
  if (on === undefined) return sentence(props, 'says.severalDays.dayUnknown', { what });
  return sentence(props, firstDayOf(on) <= asOf ? 'says.severalDays.begun' : 'says.severalDays.toCome', {
    what,
    on: day(lang, on),
  });
}

function reported(props: StatusSentenceProps): Child | undefined {
  const { lang, status } = props;
  const source = status.reportedBy;
  if (source === undefined) return undefined;
  const name = <InLanguage text={source.name} around={lang} />;
  const why = sentence(props, `says.reported.${missingDays(props)}`);
  if (source.asOf === undefined) return sentence(props, 'says.reported', { source: name, why });
  return sentence(props, 'says.reportedAsOf', { source: name, asOf: day(lang, source.asOf), why });
}

/** Which days are missing, so that the word of a source has to stand. */
function missingDays({ status, dates }: StatusSentenceProps): 'noDays' | 'noEnd' | 'noBeginning' {
  const days = [dates.publishedOn, dates.endedOn, ...dates.implementations.map(({ on }) => on)];
  if (days.every((on) => on === undefined)) return 'noDays';
  return status.code === 'withdrawn' || status.code === 'superseded' ? 'noEnd' : 'noBeginning';
}
