/** `npm run test:full -- faults`: publishes over a live site while the machine fails, and judges what is served. */
import { prepareEdits } from './edits';
import { prepareReleases } from './releases';
import { prepareStages } from './stages';
import type { Trial } from './trial';

/** Trials at once: each keeps a processor busy. */
const lanes = 2;

export interface FaultOptions {
  /** Only trials whose name contains this. */
  readonly only: string;
  /** Publishes of random edits that are ended by force. */
  readonly kills: number;
  readonly seed: number;
}

/** Runs the trials, prints a line for each, and resolves to the number of wrong things. */
export async function runFaults(options: FaultOptions, print: (line: string) => void): Promise<number> {
  const groups = [prepareStages(), prepareReleases(), prepareEdits(options)];
  const chosen = groups.flat().filter(({ name }) => name.includes(options.only));
  const width = Math.max(...chosen.map(({ name }) => name.length));
  let wrong = 0;
  const queue = chosen.values();
  const work = async () => {
    for (const { name, served, run } of queue as Iterable<Trial>) {
      const found = await run().catch((error: unknown) => [String(error)]);
      wrong += found.length;
      print(`${name.padEnd(width)}  ${found.length === 0 ? served : 'WRONG'}`);
      for (const reason of found) print(`  ${reason}`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  print(`\n${chosen.length} trials, ${wrong} wrong.`);
  return wrong;
}
