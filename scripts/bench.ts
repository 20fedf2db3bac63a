/** `npm run bench -- <name>`: the benchmarks. They print tables and never fail for a figure. */
import { runSubcommand } from './subcommand';

const help = `npm run bench -- <name>

  actions    counts what visitors press and fill in on a first visit
  build      builds generated content of a size, and again after changes
  editing    counts what editors press, and times their forms
  pages      bytes of pages, paint times, Lighthouse, and the bytes of a whole visit
  questions  the quality of answers to questions, on listings
  search     the results and costs of this search and of others
  share      the time that pictures, sheets, feeds and data take

  npm run bench -- <name> --help tells the options of each.
`;

await runSubcommand(help, {
  actions: () => import('./bench-actions'),
  build: () => import('./bench-build'),
  editing: () => import('./bench-editing'),
  pages: () => import('./bench-pages'),
  questions: () => import('./bench-questions'),
  search: () => import('./bench-search'),
  share: () => import('./bench-share'),
});
