/** `npm run bench:questions`: asks this search and others questions as visitors type them. */
import { locales } from '@/i18n/locales';
import { readParts } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run bench:questions [-- --only LANGUAGE] [--report] [--no-others] [--verbose]

  Asks this search, Pagefind alone, MiniSearch, BM25, Lunr, Orama and FlexSearch questions as visitors type them, over
  the sample and 150 further listings in each language. Every listing has been judged for every question.

  --only LANGUAGE  one of en, fr, es; without it all of them
  --report         asks the half of the questions that the search was not tuned by
  --no-others      asks only this search
  --verbose        prints this search's results with their grades
`;

const options = {
  only: { type: 'string' },
  report: { type: 'boolean', default: false },
  others: { type: 'boolean', default: true },
  verbose: { type: 'boolean', default: false },
} as const;

await runCommand({ help, options }, async ({ values: { only, report, others, verbose } }) => {
  const chosen = readParts(only, locales);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchQuestions } = await import('./bench/questions/bench-questions');
  await benchQuestions({ locales: chosen, report, others, verbose }, (line) => {
    console.log(line);
  });
  return 0;
});
