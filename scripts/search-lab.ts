/** `npm run search:lab`: shows how the search understands a query, and why results are where they are. */
import { locales } from '@/i18n/locales';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run search:lab -- "QUERY" [--locale LANGUAGE] [--content DIR]
npm run search:lab -- --questions FILE [--locale LANGUAGE] [--content DIR]

  Shows how the search understands a query: its words, function words, forms, corrections, synonyms and related words.
  Then come the first ten results that are open, each with its score and what every word added to it.

  --locale LANGUAGE  one of ${locales.join(', ')}; without it the site's first language
  --content DIR      the folder of the content; without it content
  --questions FILE   asks all questions of a file, prints the scores of the answers, and the first ten ids for each
                     question: + answers it fully, · partly, - is missing. Opportunities of every status are found

  A file of questions is YAML or JSON. It names for each question the ids of the opportunities that answer it fully, and
  of those that answer it partly. All others don't:

    - question: help refugees learn english
      full: [teach-english-online]
      partly: [translate-school-letters, mentor-students]
`;

const options = {
  locale: { type: 'string' },
  content: { type: 'string', default: 'content' },
  questions: { type: 'string' },
} as const;

await runCommand({ help, options, allowPositionals: true }, async ({ values, positionals }) => {
  const locale = locales.find((one) => one === values.locale);
  if (values.locale !== undefined && !locale)
    throw new UsageError(`--locale is “${values.locale}”. Give one of ${locales.join(', ')}.`);
  const query = positionals.join(' ');
  if ((query === '') === (values.questions === undefined))
    throw new UsageError('Give either a query or --questions FILE.');
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runLab } = await import('./search-lab/run-lab');
  await runLab({ ...values, locale, query, now: Date.now() }, (line) => {
    console.log(line);
  });
  return 0;
});
