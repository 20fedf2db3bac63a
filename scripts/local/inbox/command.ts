/** The command `npm run local:inbox`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeFailure, failureExitCode } from '@/publish/failure';
import { readCommandLine, readPort, UsageError } from '@/terminal/command-line';
import type { Listening } from '../listen';
import { exportCsv } from './export-csv';
import { startInbox } from './inbox';
import { specialForms } from './special-forms';
import { openStore } from './store';

/** Where the inbox listens unless told otherwise; `FORMS=local` sends there. */
export const defaultPort = 4322;

/** Where it keeps what comes in, from the folder in which it is started. */
export const defaultFile = '.local/inbox.jsonl';

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

/** What became of the command: a running inbox, or the code to exit with. */
export type InboxCommandResult = { readonly inbox: Listening } | { readonly exitCode: number };

/** Starts the inbox that the arguments describe, and says where it is. */
export async function runInbox(
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

interface Exporting {
  readonly file: string;
  readonly export?: string | undefined;
  readonly to?: string | undefined;
}

/** Writes what is kept as a table. Resolves to the code to exit with. */
async function exportTo(
  { file, export: format, to }: Exporting,
  print: (line: string) => void,
): Promise<number> {
  if (format !== 'csv') throw new UsageError(`--export is “${format ?? ''}”. Give csv.`);
  const { submissions, unreadable } = await openStore(file).read();
  const { dir, name } = path.parse(file);
  const target = to ?? path.join(dir, `${name}.csv`);
  if (submissions.length === 0) {
    print(`Nothing is kept in ${file}, so nothing was written.`);
    return 1;
  }
  await writeFile(target, exportCsv(submissions));
  print(`Wrote ${target}. It holds personal data: delete it when you have done with it.`);
  if (unreadable > 0) print(`${unreadable} lines of ${file} are no submissions and were left out.`);
  return 0;
}
