/** `npm run test:full -- faults`: see `tests/faults/run.ts`. */
import { readCount } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run test:full -- faults [--only WORDS] [--kills N] [--seed N]

  Publishes over a live site while the disk is full, or while the process is ended by force: at each stage of a publish, at
  each step by which a release comes or goes, and at random moments after random edits. Prints what is served afterwards:
  exactly the right site, or exactly what was served before. Exit code 1 where anything else is. (What content, settings
  and services do wrong is a part of npm test.)

  --only WORDS   only faults whose name contains this
  --kills N      random moments (3)
  --seed N       another seed for them (1)
`;

const options = {
  only: { type: 'string', default: '' },
  kills: { type: 'string', default: '3' },
  seed: { type: 'string', default: '1' },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runFaults } = await import('../tests/faults/run');
  const [kills, seed] = [readCount(values.kills, 'kills', 1000), readCount(values.seed, 'seed', 1_000_000)];
  const wrong = await runFaults({ only: values.only, kills, seed }, (line) => console.log(line));
  return wrong === 0 ? 0 : 1;
});
