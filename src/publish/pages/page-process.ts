/** Renders pages in a process of its own, as the build asks. */
import { SecretValue } from '@/config/secret-value';
import { OperatorError } from '@/model/operator-error';
import { formatRecords } from './page-record';
import { PageRenderer } from './page-renderer';

/** A message of the build. */
export type PageTask =
  | {
      readonly task: 'open';
      /** The secrets that no page may have. */
      readonly secrets: readonly { readonly variable: string; readonly value: string }[];
      /** The hashes of the views of pages that needn't be rendered, by file. */
      readonly known: Readonly<Record<string, string>>;
    }
  | {
      readonly task: 'render';
      /** The numbers of the first path and of the one after the last. */
      readonly from: number;
      readonly to: number;
    };

/** A message to the build. */
export type PageAnswer =
  | {
      readonly answer: 'opened';
      /** The number of paths. */
      readonly paths: number;
    }
  | {
      readonly answer: 'rendered';
      /** The records of pages that were rendered, as `formatRecords` writes them. */
      readonly records: string;
      /** The files of pages whose view is the known one. */
      readonly unchanged: readonly string[];
    }
  | {
      /** A page must not be published. */
      readonly answer: 'refused';
      readonly message: string;
      readonly hint: string;
    };

const [modules = '', site = '', outDir = '', siteUrl = ''] = process.argv.slice(2);

const answer = (message: PageAnswer) => process.send?.(message);

const openRenderer = PageRenderer.load({ bundle: { modules, site }, outDir, siteUrl });
let renderer: PageRenderer | undefined;

async function perform(task: PageTask): Promise<void> {
  if (task.task === 'open') {
    const secrets = task.secrets.map(({ variable, value }) => ({ variable, value: new SecretValue(value) }));
    const known = new Map(Object.entries(task.known));
    renderer = await openRenderer({ secrets, known });
    answer({ answer: 'opened', paths: renderer.pages.length });
    return;
  }
  if (!renderer) throw new Error('The site is not open yet.');
  const { records, unchanged } = await renderer.render(task.from, task.to);
  answer({ answer: 'rendered', records: formatRecords(records), unchanged });
}

// It ends with the build, even where that is ended by force: it must not write into the folder of the next one.
process.on('disconnect', () => process.exit());

let tasks = Promise.resolve();

async function performAfterOthers(task: PageTask): Promise<void> {
  await tasks;
  await perform(task);
}

process.on('message', (task: PageTask) => {
  tasks = performAfterOthers(task).catch((error: unknown) => {
    if (error instanceof OperatorError) {
      answer({ answer: 'refused', message: error.message, hint: error.hint ?? '' });
      return;
    }
    // The build reads the cause from the output.
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
});
