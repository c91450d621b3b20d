import type { Child } from 'hono/jsx';
import type { Language } from '../../portal/languages.ts';
import { listed } from '../../portal/listed.ts';
import { NumberLink } from '../../portal/result-row.tsx';
import type { StandardLink } from './standard-link.ts';
import { standardsText } from './texts.ts';

interface NumberListProps {
  readonly lang: Language;
  readonly standards: readonly StandardLink[];
  /** Where all of them stand, for a sentence that cannot carry them. */
  readonly allHref?: string | undefined;
}

// A sentence carries this many numbers; more of them are counted and linked.
const most = 4;

/** Numbers of standards inside a sentence: GB 1, GB 2 and GB 3. */
export function NumberList({ lang, standards, allHref = '#relations' }: NumberListProps): Child {
  if (standards.length > most) {
    return <a href={allHref}>{standardsText(lang)('numbers.count', { n: standards.length })}</a>;
  }
  return listed(
    lang,
    standards.map(({ number, href }) => <NumberLink number={number} href={href} />),
  );
}
