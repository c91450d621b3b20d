/** Compass and square: a circle resting in a square's corner, two strokes. */
export function Logo() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">
      <path d="M2 0v14h14" />
      <circle cx="9" cy="7" r="5" />
    </svg>
  );
}

/** The same as a file, for browsers' tabs. */
export const logoFile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="#A8281A" stroke-width="1.75" role="img" aria-label="Guiju 规矩"><path d="M2 0v14h14"/><circle cx="9" cy="7" r="5"/></svg>';
