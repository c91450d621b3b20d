import { distanceText, WrittenDay } from '../../portal/dates.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { Notice } from '../../portal/notice.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { casesText } from '../texts.ts';

/** A task as the inbox shows it. */
export interface TaskLine {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly steps: readonly string[];
  readonly role: string;
  readonly dueOn?: string;
  readonly closesOn?: string;
}

export interface SentLine {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly sentOn: string;
}

export interface WorkView {
  readonly tasks: readonly TaskLine[];
  readonly total: number;
  readonly late: number;
  readonly from: number;
  readonly previousHref?: string;
  readonly nextHref?: string;
  readonly sent: readonly SentLine[];
  /** Roles of the visitor, in words. */
  readonly roles: readonly string[];
}

interface WorkPageProps {
  readonly frame: Frame;
  readonly work: WorkView;
}

/** The inbox: what awaits the visitor, by when and why; and what their organizations sent. */
export function WorkPage({ frame, work }: WorkPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  return (
    <Layout frame={frame} title={t('work.title')} crumbs={[{ label: t('crumb.work') }]} isUnlisted>
      <PageHead>
        <h1>{t('work.title')}</h1>
        <div class="says">
          <p>
            <b>{work.total === 0 ? t('work.nothing') : t('work.says', { n: work.total })}</b>{' '}
            {work.late === 0 ? null : <span class="red">{t('work.late', { n: work.late })}</span>}
          </p>
        </div>
        <p class="note">{t('work.about')}</p>
      </PageHead>
      <Section id="waiting" title={t('work.waiting')}>
        {work.tasks.length === 0 ? <Nothing lang={lang} roles={work.roles} /> : <Tasks frame={frame} work={work} />}
      </Section>
      <Section id="sent" title={t('work.sent')}>
        {work.sent.length === 0 ? (
          <p class="soft">{t('work.sentNone')}</p>
        ) : (
          <ul>
            {work.sent.map((line) => (
              <li class="task">
                <div>
                  <p>
                    <a href={line.href}>{line.title === '' ? t('case.untitled') : line.title}</a>{' '}
                    <span class="num small soft">{line.number}</span>
                  </p>
                  <p class="small soft">
                    {line.stage}
                    {lang === 'en' ? ', ' : '，'}
                    {t.rich('work.sentOn', { day: <WrittenDay lang={lang} date={line.sentOn} /> })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a class="btn" href="/cases/new">
            {t('work.begin')}
          </a>
        </p>
      </Section>
    </Layout>
  );
}

function Nothing({ lang, roles }: { readonly lang: Frame['lang']; readonly roles: readonly string[] }) {
  const t = casesText(lang);
  return (
    <Notice kind="empty" title={t('work.nothing')}>
      <p>
        {roles.length === 0
          ? t('work.noRole')
          : t('work.nothingWhy', { roles: roles.join(lang === 'en' ? ', ' : '、') })}
      </p>
    </Notice>
  );
}

function Tasks({ frame, work }: WorkPageProps) {
  const { lang } = frame;
  const t = casesText(lang);
  return (
    <div>
      <ul>
        {work.tasks.map((task) => (
          <Task frame={frame} task={task} />
        ))}
      </ul>
      {work.previousHref === undefined && work.nextHref === undefined ? null : (
        <nav class="pages" aria-label={t('work.waiting')}>
          {work.previousHref === undefined ? null : (
            <a href={work.previousHref} rel="prev">
              ←
            </a>
          )}
          <span>
            {t('work.total', {
              from: String(work.from),
              to: String(work.from + work.tasks.length - 1),
              n: String(work.total),
            })}
          </span>
          {work.nextHref === undefined ? null : (
            <a href={work.nextHref} rel="next">
              →
            </a>
          )}
        </nav>
      )}
    </div>
  );
}

function Task({ frame: { lang, today }, task }: { readonly frame: Frame; readonly task: TaskLine }) {
  const t = casesText(lang);
  const isLate = task.dueOn !== undefined && task.dueOn < today;
  const distance = task.dueOn === undefined ? undefined : distanceText(lang, today, task.dueOn);
  return (
    <li class={isLate ? 'task late' : 'task'}>
      <div>
        <p>
          <b>{task.title === '' ? t('case.untitled') : task.title}</b> <span class="num small soft">{task.number}</span>
        </p>
        <p class="small">
          {task.stage}
          {lang === 'en' ? ': ' : '：'}
          {task.steps.join(lang === 'en' ? ' · ' : '、')}
        </p>
        <p class="small soft">
          {task.dueOn === undefined ? (
            t('work.noDue')
          ) : (
            <span class={isLate ? 'red' : undefined}>
              {t.rich('work.due', { day: <WrittenDay lang={lang} date={task.dueOn} /> })}
              {distance === undefined ? null : ` ${distance}`}
            </span>
          )}
          {task.closesOn === undefined || task.closesOn < today ? null : (
            <>
              {lang === 'en' ? '; ' : '；'}
              {t.rich('work.window', { day: <WrittenDay lang={lang} date={task.closesOn} /> })}
            </>
          )}
          {lang === 'en' ? '; ' : '；'}
          {t('work.why', { role: task.role })}
        </p>
      </div>
      <a class={isLate ? 'btn first' : 'btn'} href={task.href}>
        {t('work.open')}
      </a>
    </li>
  );
}
