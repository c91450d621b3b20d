import type { Child } from 'hono/jsx';

interface NoticeProps {
  /** `heavy` needs an answer, `late` is overdue, `empty` says there is nothing here, `plain` only tells. */
  readonly kind: 'plain' | 'heavy' | 'late' | 'empty';
  readonly title?: Child;
  readonly children?: Child;
}

/** A boxed statement of a state. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={kind === 'plain' ? 'box' : `box ${kind}`}>
      {title === undefined ? null : <h2>{title}</h2>}
      {children}
    </div>
  );
}
