import type { Child } from 'hono/jsx';
import { type Language, type LanguageText, languages } from './languages.ts';
import type { StatusCode, StatusFlag, TierMarkOf } from './register-codes.ts';
import { Highlighted, plainTitle } from './rich-text.tsx';
import { SafeLink } from './safe-link.tsx';
import { StatusChip } from './status-chip.tsx';
import { TierMark } from './tier-mark.tsx';

interface ResultRowProps {
  readonly lang: Language;
  readonly number: string;
  readonly href?: string | undefined;
  readonly mark: TierMarkOf;
  readonly status?: StatusCode | undefined;
  readonly flags?: readonly StatusFlag[] | undefined;
  /** Title in the page's language, where there is one, and under it the title in the other. */
  readonly titles: readonly LanguageText[];
  readonly highlight?: readonly string[] | undefined;
  readonly level?: 'h2' | 'h3' | undefined;
  /** The one line that says why it matters. */
  readonly children?: Child;
}

/** One standard in a list: mark, number and status, titles, one line of meaning. */
export function ResultRow(props: ResultRowProps) {
  const { lang, number, mark, status, flags, titles, highlight = [], level = 'h2', children } = props;
  const Heading = level;
  const [title, ...otherTitles] = titles;
  return (
    <li class="hit">
      <span>
        <TierMark lang={lang} of={mark} />
      </span>
      <div>
        <Heading>
          <NumberLink number={number} href={props.href} />
          {status === undefined ? null : <StatusChip lang={lang} status={status} flags={flags} />}
        </Heading>
        {title === undefined ? null : (
          <p class="ti" lang={title.lang === lang ? undefined : title.lang}>
            <Highlighted text={plainTitle(title)} words={highlight} />
          </p>
        )}
        {otherTitles
          .filter(({ lang: other }) => languages.some((known) => known === other))
          .slice(0, 1)
          .map((other) => (
            <p class="soft" lang={other.lang === lang ? undefined : other.lang}>
              <Highlighted text={plainTitle(other)} words={highlight} />
            </p>
          ))}
        {children === undefined || children === null ? null : <p class="meta">{children}</p>}
      </div>
    </li>
  );
}

/** The number of a standard, which never breaks, linked to its page when there is one. */
export function NumberLink({ number, href }: { readonly number: string; readonly href?: string | undefined }) {
  if (href === undefined) return <NumberText number={number} />;
  return (
    <SafeLink class={numberClass(number)} href={href}>
      {number}
    </SafeLink>
  );
}

export function NumberText({ number }: { readonly number: string }) {
  return <span class={numberClass(number)}>{number}</span>;
}

// A number never breaks; one too long for a narrow screen (dual and joint numbers) must.
function numberClass(number: string): string {
  return number.length <= 24 ? 'num' : 'longnum';
}
