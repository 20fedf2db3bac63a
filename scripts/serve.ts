/** Reads the ports for `npm start` and `npm run dev`, and runs their servers until Ctrl+C. */
import type { RunningSite, StartOptions } from './local/start';
import { readPort, UsageError } from '@/terminal/command-line';
import { waitForInterrupt } from '@/terminal/interrupt';

export const portOptions = {
  port: { type: 'string', default: '4321' },
  'inbox-port': { type: 'string', default: '4322' },
} as const;

/** The file in which both store received forms. */
const inboxFile = '.local/inbox.jsonl';

/** Serves until Ctrl+C or SIGTERM. Resolves to the exit code. Rejects with a `UsageError` for a wrong port. */
export async function serveUntilInterrupted(
  values: Readonly<Record<keyof typeof portOptions, string>>,
  startServers: (options: Omit<StartOptions, 'config'>) => Promise<RunningSite>,
): Promise<number> {
  const port = readPort(values.port, 'port');
  const inboxPort = readPort(values['inbox-port'], 'inbox-port');
  if (port === inboxPort && port !== 0) {
    throw new UsageError(`--port and --inbox-port are both ${port}. Give two different ones.`);
  }
  const print = (line: string) => console.log(line);
  const running = await startServers({ port, inboxPort, inboxFile, print });
  await waitForInterrupt();
  await running.close();
  return 0;
}
