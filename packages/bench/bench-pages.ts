/** `npm run bench -- pages`: measures the bytes of pages, their paint times and their Lighthouse scores. */
import { isLocale, locales } from '@/i18n/locales';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from '@scripts/command';

const help = `npm run bench -- pages [--no-lighthouse] [--template NAME]… [--locale CODE]…

  Builds the sample content, serves it precompressed, and visits every kind of page in every language: bytes, LCP and
  layout shift on a slow connection, Lighthouse's scores, and the bytes of a whole visit from home to a sent application.

  --no-lighthouse   leave Lighthouse out, which takes most of the time
  --template NAME   only kinds of pages whose name contains this, and no whole visit; may be given more than once
  --locale CODE     only pages in this language, and no whole visit; may be given more than once
`;

const options = {
  lighthouse: { type: 'boolean', default: true },
  template: { type: 'string', multiple: true },
  locale: { type: 'string', multiple: true },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  const { lighthouse, template: templates = [], locale: wanted = [] } = values;
  const unknown = wanted.find((code) => !isLocale(code));
  if (unknown !== undefined)
    throw new UsageError(`--locale is “${unknown}”. The languages are: ${locales.join(', ')}.`);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchPages } = await import('./pages/bench-pages');
  const { ensureBrowser } = await import('@scripts/install/browser');
  const executablePath = ensureBrowser(console.log);
  const met = await benchPages({ lighthouse, templates, languages: wanted, executablePath }, console.log);
  return met ? 0 : 1;
});
