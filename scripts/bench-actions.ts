/** `npm run bench -- actions`: counts what visitors press and fill in on a first visit. */
import { runCommand } from './command';

const help = `npm run bench -- actions [--dist DIR]

  Makes a first visit in every language, by touch, by keyboard and without JavaScript: find an opportunity that fits,
  read it, apply, come back, find the application, share. Prints how many actions each step took, and which ways.
  Builds the sample content first.

  --dist DIR   visits this built site instead; build it with FORMS=local and without SITE_URL
`;

const options = { dist: { type: 'string' } } as const;

await runCommand({ help, options }, async ({ values: { dist } }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchActions } = await import('./bench/actions/bench-actions');
  const { ensureBrowser } = await import('./install/browser');
  const print = (line: string) => {
    console.log(line);
  };
  await benchActions({ dist, executablePath: ensureBrowser(print) }, print);
  return 0;
});
