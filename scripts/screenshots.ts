/** `npm run screenshots`: pictures of every kind of page at two widths, in both schemes and all languages. */
import { parseArgs } from 'node:util';
import { screenshotDir, takeScreenshots } from '@/bench/screenshots/screenshots';
import { describeFailure } from '@/publish/failure';
import { ensureBrowser } from './browser';

const help = `npm run screenshots [-- --template NAME]

  Builds the sample content and takes pictures of every kind of page at 360 and 1280 pixels, light and dark, in every
  language, into ${screenshotDir}: one sheet a kind of page and width, and each picture below pages/.

  --template NAME   only kinds of pages whose name contains this; the other pictures stay
`;

const { values } = parseArgs({
  options: { template: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

if (values.help) {
  console.log(help);
} else {
  try {
    const print = (line: string) => {
      console.log(line);
    };
    const count = await takeScreenshots(
      { template: values.template, executablePath: ensureBrowser(print) },
      process.env,
      print,
    );
    console.log(`${count} pictures in ${screenshotDir}. Look at each.`);
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
