/** `npm run test:full -- faults`: see `tests/faults/run.ts`. */
import { runCommand } from './command';

const help = `npm run test:full -- faults [--only WORDS]

  Publishes over a live site while the disk is full, or while the process is ended by force: at each stage of a publish, and
  at each step by which a release comes or goes. Prints what is served afterwards: exactly the right site, or exactly what
  was served before. Exit code 1 where anything else is. (What content, settings and services do wrong is a part of npm
  test.)

  --only WORDS   only faults whose name contains this
`;

const options = { only: { type: 'string', default: '' } } as const;

await runCommand({ help, options }, async ({ values: { only } }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runFaults } = await import('../tests/faults/run');
  return (await runFaults(only, (line) => console.log(line))) === 0 ? 0 : 1;
});
