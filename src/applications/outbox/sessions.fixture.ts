/**
 * A visitor's device for random sessions: tabs that open and close, a connection that fails in every way, storage that is
 * full or forbidden, a clock that jumps. The code under test is real: the form inbox, a database, Web Locks.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { IDBFactory } from 'fake-indexeddb';
import { isLockHeld, type LockRequests } from '@/device/storage/application/locks';
import { createRecordStore } from '@/device/storage/records.client';
import { openPageRecords } from '@/device/storage/application/page-records';
import type { RecordStore } from '@/device/storage/records';
import { formService } from '../transport/form-service';
import {
  openFormSubmissions,
  type FormSubmissions,
  type FormSubmissionsDependencies,
  type FormTarget,
} from './form-submissions';
import { submitDue } from './submit/queue';

/** The fault of the connection: the key of a form with that fault (`local/inbox/special-forms.ts`), or none. */
export type SessionConnection = string | undefined;

export type ServiceFault = 'none' | 'full' | 'forbidden';

const running = new AsyncLocalStorage<{ alive: boolean }>();
const never = () => new Promise<never>(() => {});

/** A `fetch` that knows which tab makes a request; it replaces the global one once. */
export function sessionFetch(original: typeof fetch, deviceOf: (url: string) => SessionDevice): typeof fetch {
  return async (input, init) => {
    const tab = running.getStore();
    const url = String(input as string);
    const device = deviceOf(url);
    const target = device.line === undefined ? url : url.replace(/\/f\/.*$/, `/f/${device.line}`);
    try {
      if (!device.online) throw new TypeError('Failed to fetch');
      const response = await original(target, init);
      return tab?.alive === false ? await never() : response;
    } catch (error) {
      if (tab?.alive === false) return never();
      throw error;
    }
  };
}

export interface SessionTab {
  readonly submitting: FormSubmissions;
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

export class SessionDevice {
  online = true;
  line: SessionConnection;
  fault: ServiceFault = 'none';
  /** Milliseconds before or after the real instant. */
  clock = 0;
  /** Time limit (ms) for an answer in tabs that are opened from now on. */
  timeoutMs = 40;
  /** True if tabs that are opened from now on know that the device is shared. */
  isShared = false;
  tabs: SessionTab[] = [];
  /** The text that the visitor was shown as saved, by draft. */
  readonly shownAsSaved = new Map<string, { readonly text: string; readonly savedAt: number }>();
  /** Text that was shown as saved, and isn't a part of what was saved later in the same draft. */
  readonly overwritten: string[] = [];
  readonly records: RecordStore;
  readonly factory = new IDBFactory();
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

  /** The records as an open tab sees them. */
  private recordsOf(alive: <T>(work: () => Promise<T>) => Promise<T>): RecordStore {
    const own = createRecordStore(() => this.factory);
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
          if (this.fault === 'full' && next(undefined) !== undefined)
            throw new DOMException('', 'QuotaExceededError');
          failing();
          await own.change(list, id, next);
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
      locks,
      isHeld: (name) => isLockHeld(navigator.locks, `${this.name} ${name}`),
      submitForm: formService.submit,
      now: () => this.now(),
      online: () => this.online,
      timeoutMs: this.timeoutMs,
      patienceMs: 4,
      newId: () => this.newId(),
      onOutboxChanged: () => {},
      draftChanged: () => {
        const draft = life.alive && submitting.drafts.state() === 'saved' && submitting.drafts.draft();
        if (!draft) return;
        const text = draft.answers['motivation'] ?? '';
        const before = this.shownAsSaved.get(draft.id)?.text ?? '';
        if (!text.startsWith(before)) this.overwritten.push(before);
        this.shownAsSaved.set(draft.id, { text, savedAt: Date.parse(draft.savedAt) });
      },
    };
    const submitting: FormSubmissions = openFormSubmissions(this.target, dependencies);
    const tab: SessionTab = {
      submitting,
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
