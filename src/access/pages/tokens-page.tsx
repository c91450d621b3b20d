import { DataTable } from '../../portal/data-table.tsx';
import { ErrorSummary, type FieldProblem } from '../../portal/error-summary.tsx';
import type { ChoiceOption } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { PageHead, Section } from '../../portal/section.tsx';
import { PlainForm, TellPage } from './plain-form.tsx';
import { accessText } from './texts.ts';

export interface TokensView {
  readonly tokens: readonly TokenView[];
  readonly appointments: readonly ChoiceOption[];
  /** What the own appointments give, for the hint. */
  readonly actions: readonly string[];
  readonly entered: {
    readonly label: string;
    readonly appointment: string;
    readonly actions: string;
    readonly until: string;
  };
}

interface TokenView {
  readonly id: string;
  readonly label: string;
  readonly ending: string;
  readonly actions: readonly string[] | null;
  readonly until: string;
  readonly lastUsed: string | undefined;
  readonly isOver: boolean;
}

interface TokensPageProps {
  readonly frame: Frame;
  readonly view: TokensView;
  readonly problems: readonly FieldProblem[];
}

/** Tokens lent to programs: which there are, when each was used, and a new one. */
export function TokensPage({ frame, view, problems }: TokensPageProps) {
  const { lang } = frame;
  const t = accessText(lang);
  const crumbs = [{ label: t('account.title'), href: '/account' }, { label: t('tokens.title') }];
  const { entered } = view;
  return (
    <Layout frame={frame} title={t('tokens.title')} crumbs={crumbs} isUnlisted>
      <PageHead>
        <h1>{t('tokens.title')}</h1>
        <p>{t('tokens.lead')}</p>
      </PageHead>
      <ErrorSummary lang={lang} problems={problems} />
      <Section id="tokens" title={t('tokens.caption')} isFull>
        {view.tokens.length === 0 ? <p class="soft">{t('tokens.none')}</p> : <TokenTable frame={frame} view={view} />}
      </Section>
      {view.appointments.length === 0 ? null : (
        <Section id="new" title={t('tokens.new')}>
          <PlainForm
            frame={frame}
            action="/account/tokens"
            problems={problems}
            fields={[
              {
                name: 'label',
                label: t('tokens.label'),
                control: { kind: 'text', value: entered.label.slice(0, 100) },
              },
              {
                name: 'appointment',
                label: t('tokens.appointment'),
                control: { kind: 'choice', value: entered.appointment, options: view.appointments },
              },
              {
                name: 'actions',
                label: t('tokens.actions'),
                hint: t('tokens.actionsHint'),
                control: { kind: 'lines', value: entered.actions, rows: 4 },
              },
              { name: 'until', label: t('tokens.until'), control: { kind: 'day', value: entered.until.slice(0, 10) } },
            ]}
            submit={t('tokens.send')}
          />
        </Section>
      )}
    </Layout>
  );
}

function TokenTable({ frame, view }: { readonly frame: Frame; readonly view: TokensView }) {
  const t = accessText(frame.lang);
  return (
    <DataTable
      caption={t('tokens.caption')}
      isCaptionHidden
      rows={view.tokens}
      columns={[
        { head: t('tokens.label'), isRowHead: true, cell: ({ label }) => label },
        { head: t('tokens.ending'), cell: ({ ending }) => <code>…{ending}</code> },
        {
          head: t('tokens.scope'),
          cell: ({ actions }) => (actions === null ? t('tokens.readOnly') : actions.join(', ')),
        },
        { head: t('tokens.until'), cell: ({ until }) => until },
        { head: t('tokens.lastUsed'), cell: ({ lastUsed }) => lastUsed ?? t('tokens.never') },
        {
          head: t('account.action'),
          cell: ({ id, label, isOver }) =>
            isOver ? (
              t('tokens.over')
            ) : (
              <PlainForm
                frame={frame}
                action={`/account/tokens/${id}/end`}
                fields={[]}
                submit={t('tokens.end')}
                submitLabel={t('tokens.endFor', { label })}
                isSecond
              />
            ),
        },
      ]}
    />
  );
}

/** A new token, the only time it stands anywhere. */
export function TokenMadePage({ frame, token }: { readonly frame: Frame; readonly token: string }) {
  const t = accessText(frame.lang);
  return (
    <TellPage
      frame={frame}
      title={t('tokens.madeTitle')}
      crumbs={[
        { label: t('account.title'), href: '/account' },
        { label: t('tokens.title'), href: '/account/tokens' },
      ]}
    >
      <p>{t('tokens.made')}</p>
      <p>
        <code>{token}</code>
      </p>
    </TellPage>
  );
}
