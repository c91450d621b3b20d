import type { Child } from 'hono/jsx';

/** Tags every message may use: the verdict in bold, the second voice, what is overdue. */
export const standardTags: Readonly<Record<string, (inner: Child) => Child>> = {
  b: (inner) => <b>{inner}</b>,
  soft: (inner) => <span class="soft">{inner}</span>,
  red: (inner) => <span class="red">{inner}</span>,
  code: (inner) => <code class="mono">{inner}</code>,
};
