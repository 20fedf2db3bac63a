/** `npm run bench -- search`: how well and how cheaply words are found. */
import { readCount } from '@/terminal/command-line';
import { runCommand } from '@scripts/command';

const help = `npm run bench -- search [--opportunities N] [--seed N] [--no-quality] [--no-browser]

  Generates opportunities in three languages, and asks this search: two words, typing errors, accents dropped, beginnings,
  synonyms, another language's names, a facet and a word. Then builds the site, and measures in a browser what a search
  loads and how long it takes.

  --opportunities N  how many in each language (default 1000)
  --seed N           of the queries (default 2026; 1 was used while the search was made)
  --no-quality       only what a search costs in a browser
  --no-browser       only how well it finds: a minute at 1,000
`;

const options = {
  opportunities: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '2026' },
  quality: { type: 'boolean', default: true },
  browser: { type: 'boolean', default: true },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  const { quality, browser } = values;
  const opportunities = readCount(values.opportunities, 'opportunities', 20_000);
  const seed = readCount(values.seed, 'seed', 1_000_000);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchSearch } = await import('./search/bench-search');
  const { ensureBrowser } = await import('@scripts/install/browser');
  const executablePath = () => ensureBrowser(console.log);
  await benchSearch({ opportunities, seed, quality, browser, executablePath }, console.log);
  return 0;
});
