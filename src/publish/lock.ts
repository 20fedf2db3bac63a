import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { OperatorError } from '@/model/operator-error';
import { isAlive } from './workshop';

/** Somebody else publishes to the same place. */
export class LockedError extends OperatorError {
  override readonly name = 'LockedError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/** Those that this process has. */
const held = new Set<string>();

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    held.add(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/**
 * Takes a place for this process by a file with its number; one of a process that is no more counts for nothing. Returns
 * what gives it back. Throws a `LockedError` where another process has it.
 */
export function lock(file: string): () => void {
  if (!take(file)) {
    const holder = holderOf(file);
    // Our own number, and we don't have it: that of a process of another container that is no more.
    const isHeld =
      holder === process.pid ? held.has(file) : Number.isInteger(holder) && holder > 0 && isAlive(holder);
    if (!isHeld) rmSync(file, { force: true });
    if (isHeld || !take(file)) {
      throw new LockedError(
        `Another command publishes to the same place (process ${holder}). Nothing was published.`,
        `Run it again once that has ended. If there is no such process, delete ${file}.`,
      );
    }
  }
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}
