/**
 * Runs beside a command that starts others, each in a process group of its own, and is told of them: a line `+GROUP` when
 * one begins, `-GROUP` when it has ended, and `/FOLDER` for what to remove. When its input ends, the command is gone, even
 * where it was ended by force. What is left of the groups is told to end then, and soon ended by force: no server stays
 * behind, and no folder.
 */
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** How long (ms) the groups have to put things in order. */
const patience = 2000;

const groups = new Set();
const folders = [];

const signal = (name) => {
  for (const group of groups) {
    try {
      process.kill(-group, name);
    } catch {
      groups.delete(group);
    }
  }
};

const removeFolders = () => {
  for (const folder of folders) {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
};

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line.startsWith('/')) folders.push(line);
    else if (line.startsWith('+')) groups.add(Number(line.slice(1)));
    else groups.delete(Number(line.slice(1)));
  })
  .on('close', () => {
    signal('SIGTERM');
    if (groups.size === 0) removeFolders();
    else
      setTimeout(() => {
        signal('SIGKILL');
        removeFolders();
      }, patience);
  });
