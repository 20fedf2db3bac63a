/** `npm run test:full -- faults`: publishes over a live site while the machine fails, and judges what is served. */
import { prepareReleases } from './releases';
import { prepareStages } from './stages';
import type { Trial } from './trial';

/** Trials at once: each keeps a processor busy. */
const lanes = 2;

/** Runs the trials with this in their names, prints a line for each, and resolves to the number of wrong things. */
export async function runFaults(only: string, print: (line: string) => void): Promise<number> {
  const chosen = [...prepareStages(), ...prepareReleases()].filter(({ name }) => name.includes(only));
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
