import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, it, vi } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { startInbox } from '@scripts/local/inbox/inbox';
import { openInboxRows } from './inbox-rows.fixture';
import { playSession, type SessionLane } from './play-session.fixture';
import { sessionStep } from './session-steps.fixture';
import { sessionFetch } from './sessions.fixture';

/** So many run side by side, each with an inbox of its own: they mostly wait. */
const lanes = 6;
const sessions = randomRuns(3000);

const folder = temporaryFolder('all');
const inboxes: Awaited<ReturnType<typeof startInbox>>[] = [];
const laneList: SessionLane[] = [];
const originalFetch = globalThis.fetch;

beforeAll(async () => {
  for (let n = 0; n < lanes; n += 1) {
    const file = folder.at(`${n}.jsonl`);
    const inbox = await startInbox({ port: 0, file });
    inboxes.push(inbox);
    laneList.push({ url: inbox.url, rows: openInboxRows(file), device: undefined });
  }
});
beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    sessionFetch(originalFetch, (url) => {
      const device = laneList.find((lane) => url.startsWith(lane.url))?.device;
      if (!device) throw new Error(`No device sends to ${url}.`);
      return device;
    }),
  );
});
afterAll(async () => {
  await Promise.all(inboxes.map((inbox) => inbox.close()));
});

describe('random sessions', () => {
  it(
    `lose nothing and tell no lie (${sessions} of them)`,
    async () => {
      await Promise.all(
        laneList.map((lane, n) =>
          fc.assert(
            fc.asyncProperty(fc.array(sessionStep, { minLength: 3, maxLength: 25, size: 'max' }), (steps) =>
              playSession(lane, steps),
            ),
            { numRuns: Math.ceil(sessions / lanes), seed: 20_261_125 + n, endOnFailure: false },
          ),
        ),
      );
    },
    sessions * 400,
  );
});
