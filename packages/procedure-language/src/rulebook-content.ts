import type { Basis, Jurisdiction, PeriodUnit, Rule, RuleContent, RuleValue, Share } from './rule.ts';
import { periodPattern, type RuleEntry, type ValueEntry } from './rulebook-shape.ts';

/** A rule of the book from its entry in a file. Values that say nothing of the rule's kind are left out. */
export function ruleOf({ id, kind, title, bound, noNationalValue, values }: RuleEntry): Rule {
  return {
    id,
    kind,
    title,
    ...(bound && { bound }),
    ...(noNationalValue && { noNationalValue }),
    values: values.flatMap((entry) => {
      const content = contentOf(kind, entry);
      return content ? [ruleValueOf(entry, content)] : [];
    }),
  };
}

function ruleValueOf(entry: ValueEntry, content: RuleContent): RuleValue {
  return {
    jurisdiction: jurisdictionOf(entry),
    ...(entry.from !== undefined && { from: entry.from }),
    ...(entry.until !== undefined && { until: entry.until }),
    content,
    basis: entry.basis.map(basisOf),
    confirmed: entry.confirmed,
    ...(entry.note && { note: entry.note }),
  };
}

/** The place a value is for; the nation when the file names none. */
export function jurisdictionOf({ for: place = 'nation' }: Pick<ValueEntry, 'for'>): Jurisdiction {
  const [kind = '', code] = place.split(':');
  if (code === undefined) return 'nation';
  return kind === 'region' ? `region:${code}` : `department:${code}`;
}

/** `SL 29` names article 29 of the act SL; a tag alone names the act. */
export function basisOf(text: string): Basis {
  const space = text.indexOf(' ');
  return space < 0 ? { source: text } : { source: text.slice(0, space), article: text.slice(space + 1) };
}

/** What a value of a kind says; nothing when the entry says something of another kind. */
export function contentOf(kind: RuleEntry['kind'], entry: ValueEntry): RuleContent | undefined {
  switch (kind) {
    case 'period':
      return entry.period === undefined ? undefined : periodOf(entry.period);
    case 'number':
      return entry.number === undefined
        ? undefined
        : { kind, number: entry.number, ...(entry.unit && { unit: entry.unit }) };
    case 'majority':
      return majorityOf(entry.majority);
    case 'documents':
      return entry.documents && { kind, documents: entry.documents };
    case 'reminders':
      return entry.reminders && { kind, days: entry.reminders };
    case 'switch':
      return entry.switch === undefined ? undefined : { kind, on: entry.switch };
    case 'pattern':
      return entry.pattern === undefined ? undefined : { kind, pattern: entry.pattern };
  }
}

const unitOf: Readonly<Record<string, PeriodUnit>> = {
  day: 'days',
  'working day': 'workingDays',
  month: 'months',
  year: 'years',
};

function periodOf(text: string): RuleContent {
  const [, amount = '', words = ''] = periodPattern.exec(text) ?? [];
  return { kind: 'period', period: { amount: Number(amount), unit: unitOf[words.replace(/s$/, '')] ?? 'days' } };
}

function majorityOf(entry: ValueEntry['majority']): RuleContent | undefined {
  if (entry === undefined) return undefined;
  const { quorum, voters, favour, strict, against, abstentionsCount } = entry;
  return {
    kind: 'majority',
    majority: {
      ...(quorum !== undefined && { quorum: shareOf(quorum) }),
      ...(voters !== undefined && { voters }),
      favour: shareOf(favour),
      ...(strict && { strict }),
      ...(against !== undefined && { against: shareOf(against) }),
      abstentionsCount,
    },
  };
}

/** `3/4` as two integers. */
export function shareOf(text: string): Share {
  const [of = 0, whole = 1] = text.split('/').map(Number);
  return { of, in: whole };
}
