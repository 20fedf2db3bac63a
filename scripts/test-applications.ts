/** `npm run test:full -- applications`: see `tests/applications/run.ts`. */
import { readCount } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run test:full -- applications [--situation NAME] [--every N]

  Tests that an application on which Send was pressed arrives, or that its writer is told: plays in a real browser what a
  form service can answer, with what the person can do next, and compares what every page tells with what arrives. Takes
  some minutes. Exit code 1 where anything broke.

  --situation NAME  only situations with this in their names
  --every N         one of N situations, another one each day (1: all of them)
`;

const options = {
  situation: { type: 'string', default: '' },
  every: { type: 'string', default: '1' },
} as const;

await runCommand({ help, options }, async ({ values: { situation, every: given } }) => {
  const every = readCount(given, 'every', 1000);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runApplications } = await import('../tests/applications/run');
  return (await runApplications({ situation, every }, (line) => console.log(line))) === 0 ? 0 : 1;
});
