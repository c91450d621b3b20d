import type { Visitor } from '../foundation/actor.ts';
import type { Deps } from '../foundation/part.ts';
import type { Language } from '../portal/languages.ts';
import { inLanguage } from '../rulebook/index.ts';
import type { CaseHouse } from './case-desk.ts';
import type { WorkView } from './pages/work-page.tsx';
import { type CaseLine, inboxOf, sentBy } from './queries.ts';

const perPage = 50;

/** What awaits a visitor and what their organizations sent, as the page shows it. */
export async function workView(
  deps: Pick<Deps, 'database' | 'clock'>,
  house: CaseHouse,
  asked: { readonly visitor: Visitor; readonly lang: Language; readonly page: string | undefined },
): Promise<WorkView> {
  const { visitor, lang } = asked;
  const page = Math.max(1, Math.min(200, Number.parseInt(asked.page ?? '1', 10) || 1));
  const { appointments } = visitor;
  const organizations = [...new Set(appointments.map(({ organization }) => organization))];
  const [inbox, sent] = await Promise.all([
    inboxOf(deps.database, appointments, {
      today: deps.clock.today(),
      limit: perPage,
      offset: (page - 1) * perPage,
    }),
    sentBy(deps.database, organizations, { limit: 20, offset: 0 }),
  ]);
  const words = wordsOf(house, lang);
  return {
    tasks: inbox.tasks.map((task) => ({
      href: `/cases/${task.number}`,
      number: task.planNumber ?? task.number,
      title: words.title(task),
      stage: words.stage(task, task.waitStage),
      steps: task.steps.map((step) => words.step(task, step)).slice(0, 4),
      role: inLanguage(lang, house.titles.role(task.role)),
      ...(task.taskDueOn === null ? {} : { dueOn: task.taskDueOn }),
      ...(task.closesOn === null ? {} : { closesOn: task.closesOn }),
    })),
    total: inbox.total,
    late: inbox.late,
    from: (page - 1) * perPage + 1,
    ...(page > 1 ? { previousHref: `/work?page=${page - 1}` } : {}),
    ...(page * perPage < inbox.total ? { nextHref: `/work?page=${page + 1}` } : {}),
    sent: sent.map((line) => ({
      href: `/cases/${line.number}`,
      number: line.planNumber ?? line.number,
      title: words.title(line),
      stage: words.stage(line, line.stage),
      sentOn: line.sentOn,
    })),
    roles: [...new Set(appointments.map(({ role }) => inLanguage(lang, house.titles.role(role))))],
  };
}

function wordsOf(house: CaseHouse, lang: Language) {
  const procedureOf = ({ procedure, version }: CaseLine) => house.library.of(procedure, version);
  return {
    title: ({ title }: CaseLine): string => (lang === 'en' ? (title.en ?? title.zh) : (title.zh ?? title.en)) ?? '',
    stage: (line: CaseLine, stage: string): string => {
      const title = procedureOf(line).stage(stage)?.title;
      return title === undefined ? stage : inLanguage(lang, title);
    },
    step: (line: CaseLine, step: string): string => {
      const title = procedureOf(line).step(step)?.title;
      return title === undefined ? step : inLanguage(lang, title);
    },
  };
}
