import type { Child } from 'hono/jsx';
import { WrittenDay } from '../../portal/dates.tsx';
import { ErrorSummary } from '../../portal/error-summary.tsx';
import { Field, FormToken } from '../../portal/field.tsx';
import type { Frame } from '../../portal/frame.ts';
import { Layout } from '../../portal/layout.tsx';
import { InLanguage } from '../../portal/rich-text.tsx';
import { PageHead } from '../../portal/section.tsx';
import type { WatchFormView, WatchStateView, WatchSubject } from './service-view.ts';
import { standardsText } from './texts.ts';

interface WatchFormPageProps {
  readonly frame: Frame;
  readonly form: WatchFormView;
}

/** Ask to be told by e-mail when a standard, a search or a list changes. */
export function WatchFormPage({ frame, form }: WatchFormPageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Layout
      frame={frame}
      title={t('watch.title', { subject: form.subject.label.text })}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.watch') }]}
      isUnlisted
    >
      <PageHead>
        <h1>{t.rich('watch.heading', { subject: subjectOf(frame, form.subject) })}</h1>
        <p>{t('watch.about')}</p>
      </PageHead>
      <ErrorSummary lang={lang} problems={form.problems} />
      <form action={form.action} method="post" novalidate>
        <FormToken token={form.formToken} />
        <Field
          lang={lang}
          name="email"
          label={t('watch.email')}
          hint={t('watch.emailHint')}
          problems={form.problems}
          control={{ kind: 'email', value: form.email }}
        />
        <p class="row">
          <button class="first" type="submit">
            {t('watch.ask')}
          </button>
          {form.feedHref === undefined ? null : <a href={form.feedHref}>{t('watch.feed')}</a>}
        </p>
      </form>
    </Layout>
  );
}

interface WatchStatePageProps {
  readonly frame: Frame;
  readonly watch: WatchStateView;
}

/** What became of a request to be told: asked, confirmed, about to stop, stopped, expired. */
export function WatchStatePage({ frame, watch }: WatchStatePageProps) {
  const { lang } = frame;
  const t = standardsText(lang);
  return (
    <Layout
      frame={frame}
      title={t(`watch.${watch.kind}.title`)}
      crumbs={[{ label: t('crumb.standards'), href: '/standards' }, { label: t('crumb.watch') }]}
      isUnlisted
    >
      <PageHead>
        <h1>{t(`watch.${watch.kind}.title`)}</h1>
        <div class="says">
          <p>{stateSentence(frame, watch)}</p>
          <p>{t(`watch.${watch.kind}.next`)}</p>
        </div>
        <StateAction frame={frame} watch={watch} />
      </PageHead>
    </Layout>
  );
}

function stateSentence(frame: Frame, watch: WatchStateView): Child {
  const t = standardsText(frame.lang);
  switch (watch.kind) {
    case 'asked':
      return t.rich('watch.asked.sentence', {
        subject: subjectOf(frame, watch.subject),
        email: <b class="wrap">{watch.email}</b>,
        until: untilText(frame, watch.validUntil),
      });
    case 'confirm':
    case 'confirmed':
    case 'stop':
    case 'stopped':
      return t.rich(`watch.${watch.kind}.sentence`, { subject: subjectOf(frame, watch.subject) });
    case 'expired':
      return t('watch.expired.sentence');
  }
}

/** The day in words of the page's language, with the time of day where it is given. */
function untilText({ lang }: Frame, until: string): Child {
  const [day = until, time] = until.split(' ');
  return (
    <>
      <WrittenDay lang={lang} date={day} />
      {time === undefined ? null : ` ${time}`}
    </>
  );
}

function StateAction({ frame, watch }: WatchStatePageProps): Child {
  const t = standardsText(frame.lang);
  switch (watch.kind) {
    case 'confirm':
      return (
        <form class="acts" action={watch.action} method="post">
          <FormToken token={watch.formToken} />
          <button class="first" type="submit">
            {t('watch.confirmButton')}
          </button>
        </form>
      );
    case 'confirmed':
      return watch.stopHref === undefined ? null : (
        <p class="row acts">
          <a class="btn" href={watch.stopHref}>
            {t('watch.stopLink')}
          </a>
        </p>
      );
    case 'stop':
      return (
        <form class="acts" action={watch.action} method="post">
          <FormToken token={watch.formToken} />
          <button class="first" type="submit">
            {t('watch.stopButton')}
          </button>
        </form>
      );
    case 'expired':
      return (
        <p class="row acts">
          <a class="btn first" href={watch.againHref}>
            {t('watch.again')}
          </a>
        </p>
      );
    case 'asked':
    case 'stopped':
      return null;
  }
}

function subjectOf({ lang }: Frame, { label, href }: WatchSubject): Child {
  const words = <InLanguage text={label} around={lang} />;
  return href === undefined ? words : <a href={href}>{words}</a>;
}
