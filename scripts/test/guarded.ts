/** Processes and folders that don't outlive the process that started them, even where that is ended by force. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';

let input: Socket | undefined;

/** Tells the guard of this process, which the first that has something to tell starts. Neither keeps this process going. */
function tell(line: string): void {
  if (!input) {
    const guard = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url))], {
      // Ctrl+C in a terminal is for all processes of a group, and the guard has work to do after that.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    guard.unref();
    input = guard.stdin as Socket;
    input.unref();
  }
  input.write(`${line}\n`);
}

/**
 * Has a process, which was just started as `detached` and so leads a group, end with this one; and with it all that it
 * started in its group. Returns it.
 */
export function guarded<Child extends ChildProcess>(child: Child): Child {
  const { pid } = child;
  if (pid !== undefined) {
    tell(`+${pid}`);
    child.on('exit', () => tell(`-${pid}`));
  }
  return child;
}

/** Has a folder, by its absolute path, removed when this process has ended. */
export const removeAfterwards = (folder: string): void => tell(folder);
