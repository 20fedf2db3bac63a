/** Where situations are played: one form inbox for all, a device for each, and the globals that a browser has. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openInboxRows, type InboxRow } from '@/applications/outbox/inbox-rows.fixture';
import { sessionFetch, type SessionDevice } from '@/applications/outbox/sessions.fixture';
import { startInbox } from '@scripts/local/inbox/inbox';

export interface SituationStage {
  /** The inbox, without a slash at the end. */
  readonly url: string;
  /** What has arrived. */
  readonly rows: () => readonly InboxRow[];
  /** By the key of its form, which is the name of the device. */
  readonly devices: Map<string, SessionDevice>;
  /** Has the modules that use the browser's own database and `localStorage` work on a device, one device at a time. */
  readonly inBrowser: <T>(device: SessionDevice, local: LocalStorage, work: () => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Stands in for `localStorage`. */
export class LocalStorage {
  private readonly values = new Map<string, string>();
  /** True where the browser deletes nothing, as one that ends before. */
  keepsAll = false;

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }
  removeItem(key: string): void {
    if (!this.keepsAll) this.values.delete(key);
  }
}

/** Says nothing to anything, and keeps no process alive. */
class SilentChannel {
  onmessage: unknown;
  postMessage(): void {}
}

/** Replaces globals; returns what puts them back. */
function replaceGlobals(values: Readonly<Record<string, PropertyDescriptor>>): () => void {
  const before = Object.keys(values).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(globalThis, name, { ...value, configurable: true });
  return () => {
    for (const [name, descriptor] of before)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
  };
}

/** The factory of a device, with what closes each connection that it gave, as a browser may do at any time. */
function closableFactory(device: SessionDevice): { factory: Pick<IDBFactory, 'open'>; close: () => void } {
  const opened: IDBDatabase[] = [];
  return {
    factory: {
      open: (name, version) => {
        const request = device.browserFactory().open(name, version);
        // Some browsers never answer.
        (request as Partial<IDBOpenDBRequest>).addEventListener?.('success', () =>
          opened.push(request.result),
        );
        return request;
      },
    },
    close: () => {
      for (const database of opened)
        database.onversionchange?.(new Event('versionchange') as IDBVersionChangeEvent);
    },
  };
}

export async function openStage(): Promise<SituationStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ov-situations-'));
  const file = path.join(folder, 'inbox.jsonl');
  const inbox = await startInbox({ port: 0, file });
  const devices = new Map<string, SessionDevice>();
  let browser: { factory: Pick<IDBFactory, 'open'>; local: LocalStorage } | undefined;
  const putBack = replaceGlobals({
    fetch: {
      writable: true,
      value: sessionFetch(globalThis.fetch, (url) => {
        const key = /\/f\/([^-]+)/.exec(url)?.[1] ?? '';
        const device = devices.get(key);
        if (!device) throw new Error(`No device sends to ${url}.`);
        return device;
      }),
    },
    indexedDB: { get: () => browser?.factory },
    localStorage: { get: () => browser?.local },
    dispatchEvent: { value: () => true },
    BroadcastChannel: { value: SilentChannel },
  });
  let turn: Promise<unknown> = Promise.resolve();
  const inBrowser: SituationStage['inBrowser'] = (device, local, work) => {
    const mine = turn.then(async () => {
      const { factory, close } = closableFactory(device);
      browser = { factory, local };
      try {
        return await work();
      } finally {
        close();
        browser = undefined;
      }
    });
    turn = mine.catch(() => {});
    return mine;
  };
  return {
    url: inbox.url,
    rows: openInboxRows(file),
    devices,
    inBrowser,
    close: async () => {
      putBack();
      await inbox.close();
      await rm(folder, { recursive: true });
    },
  };
}
