/** `npm run verify -- https://…`: checks a deployed copy from outside. */
import { existsSync } from 'node:fs';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run verify -- URL [--pages N] [--manifest FILE]

  Checks a deployed copy from outside and prints a table: TLS, headers, the policy of pages, links, feeds,
  search, forms (nothing is sent), the day of the build, whether the content that is configured here is newer, and every
  file against the sums of the build. Exit code 1 where something is wrong. Warnings don’t count.

  --pages N        pages to read at most (200); everything that they link to is asked for once
  --manifest FILE  sums as sha256sum writes them (.local/report/published/dist.sha256, if there is one)
`;

const defaultManifest = '.local/report/published/dist.sha256';

const options = { pages: { type: 'string', default: '200' }, manifest: { type: 'string' } } as const;

function readSiteAddress(address: string | undefined): URL {
  const url = URL.parse(address ?? '');
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `“${address ?? ''}” isn’t an address. Give that of the site, such as https://volunteer.example.org.`,
    );
  return new URL('/', url);
}

function readPageCount(value: string): number {
  const pages = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (pages > 0) return pages;
  throw new UsageError(`--pages is “${value}”. Give a number from 1 to 999999.`);
}

await runCommand({ help, options, allowPositionals: true }, async ({ values, positionals }) => {
  const [address, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`“${others.join(' ')}” is too much. Give one address.`);
  const site = readSiteAddress(address);
  const pages = readPageCount(values.pages);
  const manifest = values.manifest ?? (existsSync(defaultManifest) ? defaultManifest : undefined);
  const [{ createVerifyClient }, { formatResultTable, findVerdict }, { verifySite }, content] =
    await Promise.all([
      import('./verify/client'),
      import('./verify/check-result'),
      import('./verify/verify-site'),
      import('./verify/content-check'),
    ]);
  const { readCommandConfig } = await import('@/config/config');
  // Wrong variables make the comparison of the content impossible, and nothing else.
  const readVersions = async () => content.readConfiguredVersions(readCommandConfig('verify'));
  const context = {
    client: createVerifyClient(),
    site,
    progress: (line: string) => console.log(line),
    now: Date.now(),
  };
  const results = await verifySite(context, { pages, manifest, readVersions });
  const isWrong = results.some((result) => findVerdict(result) === 'wrong');
  console.log(
    `\n${formatResultTable(results)}\n\n${site.href} ${isWrong ? 'has faults.' : 'is as it should be.'}`,
  );
  return isWrong ? 1 : 0;
});
