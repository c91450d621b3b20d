import { explain, type Reading } from '@guiju/standard-numbers';
import type { Language, LanguageText } from '../../portal/languages.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { NoResultPage } from '../pages/no-result-page.tsx';
import type { QueryReading } from '../pages/search-view.ts';
import { briefsByKey } from '../queries/brief.ts';
import { neighbours, readingsOf } from '../queries/find.ts';
import { listFacts } from '../queries/list-facts.ts';
import type { Moment } from '../queries/moment.ts';
import { resultView } from '../views/choice.ts';
import { coverageStatement } from '../views/coverage.ts';
import { markOf, type ViewContext } from '../views/link.ts';
import { daysShown, type House, type Request, viewing } from './house.ts';

interface NotFound {
  readonly text: string;
  readonly reading: Reading;
  readonly moment: Moment;
}

/** The page for a number that this register does not hold: how it was read, whether it would know, what stands next to it. */
export async function notInRegister(house: House, c: Request, { text, reading, moment }: NotFound): Promise<Response> {
  const { database } = house.deps;
  const context = viewing(house, c, moment);
  const [number] = readingsOf(reading);
  const nearest = number === undefined ? [] : await neighbours(database, number.key, moment);
  const facts = await listFacts(
    database,
    nearest.map((brief) => brief.standardId),
    moment,
  );
  const frame = frameFor(c, house, daysShown(house, moment));
  const view = {
    asked: { query: text, sort: 'relevance' as const, asOf: moment.day, action: '/standards', hidden: [] },
    reading: await queryReading(house, context, { reading, moment }),
    nearest: nearest.map((brief) => resultView(brief, facts.get(brief.standardId), context)),
    spellings: [],
    committees: [],
    indexingToGo: 0,
  };
  return answerPage(c, <NoResultPage frame={frame} noResult={view} />, 404);
}

/** How a query was understood, in the words of the page's language. */
export async function queryReading(
  house: House,
  context: ViewContext,
  asked: { readonly reading: Reading; readonly moment: Moment },
): Promise<QueryReading> {
  const { reading, moment } = asked;
  switch (reading.outcome) {
    case 'recognized': {
      const { number } = reading;
      return {
        kind: 'recognized',
        number: number.canonical,
        explanation: explanation(context.lang, reading),
        coverage: coverageStatement(number, await house.coverage(), context),
      };
    }
    case 'ambiguous': {
      const held = await briefsByKey(
        house.deps.database,
        reading.readings.map(({ key }) => key),
        moment,
      );
      const addressOf = new Map(held.map((brief) => [brief.numberKey, brief.address]));
      return {
        kind: 'ambiguous',
        readings: reading.readings.map((number) => ({
          number: number.canonical,
          href: `/standards/${encodeURIComponent(addressOf.get(number.key) ?? number.canonical)}`,
          mark: markOf({ tier: number.tier ?? null, nature: number.nature ?? null, kind: number.kind }),
        })),
      };
    }
    case 'unknown-prefix':
      return { kind: 'unknown-prefix', prefix: reading.prefix, nearest: reading.nearest };
    case 'malformed':
      return { kind: 'malformed', position: reading.position + 1, why: explanation(context.lang, reading) };
  }
}

function explanation(lang: Language, reading: Reading): LanguageText {
  const sentences = explain(reading).map((sentence) => (lang === 'en' ? sentence.en : sentence.zh));
  return { text: sentences.join(lang === 'en' ? ' ' : ''), lang };
}
