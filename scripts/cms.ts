/** `npm run cms -- <command>`: the commands with which editors and operators handle content in a terminal. */
import type { Config } from '@/config/config';
import type { CommandName } from '@/config/variable-notes';
import { UsageError } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run cms -- <command>

  check         read the configured source, print every problem, and say what would be on the site.
                Exit code 1 where a build would fail or leave an entry out. With CONTENTFUL_MANAGEMENT_TOKEN it also
                says where the model of the space isn't the present one, field by field
  report        write the content report of the configured source, as after a build, without building
  import FILE   make entries of the rows of a sheet (.xlsx, .ods, CSV) or of messages of forms (JSON), and say of each
                row that is left out why. A later import of the sheet brings what changed in it.
                Exit code 1 where a row is left out. docs/editors.md tells how columns are called
  setup         bring the content model into the Contentful space, or up to date there (CONTENTFUL_MANAGEMENT_TOKEN);
                with WEBHOOK_URL and WEBHOOK_TOKEN also a webhook that has the site published.
                Tells what it would do; exit code 1 while there is something to do
  push          create in the space what it doesn't have of the content folder: pictures, entries, drafts as drafts.
                Nothing is deleted there. What differs there is listed field by field and left as it is, unless
                --overwrite names it. Exit code 1 where something differs: the others are pushed
  pull          write what is published in the space into the content folder; what isn't comes as a draft. Nothing is
                deleted here, and git shows what changes. A file with changes that aren't committed is left as it is,
                unless --overwrite names its entry. Exit code 1 where one is left: the others are written
  translations  list the texts that are older than their originals, by language; exit code 1 where there are some
  app           build the app that shows names in place of codes in Contentful's forms, and the checks beside them, and print
                its sizes. Its packages are installed at the first run

  For check and report:
  --out DIR         the folder of the site that a build would replace (default: dist)

  For push and pull:
  --dry-run         only say what would be done; exit code 1 where there is something
  --overwrite LIST  replace these, as in opportunity/x,picture/y.png; or all

  For setup:
  --yes             do it
  --force           also what may keep entries that are there from being published as they are

  For app:
  --out DIR         the folder that it is built into (default: .local/contentful-app)
  --upload          bring it into the Contentful space and its forms (CONTENTFUL_MANAGEMENT_TOKEN)

  For import:
  --type TYPE       opportunity (default) or organization
  --map FILE        which column is which field (YAML), if it isn't the one beside the sheet: missions.map.yml for
                    missions.csv
  --sheet NAME      of an Excel or LibreOffice file (default: the first with rows)
  --language LANG   of the texts whose column names no language: en, fr or es
  --status STATUS   draft (default); open: on the site with the next build, but closed where the sheet says so;
                    sheet: as each row says
  --source NAME     by which a later import finds these entries (default: the name of the file)
  --close-missing   close the opportunities of this source whose rows are gone. Without it they are only listed
  --review          open a page in the browser on which rows are corrected, accepted and saved. What is chosen there is
                    stored beside the sheet (missions.review.json), and later imports of the sheet follow it
  --port PORT       of that page (default: 4331; 0 for any free one)
  --report-language LANG  of the report: en, fr or es (default: that of --language or the mapping)
  --contentful      into the Contentful space (CONTENTFUL_MANAGEMENT_TOKEN) instead of a folder
  --dry-run         only say what would be done

  For translations:
  --language LANG   only into this language: en, fr or es
  --mark LIST       take the translations of these entries for up to date: x,y; or all
  --contentful      in the Contentful space (CONTENTFUL_MANAGEMENT_TOKEN) instead of the content folder
  --dry-run         only say what would be done
`;

const options = {
  out: { type: 'string' },
  type: { type: 'string' },
  map: { type: 'string' },
  sheet: { type: 'string' },
  language: { type: 'string' },
  status: { type: 'string' },
  source: { type: 'string' },
  'close-missing': { type: 'boolean' },
  'report-language': { type: 'string' },
  to: { type: 'string' },
  contentful: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  overwrite: { type: 'string' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
  mark: { type: 'string' },
  upload: { type: 'boolean' },
  review: { type: 'boolean' },
  port: { type: 'string' },
} as const;

type Values = {
  readonly [Name in keyof typeof options]?:
    ((typeof options)[Name]['type'] extends 'boolean' ? boolean : string) | undefined;
};

const print = (line: string) => {
  console.log(line);
};

async function loadConfig(reader: CommandName): Promise<Config> {
  const { readCommandConfig } = await import('@/config/config');
  return readCommandConfig(reader);
}

interface Command {
  /** The words that must follow its name: `FILE`. */
  readonly parameters: readonly string[];
  readonly options: readonly (keyof Values)[];
  /** Resolves to the exit code. It loads its modules only then, so that help and a wrong option are answered at once. */
  readonly run: (words: readonly string[], values: Values) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  check: {
    parameters: [],
    options: ['out'],
    run: async (_, { out = 'dist' }) => {
      const { checkContent } = await import('./cms/check-command');
      const { canReadModel, printModelDifferences } = await import('./cms/model-differences');
      const config = await loadConfig('check');
      const code = await checkContent({ config, outDir: out, print });
      const isPresent = !canReadModel(config) || (await printModelDifferences(config, print));
      return isPresent ? code : 1;
    },
  },
  report: {
    parameters: [],
    options: ['out'],
    run: async (_, { out = 'dist' }) => {
      const { writeReport } = await import('./cms/report-command');
      return writeReport({ config: await loadConfig('report'), outDir: out, print });
    },
  },
  import: {
    parameters: ['FILE'],
    options: [
      ...(['type', 'map', 'sheet', 'language', 'status', 'source', 'contentful', 'dry-run'] as const),
      ...(['close-missing', 'report-language', 'review', 'port'] as const),
    ],
    run: async ([file = ''], values) => {
      const { type, map, sheet, language, status, source, contentful } = values;
      const chosen = {
        ...{ file, type, map, sheet, language, status, source, contentful },
        dryRun: values['dry-run'],
        closeMissing: values['close-missing'],
        reportLanguage: values['report-language'],
      };
      const around = { config: await loadConfig(contentful ? 'importToSpace' : 'import'), print };
      if (values.review) {
        const { reviewSheet } = await import('./local/review/review-command');
        return reviewSheet({ ...chosen, port: values.port }, around);
      }
      if (values.port !== undefined) throw new UsageError('--port is for --review.');
      const { importContent } = await import('./cms/import/import-command');
      return importContent(chosen, around);
    },
  },
  setup: {
    parameters: [],
    options: ['yes', 'force'],
    run: async (_, { yes, force }) => {
      const { setUpSpace } = await import('./cms/setup/setup-command');
      return setUpSpace({ yes, force }, { config: await loadConfig('setup'), print });
    },
  },
  push: {
    parameters: [],
    options: ['dry-run', 'overwrite'],
    run: async (_, { 'dry-run': dryRun, overwrite }) => {
      const { pushContent } = await import('./cms/push/push-command');
      return pushContent({ dryRun, overwrite }, { config: await loadConfig('transfer'), print });
    },
  },
  pull: {
    parameters: [],
    options: ['dry-run', 'overwrite'],
    run: async (_, { 'dry-run': dryRun, overwrite }) => {
      const { pullContent } = await import('./cms/pull/pull-command');
      return pullContent({ dryRun, overwrite }, { config: await loadConfig('transfer'), print });
    },
  },
  translations: {
    parameters: [],
    options: ['language', 'mark', 'contentful', 'dry-run'],
    run: async (_, { 'dry-run': dryRun, language, mark, contentful }) => {
      const { reviewTranslations } = await import('./cms/edit/translations-command');
      const config = await loadConfig(contentful ? 'importToSpace' : 'import');
      return reviewTranslations({ language, mark, contentful, dryRun }, { config, print });
    },
  },
  app: {
    parameters: [],
    options: ['out', 'upload'],
    run: async (_, { out = '.local/contentful-app', upload }) => {
      const { makeApp } = await import('./cms/app-command');
      return makeApp(out, { config: upload ? await loadConfig('setup') : undefined, print });
    },
  },
};

function findCommand(name: string | undefined): Command {
  const known = `The commands are: ${Object.keys(commands).join(', ')}.`;
  if (name === undefined) throw new UsageError(`Which command? ${known}`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`There is no command “${name}”. ${known}`);
  return command;
}

await runCommand({ help, options, allowPositionals: true }, ({ positionals: [name, ...words], values }) => {
  const { parameters, options: own, run } = findCommand(name);
  const missing = parameters[words.length];
  if (missing !== undefined)
    throw new UsageError(
      `Give ${missing} after “${name}”: npm run cms -- ${[name, ...parameters].join(' ')}`,
    );
  if (words.length > parameters.length) {
    throw new UsageError(`The command “${name}” takes nothing more, such as “${words[parameters.length]}”.`);
  }
  const foreign = Object.keys(values).find(
    (option) => option !== 'help' && !own.some((known) => known === option),
  );
  if (foreign !== undefined) throw new UsageError(`The command “${name}” has no option --${foreign}.`);
  return run(words, values);
});
