import { raw } from 'hono/html';

/** Structured data for programs. The one place that writes into a script element, which browsers never run for this type. */
export function JsonLd({ data }: { readonly data: Readonly<Record<string, unknown>> }) {
  return <script type="application/ld+json">{raw(jsonLdText(data))}</script>;
}

/** JSON in which no character can end the script element or start a comment: `<`, `>`, `&` and line separators as escapes. */
export function jsonLdText(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
