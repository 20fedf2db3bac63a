/** The command `npm run local:inbox`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { readCommandLine, readPort, UsageError } from '@/terminal/command-line';
import type { LocalServer } from '../listen';
import { exportCsv } from './export-csv';
import { startInbox } from './inbox';
import { specialForms } from './special-forms';
import { openStore } from './store';

/** The default port of the inbox, to which `FORMS=local` sends. */
const defaultPort = 4322;

/** The default file for submissions, relative to the current folder. */
const defaultFile = '.local/inbox.jsonl';

const help = `Takes forms as Formspree does, on this machine only, and keeps them in a file.

  npm run local:inbox -- [--port N] [--file F]
  npm run local:inbox -- --export csv [--file F] [--to F]

  --port N  port on 127.0.0.1 (default ${defaultPort}; 0 takes a free one)
  --file F  where submissions are kept, one JSON object a line (default ${defaultFile})
  --export csv  write what is kept as a table instead, one row a submission, for spreadsheets
  --to F    where to write it (default: beside the file, ending in .csv)

Any form key is taken. These misbehave on purpose:
${Object.entries(specialForms)
  .map(([key, { description }]) => `  ${key.padEnd(18)} ${description}`)
  .join('\n')}
  ${'slow-3000'.padEnd(18)} kept, answered after 3000 ms
`;

/** The result of the command: a running inbox, or the exit code. */
type InboxCommandResult = { readonly inbox: LocalServer } | { readonly exitCode: number };

/** Runs the command: starts the inbox and prints its address, or exports its submissions. */
export async function runInboxCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<InboxCommandResult> {
  try {
    const { values } = readCommandLine(args, {
      port: { type: 'string', default: String(defaultPort) },
      file: { type: 'string', default: defaultFile },
      export: { type: 'string' },
      to: { type: 'string' },
    });
    if (values.help) {
      print(help);
      return { exitCode: 0 };
    }
    if (values.export !== undefined) return { exitCode: await exportTo(values, print) };
    const inbox = await startInbox({ port: readPort(values.port, 'port'), file: values.file });
    print(`Inbox on ${inbox.url}: open it to read what came in. It is kept in ${values.file}.`);
    return { inbox };
  } catch (error) {
    print(describeFailure(error));
    return { exitCode: failureExitCode(error) };
  }
}

interface ExportOptions {
  readonly file: string;
  readonly export?: string | undefined;
  readonly to?: string | undefined;
}

/** Writes the submissions as a table. Resolves to the exit code. */
async function exportTo(
  { file, export: format, to }: ExportOptions,
  print: (line: string) => void,
): Promise<number> {
  if (format !== 'csv') throw new UsageError(`--export is “${format ?? ''}”. Give csv.`);
  const { submissions, unreadable } = await openStore(file).read();
  const { dir, name } = path.parse(file);
  const target = to ?? path.join(dir, `${name}.csv`);
  if (submissions.length === 0) {
    print(`There is nothing in ${file}, so nothing was written.`);
    return 1;
  }
  await writeFile(target, exportCsv(submissions));
  print(`Wrote ${target}. It holds personal data: delete it when you no longer need it.`);
  if (unreadable > 0) print(`${unreadable} lines of ${file} aren’t submissions and were left out.`);
  return 0;
}
