/** `npm run bench -- questions`: asks this search and others questions as visitors type them. */
import { locales } from '@/i18n/locales';
import { readParts, UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run bench -- questions [--only LANGUAGE] [--report] [--no-others] [--verbose]

  Asks this search, Pagefind alone, MiniSearch, BM25, Lunr, Orama and FlexSearch questions as visitors type them, over
  the sample and 150 further listings in each language. Every listing has been judged for every question.

  --only LANGUAGE  one of en, fr, es; without it all of them
  --real FOLDER    asks over real listings in FOLDER, which has a folder of YAML files for each language, and compares
                   with BM25 alone
  --prepare SOURCES
                   writes the real listings into FOLDER instead, of the files in SOURCES
  --report         asks the half of the questions that the search was not tuned by
  --no-others      asks only this search
  --verbose        prints this search's results with their grades
`;

const options = {
  only: { type: 'string' },
  real: { type: 'string' },
  prepare: { type: 'string' },
  report: { type: 'boolean', default: false },
  others: { type: 'boolean', default: true },
  verbose: { type: 'boolean', default: false },
} as const;

await runCommand({ help, options }, async ({ values: { only, real, prepare, report, others, verbose } }) => {
  const chosen = readParts(only, locales);
  const print = (line: string) => {
    console.log(line);
  };
  // Loaded only now, so that help and a wrong option are answered at once.
  if (prepare !== undefined) {
    if (real === undefined) throw new UsageError('--prepare needs --real, the folder to write into.');
    const { prepareListings } = await import('./bench/questions/real/prepare');
    prepareListings(prepare, real, verbose, print);
    return 0;
  }
  const { benchQuestions } = await import('./bench/questions/bench-questions');
  await benchQuestions({ locales: chosen, real, report, others, verbose }, print);
  return 0;
});
