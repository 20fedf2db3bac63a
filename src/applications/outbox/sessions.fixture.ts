/**
 * A visitor's device for random sessions and for situations: tabs that open and close, a connection that fails in every
 * way, storage that is full, forbidden or silent, refused locks, a clock that jumps. The code under test is real:
 * the form inbox, a database, Web Locks.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { IDBFactory } from 'fake-indexeddb';
import { isLockHeld, type LockRequests } from '@/device/storage/application/locks';
import { createRecordStore } from '@/device/storage/records.client';
import { openPageRecords } from '@/device/storage/application/page-records';
import type { RecordStore } from '@/device/storage/records';
import { formService } from '../transport/form-service';
import type { SiteFormStatus } from './outbox-dependencies';
import {
  openFormSubmissions,
  type FormSubmissions,
  type FormSubmissionsDependencies,
  type FormTarget,
} from './form-submissions';
import { submitDue } from './submit/queue';

/** The fault of the connection: the key of a form with that fault (`local/inbox/special-forms.ts`), or none. */
export type SessionConnection = string | undefined;

export type ServiceFault = 'none' | 'full' | 'forbidden' | 'silent';

/** The browser's reaction to a request for a lock. */
export type Locking = 'granted' | 'refused' | 'silent' | 'missing';

/** A moment that tests can wait for: before and after a change in the outbox, a request and its answer. */
export type SessionMoment = 'store' | 'stored' | 'request' | 'answer';

const running = new AsyncLocalStorage<{ alive: boolean }>();
const never = () => new Promise<never>(() => {});

/** A `fetch` that knows which tab makes a request; it replaces the global one once. */
export function sessionFetch(original: typeof fetch, deviceOf: (url: string) => SessionDevice): typeof fetch {
  return async (input, init) => {
    const tab = running.getStore();
    const url = String(input as string);
    const device = deviceOf(url);
    await device.reach('request');
    const connection = device.connectionTo(url);
    const target = connection === undefined ? url : url.replace(/\/f\/.*$/, `/f/${connection}`);
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
  readonly submitting: FormSubmissions;
  /** The dependencies of this tab. */
  readonly dependencies: FormSubmissionsDependencies;
  answers: Record<string, string>;
  /** Resolves when the earlier draft is restored. */
  ready: Promise<void>;
  /** Runs something in the tab; work in progress never ends once the tab is closed. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** The device, as pages without a form use it. */
  readonly device: RecordStore;
  /** Sends what is due, as every page does; with `evenEarly` all that waits. */
  readonly flush: (evenEarly?: boolean) => Promise<void>;
  readonly kill: () => void;
}

/** A browser that never answers a request to open a database. */
const silentFactory = { open: () => ({}) } as unknown as IDBFactory;

export class SessionDevice {
  online = true;
  /** The browser's report of the connection, where that is wrong. */
  saysOnline: boolean | undefined;
  line: SessionConnection;
  /** The faults of forms by their keys, where one is unlike the others. */
  connectionsByForm: Readonly<Record<string, SessionConnection>> = {};
  fault: ServiceFault = 'none';
  locking: Locking = 'granted';
  /** Milliseconds before or after the real instant. */
  clock = 0;
  /** Time limit (ms) for an answer in tabs that are opened from now on. */
  timeoutMs = 40;
  /** True if tabs that are opened from now on know that the device is shared. */
  isShared = false;
  /** The site's status of the form; undefined if it isn't checked. */
  site: SiteFormStatus | undefined;
  tabs: SessionTab[] = [];
  /** The text that the visitor was shown as saved, by draft. */
  readonly shownAsSaved = new Map<string, { readonly text: string; readonly savedAt: number }>();
  readonly records: RecordStore;
  readonly factory = new IDBFactory();
  private readonly moments = new Map<SessionMoment, (() => unknown)[]>();
  private ids = 0;

  constructor(
    readonly name: string,
    private readonly target: FormTarget,
  ) {
    this.records = createRecordStore(() => this.factory);
  }

  now(): number {
    return Date.now() + this.clock;
  }

  newId(): string {
    return `${this.name}-${this.ids++}`;
  }

  connectionTo(url: string): SessionConnection {
    return this.connectionsByForm[url.replace(/^.*\/f\//, '')] ?? this.line;
  }

  /** Runs something at the next such moment, before anything else happens. A request waits until it is done. */
  once(moment: SessionMoment, work: () => unknown): void {
    this.moments.set(moment, [...(this.moments.get(moment) ?? []), work]);
  }

  /** Resolves at the next such moment. */
  next(moment: SessionMoment): Promise<void> {
    return new Promise((resolve) => this.once(moment, resolve));
  }

  async reach(moment: SessionMoment): Promise<void> {
    const work = this.moments.get(moment) ?? [];
    this.moments.delete(moment);
    for (const done of work.map((each) => each())) await done;
  }

  /** The database factory as a tab sees it. */
  browserFactory(): IDBFactory {
    if (this.fault === 'forbidden') throw new DOMException('', 'SecurityError');
    return this.fault === 'silent' ? silentFactory : this.factory;
  }

  /** The records as an open tab sees them. */
  private recordsOf(alive: <T>(work: () => Promise<T>) => Promise<T>): RecordStore {
    const own = createRecordStore(() => this.browserFactory());
    const failing = () => {
      if (this.fault === 'forbidden') throw new DOMException('', 'SecurityError');
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
            failing();
            await own.change(list, id, next);
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
    /** A closed tab does nothing more, and receives no more results. */
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
    const own = this.recordsOf(alive);
    const dependencies: FormSubmissionsDependencies = {
      records: openPageRecords(own),
      isShared: this.isShared,
      locks: this.locking === 'missing' ? undefined : locks,
      isHeld: (name) =>
        this.locking === 'granted'
          ? isLockHeld(navigator.locks, `${this.name} ${name}`)
          : Promise.resolve(true),
      ...(this.site && { checkSiteForm: () => Promise.resolve(this.site ?? { isOpen: true }) }),
      submitForm: formService.submit,
      now: () => this.now(),
      online: () => this.saysOnline ?? this.online,
      timeoutMs: this.timeoutMs,
      patienceMs: 4,
      newId: () => this.newId(),
      onOutboxChanged: () => {},
      draftChanged: () => {
        const draft = life.alive && submitting.drafts.state() === 'saved' && submitting.drafts.draft();
        if (draft)
          this.shownAsSaved.set(draft.id, {
            text: draft.answers['motivation'] ?? '',
            savedAt: Date.parse(draft.savedAt),
          });
      },
    };
    const submitting: FormSubmissions = openFormSubmissions(this.target, dependencies);
    const tab: SessionTab = {
      submitting,
      dependencies,
      answers: {},
      ready: Promise.resolve(),
      run,
      device: own,
      flush: (evenEarly) => run(() => submitDue(dependencies, evenEarly)),
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
