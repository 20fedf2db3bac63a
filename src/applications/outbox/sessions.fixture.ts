/**
 * A visitor's device for random sessions: tabs that live and die, a line that fails in every way, storage that is full
 * or forbidden, a clock that jumps. What is tried on it is the real thing: Formspree's client, the form inbox, a
 * database, Web Locks.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { closeSync, openSync, readSync } from 'node:fs';
import { createClient } from '@formspree/core';
import { IDBFactory } from 'fake-indexeddb';
import { recordsIn } from '@/device/storage/records.client';
import type { Records } from '@/device/storage/records';
import type { Target } from './form-outbox';
import { openSubmitting, type Submitting } from './submitting';

/** One row of the inbox, as far as sessions look at it. */
export interface Row {
  readonly submission_id: string;
  readonly follow_up_to?: string;
  readonly name: string;
  readonly motivation: string;
  /** SHA-256 of the file that came with it. */
  readonly file: string | undefined;
}

/** Reads the inbox's file: what is there is on the disk. */
export function rowsOf(file: string): () => readonly Row[] {
  const rows: Row[] = [];
  const buffer = Buffer.alloc(1 << 16);
  let at = 0;
  let rest = '';
  return () => {
    let handle;
    try {
      handle = openSync(file, 'r');
    } catch {
      return rows;
    }
    for (let size = 1; size > 0; at += size) {
      size = readSync(handle, buffer, 0, buffer.length, at);
      rest += buffer.toString('utf8', 0, size);
    }
    closeSync(handle);
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { fields, files } = JSON.parse(line) as { fields: Row; files?: { sha256: string }[] };
      rows.push({ ...fields, file: files?.[0]?.sha256 });
    }
    return rows;
  };
}

/** How the line behaves: the key of a form that misbehaves so (`local/inbox/special-forms.ts`), or none. */
export type Line = string | undefined;

export type Fault = 'none' | 'full' | 'forbidden';

const running = new AsyncLocalStorage<{ alive: boolean }>();
const never = () => new Promise<never>(() => {});

/** The browser's `fetch`, which knows whose request it carries; put in the place of the global one once. */
export function sessionFetch(original: typeof fetch, deviceOf: (url: string) => Device): typeof fetch {
  return async (input, init) => {
    const tab = running.getStore();
    const url = String(input as string);
    const device = deviceOf(url);
    if (!device.online) throw new TypeError('Failed to fetch');
    const target = device.line === undefined ? url : url.replace(/\/f\/.*$/, `/f/${device.line}`);
    try {
      const response = await original(target, init);
      return tab?.alive === false ? await never() : response;
    } catch (error) {
      if (tab?.alive === false) return never();
      throw error;
    }
  };
}

export interface Tab {
  readonly submitting: Submitting;
  answers: Record<string, string>;
  /** When what was written before is back. */
  ready: Promise<void>;
  /** Runs something in the tab; what is still under way when it dies never ends. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  readonly kill: () => void;
}

export class Device {
  online = true;
  line: Line;
  fault: Fault = 'none';
  /** ms before or after the real instant. */
  clock = 0;
  /** How long (ms) tabs that are opened from now on wait for an answer. */
  timeoutMs = 40;
  tabs: Tab[] = [];
  /** By draft: what the visitor was told is kept. */
  readonly toldKept = new Map<string, { readonly text: string; readonly savedAt: number }>();
  readonly records: Records;
  private readonly factory = new IDBFactory();
  private ids = 0;

  constructor(
    readonly name: string,
    private readonly target: Target,
  ) {
    this.records = recordsIn(() => this.factory);
  }

  now(): number {
    return Date.now() + this.clock;
  }

  open(): Tab {
    const life = { alive: true };
    let die = () => {};
    const death = new Promise<void>((resolve) => {
      die = () => {
        life.alive = false;
        resolve();
      };
    });
    const own = recordsIn(() => this.factory);
    /** Nothing that a dead tab still wants happens, and it learns nothing any more. */
    const alive = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!life.alive) return never();
      const result = await work();
      return life.alive ? result : never();
    };
    const failing = () => {
      if (this.fault === 'forbidden') throw new DOMException('', 'SecurityError');
    };
    const records: Records = {
      all: (list) =>
        alive(async () => {
          failing();
          return own.all(list);
        }),
      change: (list, id, change) =>
        alive(async () => {
          failing();
          if (this.fault === 'full' && change(undefined) !== undefined)
            throw new DOMException('', 'QuotaExceededError');
          return own.change(list, id, change);
        }),
    };
    const locks = {
      request: async (name: string, ...rest: unknown[]) => {
        const callback = rest.pop() as (lock: Lock | null) => Promise<unknown>;
        const options = (rest[0] ?? {}) as LockOptions;
        return alive(() =>
          navigator.locks.request(`${this.name} ${name}`, options, (lock) =>
            life.alive ? Promise.race([callback(lock), death]) : undefined,
          ),
        );
      },
    } as Pick<LockManager, 'request'>;
    const run = <T>(work: () => Promise<T>) =>
      running.run(life, () => Promise.race([work(), death as never]));
    const submitting: Submitting = openSubmitting(this.target, {
      records,
      isShared: false,
      locks,
      client: createClient(),
      now: () => this.now(),
      online: () => this.online,
      timeoutMs: this.timeoutMs,
      patienceMs: 4,
      newId: () => `${this.name}-${this.ids++}`,
      changed: () => {},
      draftChanged: () => {
        const draft = life.alive && submitting.drafts.state() === 'kept' && submitting.drafts.draft();
        if (draft)
          this.toldKept.set(draft.id, {
            text: draft.answers['motivation'] ?? '',
            savedAt: Date.parse(draft.savedAt),
          });
      },
    });
    const tab: Tab = { submitting, answers: {}, ready: Promise.resolve(), run, kill: die };
    this.tabs.push(tab);
    return tab;
  }

  close(tab: Tab): void {
    tab.kill();
    this.tabs = this.tabs.filter((other) => other !== tab);
  }
}
