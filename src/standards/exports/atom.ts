import { xmlAttributes, xmlElement, xmlHead } from './xml.ts';

export interface AtomEntry {
  /** Unique for ever; an act on a record is one entry. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly updated: string;
  readonly summary: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** The feed's own address and that of the page it belongs to. */
  readonly self: string;
  readonly page: string;
  readonly lang: string;
  readonly entries: readonly AtomEntry[];
}

export const atomType = 'application/atom+xml; charset=utf-8';

/** An instant for a feed without entries: the beginning of the log, so that the answer stays the same. */
const never = '1970-01-01T00:00:00.000Z';

/** A feed (RFC 4287). */
export function atomText(feed: AtomFeed): string {
  const link = (rel: string, href: string, type: string) => `<link${xmlAttributes({ rel, href, type })}/>`;
  const entries = feed.entries.map(
    (entry) =>
      `<entry>${xmlElement('id', entry.id)}${xmlElement('title', entry.title)}${xmlElement('updated', entry.updated)}` +
      `${link('alternate', entry.href, 'text/html')}${xmlElement('summary', entry.summary)}</entry>`,
  );
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? never;
  return (
    `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">` +
    `${xmlElement('id', feed.id)}${xmlElement('title', feed.title)}${xmlElement('updated', updated)}` +
    `<author>${xmlElement('name', feed.author)}</author>${link('self', feed.self, 'application/atom+xml')}${link('alternate', feed.page, 'text/html')}` +
    `${entries.join('')}</feed>\n`
  );
}
