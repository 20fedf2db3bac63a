/** `npm run screenshots`: pictures of every kind of page at two widths, in both schemes and all languages. */
import { screenshotDir, takeScreenshots } from '@/bench/screenshots/screenshots';
import { runCommand } from './command';

const help = `npm run screenshots [-- --template NAME]

  Builds the sample content and takes pictures of every kind of page at 360 and 1280 pixels, light and dark, in every
  language, into ${screenshotDir}: one sheet a kind of page and width, and each picture below pages/.

  --template NAME   only kinds of pages whose name contains this; the other pictures stay
`;

const options = { template: { type: 'string' } } as const;

await runCommand({ help, options }, async ({ values: { template } }) => {
  const print = (line: string) => {
    console.log(line);
  };
  // Loaded only now: help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./browser');
  const executablePath = ensureBrowser(print);
  const count = await takeScreenshots({ template, executablePath }, process.env, print);
  console.log(`${count} pictures in ${screenshotDir}. Look at each.`);
  return 0;
});
