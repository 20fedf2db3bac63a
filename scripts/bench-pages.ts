/** `npm run bench:pages`: what pages weigh, how soon they show, and what Lighthouse says of them. */
import { parseArgs } from 'node:util';
import { benchPages } from '@/bench/pages/bench-pages';
import { describeFailure } from '@/publish/failure';
import { ensureBrowser } from './browser';

const help = `npm run bench:pages [-- --no-lighthouse] [--template NAME]

  Builds the sample content, serves it precompressed, and visits every kind of page in every language: bytes, LCP and
  layout shift on a bad line, Lighthouse's scores, and the bytes of a whole visit from home to a sent application.

  --no-lighthouse   leave Lighthouse out, which takes most of the time
  --template NAME   only kinds of pages whose name contains this, and no whole visit
`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    lighthouse: { type: 'boolean', default: true },
    template: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) {
  console.log(help);
} else {
  try {
    const print = (line: string) => {
      console.log(line);
    };
    const met = await benchPages(
      { lighthouse: values.lighthouse, template: values.template, executablePath: ensureBrowser(print) },
      process.env,
      print,
    );
    if (!met) process.exitCode = 1;
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
