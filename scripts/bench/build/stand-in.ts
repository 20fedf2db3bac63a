/** Starts the Contentful stand-in as a separate process, so that its memory doesn't count as the build's. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { OperatorError } from '@/model/operator-error';
import { findScriptProgram } from '../script-program';

/** The stand-in didn't start. The message contains what it printed. */
class StandInError extends OperatorError {
  override readonly name = 'StandInError';
}

interface StandInProcess {
  /** Variables with which a build reads from it. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Serves a content folder. Rejects with a `StandInError` if the process ends before it listens. */
export async function startStandInProcess(
  content: string,
  env: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
): Promise<StandInProcess> {
  const { file, args } = findScriptProgram('scripts/local-contentful.ts', [
    '--port',
    '0',
    '--content',
    content,
  ]);
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said: string[] = [];
  const host = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      reject(new StandInError(`The Contentful stand-in didn’t start. It said:\n${said.join('\n')}`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const listening = /^Contentful stand-in on http:\/\/(127\.0\.0\.1:\d+):/.exec(line)?.[1];
      if (listening === undefined) return;
      print(line);
      resolve(listening);
    });
  });
  return {
    env: {
      CONTENT_SOURCE: 'contentful',
      CONTENTFUL_HOST: host,
      CONTENTFUL_SPACE_ID: 'local',
      CONTENTFUL_DELIVERY_TOKEN: 'local',
    },
    close: () => {
      child.kill('SIGTERM');
      return closed;
    },
  };
}
