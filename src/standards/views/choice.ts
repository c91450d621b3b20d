import type { ChoiceView, ResultView } from '../pages/search-view.ts';
import { type Brief, statusAt } from '../queries/brief.ts';
import type { ListFacts } from '../queries/list-facts.ts';
import { endOf, writtenOr } from './days.ts';
import { linkOf, markOf, standardPath, titlesOf, unregistered, type ViewContext, withDays, written } from './link.ts';
import { holderView } from './naming.ts';
import { stageView } from './status.ts';

/** A standard in a list of results, with the facts that matter for its status. */
export function resultView(brief: Brief, facts: ListFacts | undefined, context: ViewContext): ResultView {
  const status = statusAt(brief, context.day);
  const adoptedAs = facts?.adoptedAs;
  return {
    standard: linkOf(brief, context),
    titles: titlesOf(brief.titles),
    facts: {
      status: status.code,
      publishedOn: brief.publishedAs ?? undefined,
      inForceFrom: writtenOr(brief, brief.inForceOn),
      endedOn: endOf(brief).on,
      replacedBy: brief.successors.filter((one) => one.whole).map((one) => unregistered(one.number)),
      replacesCount: facts?.replacesCount ?? 0,
      adopts: facts?.adopts ? { number: facts.adopts.target, degree: facts.adopts.degree ?? undefined } : undefined,
      adoptedAs: adoptedAs
        ? {
            number: adoptedAs.number,
            href: withDays(standardPath(adoptedAs.address), context),
            mark: markOf(adoptedAs),
          }
        : undefined,
      stage: status.code === 'inDevelopment' ? stageView(brief.stage, context) : undefined,
      holder: facts?.holder ? holderView(facts.holder) : undefined,
      committee: brief.committee === null ? undefined : written(brief.committee),
    },
  };
}

/** Several standards bear a number; each is told from the others by its issuer or its day. */
export function choiceView(
  number: string,
  found: { readonly briefs: readonly Brief[]; readonly facts: ReadonlyMap<string, ListFacts> },
  context: ViewContext,
): ChoiceView {
  const isOneNumber = new Set(found.briefs.map((brief) => brief.numberKey)).size === 1;
  return {
    number,
    choices: found.briefs.map((brief) => ({
      result: resultView(brief, found.facts.get(brief.standardId), context),
      // Where the numbers differ, they tell the standards apart themselves; else the holder does, which the result names.
      distinction:
        isOneNumber && !found.facts.get(brief.standardId)?.holder
          ? written(brief.committee ?? brief.address)
          : undefined,
    })),
  };
}
