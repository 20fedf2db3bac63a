/**
 * Runs beside a command that starts others, each in a process group of its own, and is told of them: a line `+GROUP` when
 * one begins, `-GROUP` when it has ended. When its input ends, the command is gone, even where it was ended by force. What
 * is left of the groups is told to end then, and soon ended by force: no server stays behind.
 */
import { createInterface } from 'node:readline';

/** How long (ms) the groups have to put things in order. */
const patience = 2000;

const groups = new Set();

const signal = (name) => {
  for (const group of groups) {
    try {
      process.kill(-group, name);
    } catch {
      groups.delete(group);
    }
  }
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const group = Number(line.slice(1));
    if (line.startsWith('+')) groups.add(group);
    else groups.delete(group);
  })
  .on('close', () => {
    signal('SIGTERM');
    if (groups.size > 0) setTimeout(() => signal('SIGKILL'), patience);
  });
