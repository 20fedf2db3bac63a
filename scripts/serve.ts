/** What `npm start` and `npm run dev` have in common: their ports, and how they stop. */
import type { RunningSite, StartOptions } from './local/start';
import { readPort, UsageError } from '@/terminal/command-line';
import { waitForInterrupt } from '@/terminal/interrupt';

export const portOptions = {
  port: { type: 'string', default: '4321' },
  'inbox-port': { type: 'string', default: '4322' },
} as const;

/** Where both keep what comes in. */
const inboxFile = '.local/inbox.jsonl';

/** Starts, serves until Ctrl+C or SIGTERM, and stops. Returns the exit code. Throws a `UsageError` for a wrong port. */
export async function serve(
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
