/**
 * A register of parcels as simple as can be, in memory: it keeps what was said and when, and answers every question by
 * going through all of it. It shares no code with the kernel, so that both can hardly be wrong in the same way.
 */
import { addMilliseconds } from '../../src/foundation/clock.ts';

export type Doing =
  | { readonly kind: 'open'; readonly code: string; readonly label: string; readonly from?: string }
  | { readonly kind: 'label'; readonly code: string; readonly label: string; readonly from?: string }
  | { readonly kind: 'weigh'; readonly code: string; readonly grams: number }
  | {
      readonly kind: 'correct';
      readonly code: string;
      readonly version: number;
      readonly label: string;
      readonly from?: string;
    }
  | { readonly kind: 'annul'; readonly code: string; readonly reason: string };

interface Said {
  readonly doing: Doing;
  readonly at: string;
  readonly act: number;
}

export interface NaiveParcel {
  readonly said: readonly Said[];
  readonly isAnnulled: boolean;
}

export interface NaiveState {
  readonly code: string;
  readonly label: string;
  readonly grams: number | null;
}

export class NaiveRegister {
  /** Every parcel there ever was, in the order of opening. */
  readonly parcels: NaiveParcel[] = [];
  readonly #byCode = new Map<string, number>();
  #acts = 0;

  /** Does all of it, or what can be done of it; answers the places of what could not be done. */
  do(doings: readonly Doing[], act: { readonly at: string; readonly isAllOrNothing: boolean }): readonly number[] {
    const before = { parcels: [...this.parcels], byCode: new Map(this.#byCode) };
    this.#acts++;
    const refused = doings.flatMap((doing, place) => (this.#one(doing, act.at) ? [] : [place]));
    if (act.isAllOrNothing && refused.length > 0) {
      this.parcels.splice(0, this.parcels.length, ...before.parcels);
      this.#byCode.clear();
      for (const [code, place] of before.byCode) this.#byCode.set(code, place);
    }
    return refused;
  }

  #one(doing: Doing, at: string): boolean {
    const place = this.#byCode.get(doing.code);
    if (doing.kind === 'open') {
      if (place !== undefined) return false;
      this.#byCode.set(doing.code, this.parcels.length);
      this.parcels.push({ said: [{ doing, at, act: this.#acts }], isAnnulled: false });
      return true;
    }
    const parcel = place === undefined ? undefined : this.parcels[place];
    if (place === undefined || parcel === undefined) return false;
    if (doing.kind === 'correct' && doing.version > parcel.said.length) return false;
    if (doing.kind === 'label' && this.stateOf(parcel, { day: '9999-01-01', known: '9999' })?.label === doing.label)
      return true;
    const last = parcel.said.at(-1);
    const isLater = last !== undefined && last.act !== this.#acts && last.at >= at;
    const said = {
      doing,
      act: this.#acts,
      at: isLater ? addMilliseconds(last.at, 1) : last?.act === this.#acts ? last.at : at,
    };
    this.parcels[place] = { said: [...parcel.said, said], isAnnulled: doing.kind === 'annul' };
    if (doing.kind === 'annul') this.#byCode.delete(doing.code);
    return true;
  }

  /** What the register held at an instant for a day. */
  stateOf(parcel: NaiveParcel, at: { readonly day: string; readonly known: string }): NaiveState | undefined {
    const heard = parcel.said.filter((said) => said.at <= at.known).map(({ doing }) => doing);
    if (heard.some((doing) => doing.kind === 'annul')) return undefined;
    let state: NaiveState | undefined;
    heard.forEach((original, place) => {
      if (original.kind === 'correct') return;
      const doing = corrected(heard, place) ?? original;
      state = after(state, doing, { day: at.day, isOpening: place === 0 });
    });
    return state;
  }

  holders(): ReadonlyMap<string, number> {
    return this.#byCode;
  }
}

/** The last correction of a statement, or of one of its corrections. */
function corrected(heard: readonly Doing[], place: number): Doing | undefined {
  let last: Doing | undefined;
  const chain = new Set([place + 1]);
  heard.forEach((doing, at) => {
    if (doing.kind !== 'correct' || !chain.has(doing.version)) return;
    chain.add(at + 1);
    last = doing;
  });
  return last;
}

function after(
  state: NaiveState | undefined,
  doing: Doing,
  on: { readonly day: string; readonly isOpening: boolean },
): NaiveState | undefined {
  if (doing.kind === 'weigh') return state && { ...state, grams: doing.grams };
  if (doing.kind === 'annul' || (doing.from !== undefined && on.day < doing.from)) return state;
  // A correction of the opening is an opening; whatever else it corrects, it gives a label.
  if (on.isOpening) return { code: doing.code, label: doing.label, grams: null };
  return state && { ...state, label: doing.label };
}
