/** `npm run test:faults`: see `tests/faults/matrix.ts`. */
import { runCommand } from './command';

const help = `npm run test:faults [-- --only WORDS]

  Publishes under every named fault of the service, the content, the settings and the machine, once for the first time and
  once over a site that is live, and prints a table of what is served afterwards: exactly the right site, or exactly
  what was served before. Exit code 1 where anything else is.

  --only WORDS   only faults whose name contains this
`;

const options = { only: { type: 'string', default: '' } } as const;

await runCommand({ help, options }, async ({ values }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runMatrix } = await import('../tests/faults/matrix');
  return (await runMatrix(values.only, (line) => console.log(line))) === 0 ? 0 : 1;
});
