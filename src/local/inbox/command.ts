/** The command `npm run local:inbox`. */
import { describeFailure, exitCodeOf } from '@/publish/failure';
import { readCommandLine, readPort } from '@/terminal/command-line';
import type { Listening } from '../listen';
import { startInbox } from './inbox';
import { specialForms } from './special-forms';

/** Where the inbox listens unless told otherwise; `FORMS=local` sends there. */
export const defaultPort = 4322;

/** Where it keeps what comes in, from the folder in which it is started. */
export const defaultFile = '.local/inbox.jsonl';

const help = `Takes forms as Formspree does, on this machine only, and keeps them in a file.

  npm run local:inbox -- [--port N] [--file F]

  --port N  port on 127.0.0.1 (default ${defaultPort}; 0 takes a free one)
  --file F  where submissions are kept, one JSON object a line (default ${defaultFile})

Any form key is taken. These misbehave on purpose:
${Object.entries(specialForms)
  .map(([key, { description }]) => `  ${key.padEnd(18)} ${description}`)
  .join('\n')}
  ${'slow-3000'.padEnd(18)} kept, answered after 3000 ms
`;

/** What became of the command: a running inbox, or the code to exit with. */
export type Outcome = { readonly inbox: Listening } | { readonly exitCode: number };

/** Starts the inbox that the arguments describe, and says where it is. */
export async function runInbox(args: readonly string[], print: (line: string) => void): Promise<Outcome> {
  try {
    const { values } = readCommandLine(args, {
      port: { type: 'string', default: String(defaultPort) },
      file: { type: 'string', default: defaultFile },
    });
    if (values.help) {
      print(help);
      return { exitCode: 0 };
    }
    const inbox = await startInbox({ port: readPort(values.port, 'port'), file: values.file });
    print(`Inbox on ${inbox.url}: open it to read what came in. It is kept in ${values.file}.`);
    return { inbox };
  } catch (error) {
    print(describeFailure(error));
    return { exitCode: exitCodeOf(error) };
  }
}
