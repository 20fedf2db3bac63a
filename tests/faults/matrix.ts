/** `npm run test:faults`: every named fault, on a first publish and over a site that is live. */
import { allFaults } from './all';
import { outcomeOf, publishedOnce } from './outcome';
import type { NamedFault } from './fault';
import { previousContent } from './previous';

/** Most wait for a client’s patience to end; those that render keep a processor busy. */
const atOnce = { waiting: 8, rendering: 2 } as const;

interface Cell {
  readonly text: string;
  readonly wrong: readonly string[];
}

interface Row {
  readonly fault: NamedFault;
  readonly cells: readonly Cell[];
}

async function cell(fault: NamedFault, hasPrevious: boolean): Promise<Cell> {
  try {
    const { served, wrong } = await outcomeOf(
      fault,
      hasPrevious ? await publishedOnce(await previousContent()) : undefined,
    );
    return { text: wrong.length === 0 ? served : 'WRONG', wrong };
  } catch (error) {
    return {
      text: 'WRONG',
      wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }
}

async function each<Item>(items: readonly Item[], count: number, work: (item: Item) => Promise<void>) {
  const queue = items.values();
  const next = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: count }, next));
}

const rendersUnder = ({ kind }: NamedFault) => kind === 'space' || kind === 'machine';

/** Tries the faults whose name contains `part`, prints a table, and resolves to the number of those that went wrong. */
export async function runMatrix(part: string, print: (line: string) => void): Promise<number> {
  const chosen = allFaults.filter(({ name }) => name.includes(part));
  const rows = new Map<NamedFault, Row>();
  let done = 0;
  const work = async (fault: NamedFault) => {
    const first = fault.isAfterEdit ? { text: '–', wrong: [] } : await cell(fault, false);
    rows.set(fault, { fault, cells: [first, await cell(fault, true)] });
    done += 1;
    if (done % 10 === 0) print(`${done} of ${chosen.length}`);
  };
  await each(
    chosen.filter((fault) => !rendersUnder(fault)),
    atOnce.waiting,
    work,
  );
  await each(chosen.filter(rendersUnder), atOnce.rendering, work);
  const ordered = chosen.flatMap((fault) => rows.get(fault) ?? []);
  const width = Math.max(...chosen.map(({ name }) => name.length));
  print(`\n${'fault'.padEnd(width)}  kind      first publish                      over a previous one`);
  for (const { fault, cells } of ordered) {
    const [first, again] = cells.map(({ text }) => text.padEnd(33));
    print(`${fault.name.padEnd(width)}  ${fault.kind.padEnd(8)}  ${first}  ${again?.trimEnd()}`);
  }
  const wrong = ordered.flatMap(({ fault, cells }) =>
    cells.flatMap((one) => one.wrong.map((reason) => `${fault.name}: ${reason}`)),
  );
  for (const line of wrong) print(line);
  print(`\n${ordered.length} faults, ${wrong.length} wrong.`);
  return wrong.length;
}
