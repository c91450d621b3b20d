import type { Child } from 'hono/jsx';
import { isWholeDay, lastDayOf } from '../../portal/calendar.ts';
import { distanceText, durationText } from '../../portal/dates.tsx';
import type { Language } from '../../portal/languages.ts';
import { sentenceGap } from '../../portal/listed.ts';
import { InLanguage } from '../../portal/rich-text.tsx';
import { Consequence } from './consequence.tsx';
import type { StatusView } from './standard-view.ts';
import { statusRemarks } from './status-remarks.tsx';
import { day, numbers, onDay, type StatusSentenceProps, sentence, tenseOf } from './status-words.tsx';

/** Does it hold on the chosen day: verdict, dates and distance, consequence with its article, what is overdue. */
export function StatusSentence(props: StatusSentenceProps) {
  const { lang, status, mark } = props;
  return (
    <div class="says">
      <p>{separated(lang, verdictOf(props))}</p>
      {statusRemarks(props).map((remark) => (
        <p>{remark}</p>
      ))}
      {status.code === 'inForce' ? <Consequence lang={lang} mark={mark} /> : null}
      <ReviewSentence {...props} />
    </div>
  );
}

function verdictOf(props: StatusSentenceProps): readonly Child[] {
  if (!props.status.isCertain) return untold(props);
  switch (props.status.code) {
    case 'inForce':
      return inForce(props);
    case 'notYetInForce':
      return notYetInForce(props);
    case 'superseded':
      return superseded(props);
    case 'withdrawn':
      return ended(props, 'withdrawn');
    case 'numberCancelled':
      return ended(props, 'numberCancelled');
    case 'annulled':
      return [sentence(props, 'says.annulled'), ...reasons(props)];
    case 'inDevelopment':
      return inDevelopment(props);
    case 'notYetPublished':
      return notYetPublished(props);
    case 'unknown':
      return [sentence(props, `says.unknown.${tenseOf(props)}`)];
  }
}

/** The chosen day lies within the month or year of the change: what is known of the change, and no verdict. */
function untold(props: StatusSentenceProps): readonly Child[] {
  const { lang, status } = props;
  const verdict = sentence(props, `says.untold.${tenseOf(props)}`);
  const values = {
    since: status.since === undefined ? '' : day(lang, status.since),
    by: numbers(lang, status.replacedBy),
  };
  switch (status.code) {
    case 'inForce':
      return [verdict, sentence(props, 'says.within.inForce', values), ending(props)];
    case 'withdrawn':
      return [verdict, sentence(props, 'says.within.withdrawn', values), ...reasons(props), ...instead(props)];
    default: {
      const key = status.replacedBy.length === 0 ? 'says.within.supersededByUnknown' : 'says.within.superseded';
      return [verdict, sentence(props, key, values)];
    }
  }
}

function inForce(props: StatusSentenceProps): readonly Child[] {
  const { status, lang, asOf } = props;
  const verdict = sentence(props, `says.inForce.${tenseOf(props)}`);
  const { since } = status;
  if (since === undefined) return [verdict, ending(props)];
  // The commonest case of all is one sentence.
  if (tenseOf(props) === 'today' && isWholeDay(since) && since < asOf && isOpenEnded(status)) {
    return [
      verdict,
      sentence(props, 'says.inForce.sinceAndOpen', {
        since: day(lang, since),
        length: durationText(lang, since, asOf),
      }),
    ];
  }
  return [verdict, sentence(props, 'says.inForce.since', { since: day(lang, since) }), ending(props)];
}

function isOpenEnded(status: StatusView): boolean {
  return status.until === undefined && status.replacedBy.length === 0 && status.useInstead.length === 0;
}

function ending(props: StatusSentenceProps): Child {
  const { lang, status, today } = props;
  const { until, replacedBy } = status;
  const by = numbers(lang, replacedBy);
  if (until === undefined) {
    if (replacedBy.length === 0) return sentence(props, 'says.end.none');
    return sentence(props, 'says.end.dayUnknown', { by });
  }
  const distance = distanceText(lang, today, until);
  const when = lastDayOf(until) <= today ? 'past' : distance === undefined ? 'undated' : 'ahead';
  const values = { until: onDay(lang, until), by, distance: distance ?? '' };
  return sentence(props, replacedBy.length === 0 ? endKeys[when] : replacedKeys[when], values);
}

const endKeys = { past: 'says.end.ended', undated: 'says.end.ends', ahead: 'says.end.willEnd' } as const;
const replacedKeys = {
  past: 'says.end.replaced',
  undated: 'says.end.replaces',
  ahead: 'says.end.willBeReplaced',
} as const;

function notYetInForce(props: StatusSentenceProps): readonly Child[] {
  const { lang, dates, today, asOf } = props;
  const verdict = sentence(props, `says.notYet.${tenseOf(props)}`);
  const [first] = dates.implementations.flatMap(({ on }) => on ?? []).toSorted();
  const published = dates.publishedOn;
  if (first === undefined) return [verdict, sentence(props, 'says.notYet.dayUnknown')];
  const from = day(lang, first);
  const distance = distanceText(lang, tenseOf(props) === 'today' ? today : asOf, first);
  const isFuture = first > today && distance !== undefined;
  if (published === undefined)
    return [
      verdict,
      sentence(props, isFuture ? 'says.notYet.from' : 'says.notYet.fromThen', { from, distance: distance ?? '' }),
    ];
  const key = isFuture ? 'says.notYet.publishedAndFrom' : 'says.notYet.publishedAndFromThen';
  return [verdict, sentence(props, key, { published: onDay(lang, published), from, distance: distance ?? '' })];
}

function superseded(props: StatusSentenceProps): readonly Child[] {
  const { lang, status, asOf } = props;
  const verdict = sentence(props, `says.over.${tenseOf(props)}`);
  const by = numbers(lang, status.replacedBy);
  const { since } = status;
  if (status.replacedBy.length === 0) {
    return [
      verdict,
      since === undefined
        ? sentence(props, 'says.superseded.byUnknown')
        : sentence(props, 'says.superseded.sinceByUnknown', { since: onDay(lang, since) }),
    ];
  }
  if (since === undefined) return [verdict, sentence(props, 'says.superseded.dayUnknown', { by })];
  // On the very day there is no length of time to tell.
  if (since === asOf) return [verdict, sentence(props, 'says.end.replaced', { by, until: onDay(lang, since) })];
  if (!isWholeDay(since)) return [verdict, sentence(props, 'says.end.replaced', { by, until: onDay(lang, since) })];
  const key = tenseOf(props) === 'today' ? 'says.superseded.sinceAgo' : 'says.superseded.sinceFor';
  return [verdict, sentence(props, key, { by, since: day(lang, since), length: durationText(lang, since, asOf) })];
}

function ended(props: StatusSentenceProps, how: 'withdrawn' | 'numberCancelled'): readonly Child[] {
  const { lang, status } = props;
  const verdict =
    how === 'withdrawn'
      ? sentence(props, `says.over.${tenseOf(props)}`)
      : sentence(props, 'says.numberCancelled.verdict');
  const { since } = status;
  const when =
    since === undefined
      ? sentence(props, `says.${how}.dayUnknown`)
      : sentence(props, `says.${how}.since`, { since: day(lang, since) });
  return [verdict, when, ...reasons(props), ...instead(props)];
}

/** Who ended it and why, as far as the register knows. */
function reasons(props: StatusSentenceProps): readonly Child[] {
  const { lang, status } = props;
  const { endedBy, endedUnder, reason } = status;
  const who = endedBy && <InLanguage text={endedBy} around={lang} />;
  const under = endedUnder && <InLanguage text={endedUnder} around={lang} />;
  return [
    who && under ? sentence(props, 'says.endedByUnder', { who, under }) : undefined,
    who && !under ? sentence(props, 'says.endedBy', { who }) : undefined,
    reason ? sentence(props, 'says.reason', { reason: <InLanguage text={reason} around={lang} /> }) : undefined,
  ].filter((part) => part !== undefined);
}

function instead(props: StatusSentenceProps): readonly Child[] {
  const { lang, status } = props;
  const others = [...status.replacedBy, ...status.useInstead];
  if (others.length === 0) return [sentence(props, 'says.insteadNone')];
  return [sentence(props, 'says.instead', { instead: numbers(lang, others) })];
}

function inDevelopment(props: StatusSentenceProps): readonly Child[] {
  const { lang, status } = props;
  const { stage } = status;
  const verdict = sentence(props, 'says.inDevelopment');
  if (stage === undefined) return [verdict];
  const name = <InLanguage text={stage.name} around={lang} />;
  const code = <span class="num">{stage.code}</span>;
  if (stage.since === undefined) return [verdict, sentence(props, `says.stage.${stage.scheme}`, { name, code })];
  return [verdict, sentence(props, `says.stageSince.${stage.scheme}`, { name, code, since: day(lang, stage.since) })];
}

/** The record is known today; the asked day lies before its publication. */
function notYetPublished(props: StatusSentenceProps): readonly Child[] {
  const { lang, dates } = props;
  const verdict = sentence(props, 'says.notPublished');
  if (dates.publishedOn === undefined) return [verdict];
  return [verdict, sentence(props, 'says.publishedOn', { published: day(lang, dates.publishedOn) })];
}

/** A review that is overdue is said in cinnabar, with the cycle and its article. */
function ReviewSentence(props: StatusSentenceProps): Child {
  const { lang, status, asOf } = props;
  const { review } = status;
  if (review === undefined || review.dueOn >= asOf || status.code !== 'inForce') return null;
  const values = { due: day(lang, review.dueOn), length: durationText(lang, review.dueOn, asOf) };
  return (
    <p>
      {review.lastOn === undefined
        ? sentence(props, 'says.review.none', values)
        : sentence(props, 'says.review.last', { ...values, last: day(lang, review.lastOn) })}
    </p>
  );
}

// English sentences are set apart by a space; a Chinese full stop brings its own.
function separated(lang: Language, sentences: readonly Child[]): Child {
  return sentences.map((part, index) => (index === 0 ? part : [sentenceGap(lang), part]));
}
