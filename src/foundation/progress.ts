/** Shows how far something long has come. */
export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}
export type ShowProgress = (label: string, total: number | undefined) => Progress;
