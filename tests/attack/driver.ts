/** Processes of these tests that are killed: each runs one file, bundled so that it starts in a tenth of the time. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

/** Bundles `<name>.ts` of this folder into one file. */
export async function bundleDriver(name: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: path.resolve('tsconfig.json'),
    // Only a whole build needs it, and it is never loaded here.
    external: ['./build'],
    logLevel: 'silent',
  });
}

export interface Driver {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** Resolves when it has printed a line. */
  readonly printed: (line: RegExp) => Promise<string>;
  readonly ended: Promise<unknown>;
  readonly kill: () => Promise<void>;
}

export function startDriver(file: string, args: readonly string[], cwd: string): Driver {
  const child = spawn(process.execPath, [file, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const ended = once(child, 'close');
  return {
    process: child,
    lines,
    printed: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = lines.find((line) => wanted.test(line));
          if (found !== undefined) resolve(found);
        };
        reader.on('line', look);
        look();
      }),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
