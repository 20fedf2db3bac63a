/**
 * Situations in which something is sent: what the form service answers, times what happens around it. Each is played on the
 * real modules, with the form inbox, a database and Web Locks, and then judged.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openInboxRows } from '@/applications/outbox/inbox-rows.fixture';
import {
  sessionFetch,
  type SessionConnection,
  type SessionDevice,
} from '@/applications/outbox/sessions.fixture';
import { startInbox } from '@scripts/local/inbox/inbox';
import { interruptions, type Interruption } from './interruptions';
import { judge } from './judge';
import { application, correction, message, reply, withdrawal, type Subject } from './subjects';
import { SituationVisit, type SituationStage } from './visit';

/** What a form service answers, and what happens instead of an answer, by the keys of the inbox's special forms. */
const answers: Readonly<Record<string, SessionConnection>> = {
  '200 accepted': undefined,
  '200 accepted, slow': 'slow-40',
  '200 accepted, without next': 'no-next',
  '200 with ok: false': 'ok-false',
  '200 of a captive portal': 'ok-html',
  '200 asking for a payment': 'payment',
  '303 to an address that answers': 'redirected',
  '402 payment required': 'payment-required',
  '403 with next': 'forbidden-next',
  '403 form blocked': 'blocked',
  '403 form inactive': 'inactive',
  '404 form not found': 'not-found',
  '413 too large': 'files-too-big',
  '422 wrong e-mail address': 'email-refused',
  '429 over the limit': 'limit',
  '429 with Retry-After': 'limit-pause',
  '500 with HTML': 'error-html',
  '500 with JSON': 'error-json',
  '502 bad gateway': 'bad-gateway',
  '503 with Retry-After': 'busy',
  'hang, and stored': 'hang',
  'lost request': 'lost-request',
  'lost answer': 'lost-answer',
};

/** Of these no attempt is repeated, where nothing else goes wrong. */
const accepting: readonly SessionConnection[] = [undefined, 'slow-40'];

const subjects: Readonly<Record<string, Subject>> = { application, message, correction, withdrawal, reply };

export interface Situation {
  /** `application, 500 with HTML, crash while it is sent` */
  readonly name: string;
  readonly line: SessionConnection;
  readonly subject: Subject;
  readonly interruption: Interruption;
}

export const situations: readonly Situation[] = Object.entries(answers).flatMap(([answer, line]) =>
  interruptions.flatMap((interruption) =>
    Object.entries(subjects)
      .filter(([, subject]) => interruption.of.includes(subject))
      .map(([what, subject]) => ({
        name: `${what}, ${answer}, ${interruption.name}`,
        line,
        subject,
        interruption,
      })),
  ),
);

async function onStage(play: (stage: SituationStage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ov-situations-'));
  const file = path.join(folder, 'inbox.jsonl');
  const inbox = await startInbox({ port: 0, file });
  const devices = new Map<string, SessionDevice>();
  const { fetch } = globalThis;
  globalThis.fetch = sessionFetch(fetch, (url) => {
    const device = devices.get(/\/f\/([^-]+)/.exec(url)?.[1] ?? '');
    if (!device) throw new Error(`No device sends to ${url}.`);
    return device;
  });
  try {
    await play({ url: inbox.url, rows: openInboxRows(file), devices });
  } finally {
    globalThis.fetch = fetch;
    await inbox.close();
    await rm(folder, { recursive: true });
  }
}

/** How many are played at a time: they mostly wait. */
const lanes = 24;

/** No situation takes so long (ms), unless something waits for ever. */
const patience = 60_000;

/** Plays one. Resolves to the rules that were broken, in words. */
async function play(stage: SituationStage, situation: Situation, id: string): Promise<readonly string[]> {
  const { line, subject, interruption } = situation;
  const waitsMs = line === 'hang' ? 3000 : 10_000;
  const visit = new SituationVisit(stage, id, subject.kind, waitsMs, interruption.closesIn);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it never ended')), patience);
  });
  const played = async () => {
    await interruption.play(visit, line, subject);
    await judge(visit, accepting.includes(line));
  };
  try {
    await Promise.race([played(), tooLong]);
  } catch (error) {
    visit.fault(`it failed: ${String(error)}`);
  } finally {
    clearTimeout(timer);
  }
  return visit.broken;
}

/** Plays situations, some at a time, in their order. Resolves to what was broken, and how to play it alone. */
export async function findBroken(chosen: readonly Situation[]): Promise<readonly string[]> {
  const found: string[] = [];
  const queue = chosen.entries();
  await onStage(async (stage) => {
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (const [at, situation] of queue)
          for (const rule of await play(stage, situation, `n${at}`))
            found.push(
              `${situation.name}: ${rule}\n  npm run test:applications -- --only situations --situation ${JSON.stringify(situation.name)}`,
            );
      }),
    );
  });
  return found;
}
