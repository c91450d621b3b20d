import type { Child } from 'hono/jsx';
import type { Language } from './languages.ts';

interface SafeLinkProps {
  readonly href: string;
  readonly class?: string | undefined;
  readonly lang?: Language | string | undefined;
  readonly children?: Child;
}

/** A link to an address that came from outside; one that is neither http, https, mailto nor local is shown as text. */
export function SafeLink({ href, children, ...rest }: SafeLinkProps) {
  const address = safeHref(href);
  if (address === undefined) return <span {...rest}>{children}</span>;
  return (
    <a {...rest} href={address} rel={isOutside(address) ? 'noreferrer' : undefined}>
      {children}
    </a>
  );
}

/**
 * The address when it may be followed, else nothing. hono/jsx renders `javascript:` as it stands, and browsers ignore
 * control characters and white space inside a scheme, so these are refused before the scheme is read.
 */
export function safeHref(href: string): string | undefined {
  const trimmed = href.trim();
  if (/[\u0000-\u001f\u007f\s\\]/.test(trimmed)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === undefined) return trimmed.startsWith('//') ? undefined : trimmed;
  return ['http', 'https', 'mailto'].includes(scheme) ? trimmed : undefined;
}

function isOutside(href: string): boolean {
  return /^https?:/i.test(href);
}
