/** `npm run bench -- <name>`: the benchmarks. They print tables and never fail for a figure. */
import { runSubcommand } from '@scripts/subcommand';

const help = `npm run bench -- <name>

  build      builds generated content of a size, and again after changes
  pages      bytes of pages, paint times, Lighthouse, and the bytes of a whole visit
  questions  the quality of answers to questions, on listings
  search     the results and costs of the search

  npm run bench -- <name> --help tells the options of each.
`;

await runSubcommand(help, {
  build: () => import('./bench-build'),
  pages: () => import('./bench-pages'),
  questions: () => import('./bench-questions'),
  search: () => import('./bench-search'),
});
