/** After so many pieces of long work, whatever has arrived meanwhile goes first: a database that asks for more soon stands still. */
const inOneGo = 20;

/** Gives way to what has arrived, for example the database asking for more of a COPY; `done` counts the pieces of work. */
export async function giveWay(done: number): Promise<void> {
  if (done > 0 && done % inOneGo === 0) await turnOfTheLoop();
}

export function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
