import type { Child } from 'hono/jsx';

interface SectionProps {
  readonly id: string;
  readonly title: Child;
  /** Notes on source and scope, hung under the heading. */
  readonly side?: Child;
  /** A wide table needs the whole width; the heading then stands above it. */
  readonly isFull?: true | undefined;
  readonly children?: Child;
}

/** A section of a page: its heading hangs in the margin where there is room. */
export function Section({ id, title, side, isFull, children }: SectionProps) {
  return (
    <section class={isFull ? 'sec full' : 'sec'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {side === undefined || side === null ? (
        children
      ) : (
        <>
          <p class="note side">{side}</p>
          <div class="gap">{children}</div>
        </>
      )}
    </section>
  );
}

interface PageHeadProps {
  readonly children?: Child;
  /** The column of facts beside. */
  readonly margin?: Child;
}

/** What it is (left) and the facts about it (right). */
export function PageHead({ children, margin }: PageHeadProps) {
  if (margin === undefined) return <header class="headline">{children}</header>;
  return (
    <header class="head">
      <div>{children}</div>
      <div class="margin">{margin}</div>
    </header>
  );
}
