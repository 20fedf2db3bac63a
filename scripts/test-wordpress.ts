/** `npm run test:wordpress`: see `tests/wordpress/run.ts`. */
import { runCommand } from './command';
import { ensureWordPress } from './install/wordpress';

const help = `npm run test:wordpress

  Builds the sample, shows it in a WordPress of its own with a database, and prints what readers see there of a pasted
  address and of the code for other sites, as a person who may write any HTML and as an author who may not. Exit code 1
  where that isn't what the site promises. On Debian it installs what it lacks.
`;

await runCommand({ help }, async () => {
  const print = (line: string) => console.log(line);
  if (!ensureWordPress(print)) return 1;
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runWordPress } = await import('../tests/wordpress/run');
  const findings = await runWordPress(print, ({ what, shows, faults }) =>
    print([`${faults.length === 0 ? 'ok   ' : 'WRONG'} ${what}: ${shows}`, ...faults].join('\n      ')),
  );
  return findings.every(({ faults }) => faults.length === 0) ? 0 : 1;
});
