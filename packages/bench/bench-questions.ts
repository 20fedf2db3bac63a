/** `npm run bench -- questions`: asks this search questions as visitors type them. */
import { locales } from '@/i18n/locales';
import { readParts } from '@/terminal/command-line';
import { runCommand } from '@scripts/command';

const help = `npm run bench -- questions [--only LANGUAGE] [--report] [--real FOLDER]

  Asks this search questions as visitors type them, over the sample and 150 further listings in each language. Every
  listing has been judged for every question.

  --only LANGUAGE  one of en, fr, es; without it all of them
  --report         asks the half of the questions that the search was not tuned by
  --real FOLDER    asks over real listings in FOLDER, which has a folder of YAML files for each language
`;

const options = {
  only: { type: 'string' },
  report: { type: 'boolean', default: false },
  real: { type: 'string' },
} as const;

await runCommand({ help, options }, async ({ values: { only, report, real } }) => {
  const chosen = readParts(only, locales);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchQuestions } = await import('./questions/bench-questions');
  await benchQuestions({ locales: chosen, real, report }, console.log);
  return 0;
});
