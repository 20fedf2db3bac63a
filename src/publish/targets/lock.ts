/** Locks, so that one process at a time publishes to a place. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { OperatorError } from '@/model/operator-error';

/** Another process publishes to the same place. */
export class LockedError extends OperatorError {
  override readonly name = 'LockedError';
}

/** A result code of SQLite, the lowest byte of those of an error: https://www.sqlite.org/rescode.html */
const busy = 5;

function explainLockFailure(file: string, error: Error & { readonly errcode?: number }): unknown {
  const { errcode, message } = error;
  if (errcode === undefined) return error;
  if ((errcode & 0xff) === busy) {
    return new LockedError(
      'Another command publishes to the same place. Nothing was published.',
      `Run it again once that has ended. To find the process: lsof ${file}`,
    );
  }
  return new OperatorError(
    `${file} can’t be locked (${message}). Nothing was published.`,
    'Give this user permission to write there, and use a disk that supports file locks: some network disks don’t.',
  );
}

/** The locks of this process. A database that nothing refers to is closed at any time, and its lock freed. */
const held = new Set<DatabaseSync>();

/**
 * Locks a file, which is created if it doesn't exist and stays empty. The system holds the lock (fcntl, through
 * SQLite) and frees it when this process ends, however it ends. Returns the function that frees it. Throws a
 * `LockedError` if another process has it.
 *
 * The file must not be deleted, since another process would then lock a new one, nor opened by this process in any
 * other way: closing it would free the lock (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
export function lockFile(file: string): () => void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    // One process can have this lock at a time, and the others get an error at once
    // (https://www.sqlite.org/lockingv3.html).
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    database?.close();
    throw explainLockFailure(file, error as Error);
  }
  const lock = database;
  held.add(lock);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

/** Pause (ms) between two attempts. */
const pause = 250;

/**
 * Runs `work` while no other process has the lock of a file, whose folder is created if missing. Where one has it, waits if
 * `onWait` is given, which is called once; rejects with a `LockedError` otherwise.
 */
export async function withLock<T>(file: string, work: () => Promise<T> | T, onWait?: () => void): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  let unlock: (() => void) | undefined;
  for (let attempt = 0; unlock === undefined; attempt++) {
    try {
      unlock = lockFile(file);
    } catch (error) {
      if (!onWait || !(error instanceof LockedError)) throw error;
      if (attempt === 0) onWait();
      await setTimeout(pause);
    }
  }
  try {
    return await work();
  } finally {
    unlock();
  }
}
