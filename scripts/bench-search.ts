/** `npm run bench -- search`: compares the results and the costs of this search with those of other engines. */
import { readCount } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run bench -- search [--opportunities N] [--seed N] [--each N] [--no-others] [--no-quality] [--no-browser]

  Generates opportunities in three languages, and asks this search, Pagefind alone, MiniSearch, Lunr, Orama and
  FlexSearch the same queries: two words, typing errors, accents dropped, beginnings, synonyms, another language's
  names, a facet and a word. Then builds the site, and measures in a browser what a search loads and how long it takes.

  The other engines are installed when they are first asked.

  --opportunities N  how many in each language (default 1000)
  --seed N           of the queries (default 2026; 1 was used while the search was made)
  --each N           queries of each class (default 60)
  --no-others        only this search is asked
  --no-quality       only what a search costs in a browser
  --no-browser       only how well they find: a minute at 1,000
`;

const options = {
  opportunities: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '2026' },
  each: { type: 'string', default: '60' },
  others: { type: 'boolean', default: true },
  quality: { type: 'boolean', default: true },
  browser: { type: 'boolean', default: true },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  const print = (line: string) => {
    console.log(line);
  };
  const numbers = {
    opportunities: readCount(values.opportunities, 'opportunities', 20_000),
    seed: readCount(values.seed, 'seed', 1_000_000),
    each: readCount(values.each, 'each', 1000),
  };
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchSearch } = await import('./bench/search/bench-search');
  const { ensureBrowser } = await import('./install/browser');
  const executablePath = () => ensureBrowser(print);
  const { others, quality, browser } = values;
  await benchSearch({ ...numbers, others, quality, browser, executablePath }, print);
  return 0;
});
