import type { HistoryEntry } from '../../portal/history-table.tsx';
import type { LanguageText } from '../../portal/languages.ts';
import type { Disagreement } from '../pages/standard-view.ts';
import type { HistoryAct, StandardHistory } from '../queries/history.ts';
import { type ViewContext, written } from './link.ts';
import { actorName, sourceView } from './naming.ts';
import { valueInWords } from './value-words.ts';
import { actName, basisText, fieldName, precedenceRule } from './words.ts';

/** Acts on a record as its history lists them; `dayOf` tells the day of an instant in the installation's time zone. */
export function historyEntries(
  acts: readonly HistoryAct[],
  dayOf: (instant: string) => string,
  context: ViewContext,
): readonly HistoryEntry[] {
  return acts.map((act) => ({
    knownOn: dayOf(act.recordedAt),
    act: actText(act, context),
    by: actorName(context, act.act),
    under: basisText(context.lang, act.act.basis),
    changes: act.differences.map((change) => ({
      field: fieldName(context.lang, change.field),
      before: change.before === undefined ? undefined : written(valueInWords(context, change.field, change.before)),
      after: change.after === undefined ? undefined : written(valueInWords(context, change.field, change.after)),
    })),
    correctedOn: act.correctedAt === undefined ? undefined : dayOf(act.correctedAt),
  }));
}

function actText(act: HistoryAct, context: ViewContext): LanguageText {
  const [event] = act.events;
  const source = event?.data['source'];
  const name = typeof source === 'object' && source !== null && 'name' in source ? String(source.name) : undefined;
  return actName(
    context.lang,
    event?.type ?? act.act.command,
    name === undefined ? undefined : sourceView(context, name).name.text,
  );
}

/** Fields on which sources differ, with what the record shows and the rule that chose it. */
export function disagreementViews(history: StandardHistory, context: ViewContext): readonly Disagreement[] {
  return history.disagreements.flatMap(({ field, values }) => {
    const view = (one: (typeof values)[number]) => ({
      value: written(valueInWords(context, field, one.value)),
      source: sourceView(context, one.source.name, one.source.statedOn),
    });
    const shown = values.find((one) => one.isShown);
    if (!shown) return [];
    const { value, source } = view(shown);
    const others = values
      .filter((one) => one !== shown && JSON.stringify(one.value) !== JSON.stringify(shown.value))
      .map(view);
    return [
      {
        field: fieldName(context.lang, field),
        shown: value,
        shownSource: source,
        others,
        rule: { text: precedenceRule[context.lang], lang: context.lang },
      },
    ];
  });
}
