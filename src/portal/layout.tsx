import type { Child } from 'hono/jsx';
import { WrittenDay } from './dates.tsx';
import type { AlternateForm, Frame, StripNotice } from './frame.ts';
import { JsonLd } from './json-ld.tsx';
import { type Language, otherLanguage } from './languages.ts';
import { Logo } from './logo.tsx';
import { Notice } from './notice.tsx';
import { portalText } from './texts.ts';

export interface Crumb {
  readonly label: Child;
  /** The last one has none: it is this page. */
  readonly href?: string | undefined;
}

interface LayoutProps {
  readonly frame: Frame;
  /** What the page says, in words of its language; the name of the register is added. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly alternates?: readonly AlternateForm[] | undefined;
  readonly jsonLd?: Readonly<Record<string, unknown>> | undefined;
  /** Pages of one moment or one person are kept out of search engines. */
  readonly isUnlisted?: true | undefined;
  readonly children?: Child;
}

/** The frame of every page: strip, masthead, the thick-and-thin rule, crumbs, content, colophon with both dates. */
export function Layout(props: LayoutProps) {
  const { frame, crumbs = [], children } = props;
  const { lang } = frame;
  const t = portalText(lang);
  return (
    <html lang={lang}>
      <Head {...props} />
      <body>
        <a class="vh" href="#main">
          {t('layout.skip')}
        </a>
        {frame.strips.length === 0 ? null : (
          <aside
            class={frame.strips.some(({ kind }) => kind === 'rehearsal') ? 'strip rehearsal' : 'strip'}
            aria-label={t('layout.about')}
          >
            {frame.strips.map((strip) => (
              <p>
                <StripText lang={lang} strip={strip} />
              </p>
            ))}
          </aside>
        )}
        <Masthead frame={frame} />
        <main id="main">
          {crumbs.length === 0 ? null : <Crumbs lang={lang} crumbs={crumbs} />}
          {frame.known > frame.today ? (
            <Notice kind="plain">
              <p>
                {t.rich('layout.knownLater', {
                  known: <WrittenDay lang={lang} date={frame.known} />,
                  today: <WrittenDay lang={lang} date={frame.today} />,
                })}
              </p>
            </Notice>
          ) : null}
          {children}
        </main>
        <Colophon frame={frame} />
      </body>
    </html>
  );
}

/** The whole document as it is sent. */
export function pageText(page: Child): string {
  return `<!DOCTYPE html>\n${String(page)}`;
}

function Head({ frame, title, description, alternates = [], jsonLd, isUnlisted }: LayoutProps) {
  const t = portalText(frame.lang);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{t('layout.title', { title, name: frame.name?.[frame.lang] ?? t('layout.name') })}</title>
      <meta name="description" content={description ?? title} />
      <meta name="color-scheme" content="light dark" />
      {isUnlisted ? <meta name="robots" content="noindex" /> : null}
      <link rel="icon" href={frame.logoHref} type="image/svg+xml" />
      <link rel="stylesheet" href={frame.stylesheetHref} />
      {frame.canonicalHref === undefined ? null : <link rel="canonical" href={frame.canonicalHref} />}
      <link rel="alternate" hreflang={otherLanguage(frame.lang)} href={frame.otherLanguageHref} />
      {alternates.map(({ href, type, title: name }) => (
        <link rel="alternate" href={href} type={type} title={name} />
      ))}
      {jsonLd === undefined ? null : <JsonLd data={jsonLd} />}
    </head>
  );
}

function StripText({ lang, strip }: { readonly lang: Language; readonly strip: StripNotice }): Child {
  const t = portalText(lang);
  const tag = (inner: Child) => <span class="tag">{inner}</span>;
  switch (strip.kind) {
    case 'rehearsal':
      return t.rich('strip.rehearsal', { tag });
    case 'embedded':
      return t.rich('strip.embedded', { tag });
    case 'maintenance':
      return strip.until === undefined
        ? t.rich('strip.maintenance', { tag })
        : t.rich('strip.maintenanceUntil', { tag, until: strip.until });
    case 'sample':
      return t.rich('strip.sample', { tag });
  }
}

function Masthead({ frame }: { readonly frame: Frame }) {
  const { lang } = frame;
  const t = portalText(lang);
  const other = otherLanguage(lang);
  return (
    <header class="mast">
      <a class="brand" href={frame.places.home}>
        <Logo />
        <BrandName frame={frame} />
      </a>
      <nav aria-label={t('layout.navigation')}>
        <ul>
          {frame.parts.map((part) => (
            <li>
              <a href={part.href} aria-current={part.isCurrent ? 'true' : undefined}>
                {part.label[lang]}
              </a>
            </li>
          ))}
          {frame.visitor === undefined ? null : (
            <li>
              <a href={frame.visitor.href}>{frame.visitor.name}</a>
            </li>
          )}
          <li>
            <a href={frame.otherLanguageHref} lang={other} hreflang={other}>
              {portalText(other)('layout.ownLanguage')}
            </a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

/** The installation by its name, with that of the program beside it; where it has none, the program in both languages. */
function BrandName({ frame: { lang, name } }: { readonly frame: Frame }) {
  const own = portalText(lang)('layout.name');
  const other = otherLanguage(lang);
  return name === undefined ? (
    <span>
      {own} <small lang={other}>{portalText(other)('layout.name')}</small>
    </span>
  ) : (
    <span>
      {name[lang]} <small>{own}</small>
    </span>
  );
}

function Crumbs({ lang, crumbs }: { readonly lang: Language; readonly crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={portalText(lang)('layout.place')}>
      <ol>
        {crumbs.map(({ label, href }) =>
          href === undefined ? (
            <li aria-current="page">{label}</li>
          ) : (
            <li>
              <a href={href}>{label}</a>
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

function Colophon({ frame }: { readonly frame: Frame }) {
  const { lang, places } = frame;
  const t = portalText(lang);
  return (
    <footer class="foot">
      <div>
        <p>
          {t.rich('layout.dates', {
            asOf: <time datetime={frame.asOf}>{frame.asOf}</time>,
            known: <time datetime={frame.known}>{frame.known}</time>,
          })}
        </p>
        {/* A path alone leads nowhere from paper. */}
        {frame.canonicalHref?.startsWith('http') ? <p class="onpaper">{frame.canonicalHref}</p> : null}
        <ul class="row">
          <li>
            <a href={places.bulkData}>{t('layout.bulkData')}</a>
          </li>
          <li>
            <a href={places.api}>{t('layout.api')}</a>
          </li>
          <li>
            <a href={places.verify}>{t('layout.verify')}</a>
          </li>
          <li>
            <a href={places.accessibility}>{t('layout.accessibility')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
