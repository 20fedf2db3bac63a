/** `npm run screenshots`: takes pictures of every kind of page in each look and language. */
import { screenshotDir, takeScreenshots } from './screenshots/screenshots';
import { runCommand } from './command';

const help = `npm run screenshots [-- --template NAME]… [--look NAME]…

  Builds the sample content and takes pictures of every kind of page at 360, 768, 1280 and 1920 pixels, light and dark,
  in forced colours, without scripts and on paper, in every language, into ${screenshotDir}: one sheet a kind of page
  and look, and each picture below pages/. To see what comes only with something done, such as a form with problems, run
  its test with --trace on (playwright test --config=tests/playwright.config.ts apply --trace on).

  --template NAME   only kinds of pages whose name contains this, and may be given again; the other pictures stay
  --look NAME       only looks whose name contains this, such as 360, dark or 1280-light, and may be given again; the
                    other pictures stay
`;

const options = {
  template: { type: 'string', multiple: true },
  look: { type: 'string', multiple: true },
} as const;

await runCommand({ help, options }, async ({ values: { template: templates = [], look: looks = [] } }) => {
  const print = (line: string) => {
    console.log(line);
  };
  // Loaded only now, so that help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./install/browser');
  const executablePath = ensureBrowser(print);
  const count = await takeScreenshots({ templates, looks, executablePath }, print);
  console.log(`${count} pictures in ${screenshotDir}. Look at each.`);
  return 0;
});
