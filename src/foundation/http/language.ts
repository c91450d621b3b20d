import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

type Language = 'zh-Hans' | 'en';

/** A year: the reader's choice of language. */
const cookieSeconds = 31_536_000;

/** The language of the answer: asked in the address (and then remembered), remembered, wished by the browser, or the installation's. */
export function languageOf(c: Context, fallback: Language): Language {
  const asked = languageNamed(c.req.query('lang'));
  if (asked) {
    setCookie(c, 'lang', asked, { path: '/', maxAge: cookieSeconds, sameSite: 'Lax', httpOnly: true });
    return asked;
  }
  return languageNamed(getCookie(c, 'lang')) ?? wished(c.req.header('accept-language')) ?? fallback;
}

function languageNamed(text: string | undefined): Language | undefined {
  if (text === undefined) return undefined;
  if (/^en\b/i.test(text)) return 'en';
  return /^zh\b/i.test(text) ? 'zh-Hans' : undefined;
}

/** The first of the browser's languages that the pages have, by its weights. */
function wished(header: string | undefined): Language | undefined {
  const wishes = (header ?? '').split(',').map((part) => {
    const [name = '', weight = ''] = part.trim().split(/;\s*q=/);
    return { lang: languageNamed(name), weight: weight === '' ? 1 : Number(weight) };
  });
  return wishes.sort((one, other) => other.weight - one.weight).find((wish) => wish.lang)?.lang;
}
