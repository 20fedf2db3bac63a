/** `npm run test:full -- applications`: see `tests/applications/run.ts`. */
import { readParts, UsageError } from '@/terminal/command-line';
import { ensureBrowser } from './install/browser';
import { runCommand } from './command';

const help = `npm run test:full -- applications [--only PART] [--situation NAME] [--every N] [--kills N] [--seed N]

  Tests that an application on which Send was pressed arrives, or that its writer is told. Exit code 1 where anything broke.

  situations  plays in a real browser what a form service can answer, with what the person can do next, and compares
              what every page tells with what arrives; takes some minutes
  kills       kills a real browser 100 times while an application is written and sent, starts it again, and looks at what
              arrives; takes a quarter of an hour

  --only PART       one of these
  --situation NAME  only situations with this in their names, with --only situations
  --every N         one of N situations, another one each day (1: all of them)
  --kills N         another number of kills
  --seed N          another seed (1)
`;

const options = {
  only: { type: 'string' },
  situation: { type: 'string' },
  every: { type: 'string', default: '1' },
  kills: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
} as const;

function readNumber(text: string, name: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`--${name} is “${text}”. Give a whole number above 0.`);
  return Number(text);
}

await runCommand({ help, options }, async ({ values }) => {
  const kills = readNumber(values.kills, 'kills');
  const seed = readNumber(values.seed, 'seed');
  const every = readNumber(values.every, 'every');
  // Loaded only now, so that help and a wrong option are answered at once.
  const { parts, runApplications } = await import('../tests/applications/run');
  const chosen = readParts(values.only, parts);
  if (chosen.includes('kills')) ensureBrowser((line) => console.log(line));
  const { situation } = values;
  const wrong = await runApplications({ parts: chosen, kills, seed, situation, every }, (line) =>
    console.log(line),
  );
  return wrong === 0 ? 0 : 1;
});
