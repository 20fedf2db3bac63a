/** Where situations are played: one form inbox for all, and a device for each. */
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
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<SituationStage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ov-situations-'));
  const file = path.join(folder, 'inbox.jsonl');
  const inbox = await startInbox({ port: 0, file });
  const devices = new Map<string, SessionDevice>();
  const { fetch } = globalThis;
  globalThis.fetch = sessionFetch(fetch, (url) => {
    const key = /\/f\/([^-]+)/.exec(url)?.[1] ?? '';
    const device = devices.get(key);
    if (!device) throw new Error(`No device sends to ${url}.`);
    return device;
  });
  return {
    url: inbox.url,
    rows: openInboxRows(file),
    devices,
    close: async () => {
      globalThis.fetch = fetch;
      await inbox.close();
      await rm(folder, { recursive: true });
    },
  };
}
