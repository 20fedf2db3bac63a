/**
 * A visitor's device for random sessions and for situations: tabs that live and die, a connection that fails in every way,
 * storage that is full, forbidden or silent, locks that are refused, a clock that jumps. What is tried on it is the real
 * thing: Formspree's client, the form inbox, a database, Web Locks.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createClient } from '@formspree/core';
import { IDBFactory } from 'fake-indexeddb';
import { isLockHeld, type LockRequests } from '@/device/storage/locks';
import { recordsIn } from '@/device/storage/records.client';
import type { RecordList, RecordStore } from '@/device/storage/records';
import type { SiteAnswer } from './dependencies';
import type { FormTarget } from './form-outbox';
import { openSubmitting, type Submitting, type SubmittingDependencies } from './submitting';

/** How the line behaves: the key of a form that misbehaves so (`local/inbox/special-forms.ts`), or none. */
export type SessionConnection = string | undefined;

export type ServiceFault = 'none' | 'full' | 'forbidden' | 'silent';

/** What the browser does when it is asked for a lock. */
export type Locking = 'granted' | 'refused' | 'silent' | 'missing';

/** A moment at which something can happen around: before and after a change in the outbox, a request and its answer. */
export type SessionMoment = 'store' | 'stored' | 'request' | 'answer';

/** A change in the outbox, as it was made. */
export interface PageChange {
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

const running = new AsyncLocalStorage<{ alive: boolean }>();
const never = () => new Promise<never>(() => {});

/** The browser's `fetch`, which knows whose request it carries; put in the place of the global one once. */
export function sessionFetch(original: typeof fetch, deviceOf: (url: string) => Device): typeof fetch {
  return async (input, init) => {
    const tab = running.getStore();
    const url = String(input as string);
    const device = deviceOf(url);
    await device.reach('request');
    const line = device.lineTo(url);
    const target = line === undefined ? url : url.replace(/\/f\/.*$/, `/f/${line}`);
    try {
      if (!device.online) throw new TypeError('Failed to fetch');
      const response = await original(target, init);
      void device.reach('answer');
      return tab?.alive === false ? await never() : response;
    } catch (error) {
      void device.reach('answer');
      if (tab?.alive === false) return never();
      throw error;
    }
  };
}

export interface SessionTab {
  readonly submitting: Submitting;
  /** What sends from this tab. */
  readonly dependencies: SubmittingDependencies;
  answers: Record<string, string>;
  /** When what was written before is back. */
  ready: Promise<void>;
  /** Runs something in the tab; what is still under way when it dies never ends. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  readonly kill: () => void;
}

/** A browser that never answers when it is asked to open a database. */
const silentFactory = { open: () => ({}) } as unknown as IDBFactory;

export class Device {
  online = true;
  /** What the browser says of the connection, where that is wrong. */
  saysOnline: boolean | undefined;
  line: SessionConnection;
  /** How forms behave by their keys, where one is unlike the others. */
  lines: Readonly<Record<string, SessionConnection>> = {};
  fault: ServiceFault = 'none';
  locking: Locking = 'granted';
  /** ms before or after the real instant. */
  clock = 0;
  /** How long (ms) tabs that are opened from now on wait for an answer. */
  timeoutMs = 40;
  /** Whether tabs that are opened from now on know that others use the device too. */
  isShared = false;
  /** What the site says of the page; undefined where it isn't asked. */
  site: SiteAnswer | undefined;
  tabs: SessionTab[] = [];
  /** By draft: what the visitor was told is kept. */
  readonly toldKept = new Map<string, { readonly text: string; readonly savedAt: number }>();
  readonly records: RecordStore;
  /** Told each change in the outbox, in their order. */
  onChange: (change: PageChange) => void = () => {};
  readonly factory = new IDBFactory();
  private readonly moments = new Map<SessionMoment, (() => unknown)[]>();
  private ids = 0;

  constructor(
    readonly name: string,
    private readonly target: FormTarget,
  ) {
    this.records = recordsIn(() => this.factory);
  }

  now(): number {
    return Date.now() + this.clock;
  }

  newId(): string {
    return `${this.name}-${this.ids++}`;
  }

  lineTo(url: string): SessionConnection {
    return this.lines[url.replace(/^.*\/f\//, '')] ?? this.line;
  }

  /** Does something when a moment next comes, before anything else happens. A request waits until it is done. */
  once(moment: SessionMoment, work: () => unknown): void {
    this.moments.set(moment, [...(this.moments.get(moment) ?? []), work]);
  }

  /** Resolves when a moment next comes. */
  next(moment: SessionMoment): Promise<void> {
    return new Promise((resolve) => this.once(moment, resolve));
  }

  async reach(moment: SessionMoment): Promise<void> {
    const work = this.moments.get(moment) ?? [];
    this.moments.delete(moment);
    for (const done of work.map((each) => each())) await done;
  }

  /** The factory as a tab meets it. */
  browserFactory(): IDBFactory {
    if (this.fault === 'forbidden') throw new DOMException('', 'SecurityError');
    return this.fault === 'silent' ? silentFactory : this.factory;
  }

  /** The records as a tab that lives has them. */
  private recordsOf(alive: <T>(work: () => Promise<T>) => Promise<T>): RecordStore {
    const own = recordsIn(() => this.browserFactory());
    const failing = () => {
      if (this.fault === 'forbidden') throw new DOMException('', 'SecurityError');
    };
    const change = async (list: RecordList, id: string, next: Parameters<RecordStore['change']>[2]) => {
      failing();
      if (list !== 'outbox') return own.change(list, id, next);
      const changes: PageChange[] = [];
      await own.change(list, id, (before) => {
        const after = next(before);
        changes.push({ id, before, after });
        return after;
      });
      for (const one of changes) this.onChange(one);
    };
    return {
      all: (list) =>
        alive(async () => {
          failing();
          return own.all(list);
        }),
      change: (list, id, next) =>
        alive(async () => {
          if (list === 'outbox') void this.reach('store');
          await alive(async () => {
            if (this.fault === 'full' && next(undefined) !== undefined)
              throw new DOMException('', 'QuotaExceededError');
            await change(list, id, next);
          });
          if (list === 'outbox') void this.reach('stored');
        }),
    };
  }

  open(): SessionTab {
    const life = { alive: true };
    let die = () => {};
    const death = new Promise<void>((resolve) => {
      die = () => {
        life.alive = false;
        resolve();
      };
    });
    /** Nothing that a dead tab still wants happens, and it learns nothing any more. */
    const alive = async <T>(work: () => Promise<T>): Promise<T> => {
      if (!life.alive) return never();
      try {
        const result = await work();
        return life.alive ? result : await never();
      } catch (error) {
        if (life.alive) throw error;
        return never();
      }
    };
    const locks = {
      request: async (name: string, ...rest: unknown[]) => {
        if (this.locking === 'silent') return never();
        if (this.locking === 'refused') throw new DOMException('The request was denied.', 'SecurityError');
        const callback = rest.pop() as (lock: Lock | null) => Promise<unknown>;
        const options = (rest[0] ?? {}) as LockOptions;
        return alive(() =>
          navigator.locks.request(`${this.name} ${name}`, options, (lock) =>
            life.alive ? Promise.race([callback(lock), death]) : undefined,
          ),
        );
      },
    } as LockRequests;
    const run = <T>(work: () => Promise<T>) =>
      running.run(life, () => Promise.race([work(), death as never]));
    const dependencies: SubmittingDependencies = {
      records: this.recordsOf(alive),
      isShared: this.isShared,
      locks: this.locking === 'missing' ? undefined : locks,
      isHeld: (name) =>
        this.locking === 'granted'
          ? isLockHeld(navigator.locks, `${this.name} ${name}`)
          : Promise.resolve(true),
      ...(this.site && { askSite: () => Promise.resolve(this.site ?? { isOpen: true }) }),
      client: createClient(),
      now: () => this.now(),
      online: () => this.saysOnline ?? this.online,
      timeoutMs: this.timeoutMs,
      patienceMs: 4,
      newId: () => this.newId(),
      changed: () => {},
      draftChanged: () => {
        const draft = life.alive && submitting.drafts.state() === 'kept' && submitting.drafts.draft();
        if (draft)
          this.toldKept.set(draft.id, {
            text: draft.answers['motivation'] ?? '',
            savedAt: Date.parse(draft.savedAt),
          });
      },
    };
    const submitting: Submitting = openSubmitting(this.target, dependencies);
    const tab: SessionTab = {
      submitting,
      dependencies,
      answers: {},
      ready: Promise.resolve(),
      run,
      kill: die,
    };
    this.tabs.push(tab);
    return tab;
  }

  close(tab: SessionTab): void {
    tab.kill();
    this.tabs = this.tabs.filter((other) => other !== tab);
  }
}
