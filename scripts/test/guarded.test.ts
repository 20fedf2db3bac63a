import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';

/**
 * A server that ends for nothing but force, started by a command, which is started by a run; each says its number, the run
 * once the guard knows of the command.
 */
const server =
  "process.on('SIGTERM',()=>{});require('http').createServer().listen(0);console.log(process.pid)";
const command = `require('child_process').spawn(process.execPath,['-e',${JSON.stringify(server)}],{stdio:'inherit'});console.log(process.pid);setInterval(()=>{},1e6)`;
const run = `
import { spawn } from 'node:child_process';
import { guarded } from './scripts/test/guarded.ts';
guarded(spawn(process.execPath, ['-e', ${JSON.stringify(command)}], { detached: true, stdio: 'inherit' }));
console.log(process.pid);
setInterval(() => {}, 1e6);
`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the run. Resolves to it and to what it has started. */
async function startRun() {
  const args = ['--import', 'tsx', '--input-type=module', '-e', run];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const started: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    started.push(Number(line));
    if (started.length === 3) break;
  }
  return { child, started };
}

describe.concurrent('a guarded process', () => {
  it.for(['SIGKILL', 'SIGINT'] as const)(
    'ends with its run, and so does what it started, where the run is ended by %s',
    async (signal, { onTestFinished }) => {
      const { child, started } = await startRun();
      onTestFinished(() => {
        for (const pid of started.filter(isRunning)) process.kill(pid, 'SIGKILL');
      });
      expect(started.filter(isRunning)).toEqual(started);
      child.kill(signal);
      await once(child, 'exit');
      await expect.poll(() => started.filter(isRunning), { timeout: 15_000 }).toEqual([]);
    },
  );
});
