/** Plays a random session and checks every promise of the outbox. */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { draftLifetimeMs, readDraft } from '@/device/storage/application/draft';
import {
  isDeleted,
  numberOf,
  pressEntry,
  readOutboxEntry,
  readSentRecord,
  type OutboxEntry,
} from '@/device/storage/application/outbox-entry';
import { nextAttemptAt } from '@/device/storage/application/retries';
import { tellEntry } from '@/device/storage/application/tell-submission';
import { createWithdrawal } from '@/device/applied/withdrawal';
import { translator } from '@/i18n/translate';
import type { InboxRow } from './inbox-rows.fixture';
import type { SessionStep } from './session-steps.fixture';
import { SessionDevice, type SessionTab } from './sessions.fixture';
import type { SubmitResult } from './form-submissions';

const dayMs = 86_400_000;
const t = translator('en');

/** True if no field has two different answers. */
function agree(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return Object.entries(a).every(([name, answer]) => b[name] === undefined || b[name] === answer);
}

export interface SessionLane {
  readonly url: string;
  readonly rows: () => readonly InboxRow[];
  device: SessionDevice | undefined;
}

let count = 0;

/** Plays a session and checks every promise, after each step and at the end. */
export async function playSession(lane: SessionLane, steps: readonly SessionStep[]): Promise<void> {
  const hasFiles = count % 2 === 1;
  const closesAt = count % 3 === 2 ? Date.now() + dayMs / 2 : undefined;
  const name = `s${count++}`;
  const device = new SessionDevice(name, {
    endpoint: lane.url,
    formId: 'local',
    about: {
      opportunity: 'wells',
      title: 'Wells',
      organization: 'Riverbank',
      lang: 'en',
      path: '/en/opportunities/wells/',
    },
    replyDays: 10,
    closesAt,
  });
  lane.device = device;
  const allRows = () => lane.rows().filter((row) => row.name === name);
  const rows = () => allRows().filter(({ purpose }) => purpose === undefined);
  const arrived = () => new Set(rows().map((row) => row.submission_id));
  const withdrawn = new Set<string>();
  /** Numbers that the visitor was shown as waiting or sent. */
  const promised = new Set<string>();
  const toldAsSent = new Set<string>();
  const discarded = new Set<string>();
  let hadFault = false;
  let hadShared = false;
  /** Tabs that are moving records into the page, or back. */
  const sharing = new Set<{ readonly by: SessionTab }>();
  /** True if such a tab ended in the middle, or its storage failed: records may then stay on the device. */
  let hasLeftBehind = false;
  /** Numbers that were only in a page at some time: they live no longer than it does. */
  const unstored = new Set<string>();
  let latest = device.now();
  const busy = new Set<Promise<unknown>>();

  const start = <T>(one: SessionTab, work: () => Promise<T>) => {
    const running = one.run(work);
    busy.add(running);
    void running.catch(() => {}).then(() => busy.delete(running));
    return running;
  };
  const look = async (one: SessionTab) => {
    if (!device.tabs.includes(one)) return;
    const before = arrived();
    for (const { entry, isStored, isSending } of await one.submitting.pending()) {
      const { id, kind, mayHaveArrived } = entry;
      (isStored ? promised : unstored).add(numberOf(id));
      const { first } = tellEntry(entry, { t, now: device.now(), isStored, isSending });
      // A correction may have the text of what it corrects.
      const isIn = kind === undefined && before.has(id) && !mayHaveArrived;
      if (!isStored || hadFault || hadShared) continue;
      if (kind === undefined) expect(toldAsSent).not.toContain(id);
      if (isIn) expect(first).not.toMatch(/^(?:Not sent|Waiting)/);
    }
    for (const { id } of await one.submitting.earlier()) {
      expect(arrived()).toContain(id);
      toldAsSent.add(id);
    }
  };
  const send = async (one: SessionTab): Promise<SubmitResult> => {
    await one.ready;
    const answers = { ...one.answers };
    const motivation = answers['motivation'] ?? '';
    const submitted = await one.submitting.submit({
      answers,
      ...(hasFiles ? { file: new Blob([motivation]) } : {}),
      text: () => motivation,
      payload: (id, followsUp) => ({
        name,
        email: 'a@example.org',
        motivation,
        ...(hasFiles ? { attachment: 'page.txt' } : {}),
        ...(followsUp === undefined ? {} : { follow_up_to: followsUp }),
        submission_id: id,
      }),
    });
    if (submitted.kind === 'sent') {
      expect(arrived()).toContain(submitted.item.id);
      promised.add(submitted.item.id);
    }
    for (const { entry, isStored } of await one.submitting.pending())
      if (isStored) promised.add(numberOf(entry.id));
    await look(one);
    return submitted;
  };
  /** Withdraws a sent application by a message, as the page with the log does. */
  const withdrawSent = async (one: SessionTab) => {
    const sent = (await one.device.all('outbox').catch(() => [])).flatMap(
      (value) => readSentRecord(value) ?? [],
    );
    const item = sent.find(({ kind, withdrawnAt }) => kind === undefined && withdrawnAt === undefined);
    const withdrawal = item && createWithdrawal(item, { locale: 'en', title: 'W', logPath: '/en/saved/' });
    if (!withdrawal) return;
    await one.device
      .change('outbox', withdrawal.id, (value) =>
        pressEntry(readOutboxEntry(value), withdrawal, device.now()),
      )
      .catch(() => {});
    await one.flush();
  };
  const open = () => {
    const one = device.open();
    one.ready = start(one, async () => {
      await one.submitting.restore((answers) => {
        const fits = agree(answers, one.answers);
        if (fits) one.answers = { ...answers, ...one.answers };
        return fits;
      });
    });
    void start(one, async () => {
      await one.ready;
      await one.flush();
      await look(one);
    });
    return one;
  };
  const tabAt = (index: number) => device.tabs[index % Math.max(1, device.tabs.length)] ?? open();

  async function perform(todo: SessionStep): Promise<void> {
    switch (todo.do) {
      case 'type': {
        const one = tabAt(todo.tab);
        one.answers = { ...one.answers, motivation: (one.answers['motivation'] ?? '') + todo.text };
        void start(one, async () => {
          await one.ready;
          await one.submitting.drafts.saveAnswers({ ...one.answers });
        });
        return;
      }
      case 'send':
      case 'send twice': {
        const one = tabAt(todo.tab);
        void start(one, () => send(one));
        if (todo.do === 'send twice') {
          await start(one, () => one.ready);
          const second = await start(one, () => one.submitting.submit({ answers: {}, payload: () => ({}) }));
          expect(['busy', 'closed']).toContain(second?.kind ?? 'busy');
        }
        return;
      }
      case 'reload':
      case 'crash': {
        if (todo.do === 'reload') await Promise.race([Promise.allSettled(busy), pause(5)]);
        const one = tabAt(todo.tab);
        hasLeftBehind ||= [...sharing].some(({ by }) => by === one);
        device.close(one);
        open();
        return;
      }
      case 'open':
        if (device.tabs.length < 2) open();
        return;
      case 'retry': {
        const one = tabAt(todo.tab);
        void start(one, async () => {
          for (const { entry } of await one.submitting.pending()) await one.submitting.retry(entry);
          await look(one);
        });
        return;
      }
      case 'withdraw': {
        const one = tabAt(todo.tab);
        void start(one, async () => {
          for (const { entry } of await one.submitting.pending()) {
            withdrawn.add(numberOf(entry.id));
            await one.submitting.remove(entry);
          }
        });
        return;
      }
      case 'discard': {
        const one = tabAt(todo.tab);
        const id = one.submitting.drafts.draft()?.id;
        if (id !== undefined) discarded.add(id);
        void start(one, () => one.submitting.drafts.discard());
        return;
      }
      case 'line':
        device.line = todo.line;
        return;
      case 'online':
        device.online = todo.online;
        if (todo.online) for (const one of device.tabs) void start(one, () => one.flush(true));
        return;
      case 'storage':
        device.fault = todo.fault;
        hadFault ||= todo.fault !== 'none';
        hasLeftBehind ||= todo.fault !== 'none' && sharing.size > 0;
        return;
      case 'clock':
        device.clock += todo.days * dayMs;
        latest = Math.max(latest, device.now());
        return;
      case 'correct': {
        const one = tabAt(todo.tab);
        void start(one, async () => {
          await one.ready;
          await look(one);
          one.answers = { ...one.answers, motivation: `${one.answers['motivation'] ?? ''}, corrected` };
          await send(one);
        });
        return;
      }
      case 'withdraw sent': {
        const one = tabAt(todo.tab);
        void start(one, () => withdrawSent(one));
        return;
      }
      case 'shared':
        device.isShared = todo.shared;
        hadShared ||= todo.shared;
        hasLeftBehind ||= device.fault !== 'none';
        for (const one of device.tabs) {
          const move = { by: one };
          sharing.add(move);
          void start(one, async () => {
            await one.submitting.setShared(todo.shared);
            sharing.delete(move);
          });
        }
        return;
      case 'closing':
        if (closesAt !== undefined) device.clock = Math.max(device.clock, closesAt - Date.now());
        latest = Math.max(latest, device.now());
        return;
      case 'wait':
        await pause(todo.ms);
    }
  }

  open();
  for (const todo of steps) {
    await perform(todo);
    for (const one of device.tabs) void start(one, () => look(one));
  }
  for (const ended of await Promise.allSettled(busy)) {
    if (ended.status === 'rejected') throw ended.reason;
  }
  for (const one of device.tabs) expect(one.submitting.busy()).toBe(false);

  // Everything works again, and the visitor comes back once more.
  Object.assign(device, { line: undefined, online: true, fault: 'none', timeoutMs: 10_000 });
  for (const one of [...device.tabs]) {
    await one.flush(true);
    for (const { entry } of await one.submitting.pending()) await one.submitting.retry(entry);
    device.close(one);
  }
  const last = device.open();
  await last.submitting.restore(() => true);
  await last.flush(true);
  for (const { entry } of await last.submitting.pending()) await last.submitting.retry(entry);
  // No form has messages that withdraw an application, or records that were left on a shared device. Every page sends
  // them, once the pause that the service asked for is over.
  device.clock += dayMs;
  await last.flush(true);

  const present = (await device.records.all('outbox'))
    .flatMap((value) => readOutboxEntry(value) ?? [])
    .filter((entry) => !isDeleted(entry) && !(entry.kind === 'withdrawal' && entry.state === 'refused'));
  // The panel of unsent applications lists entries that no page sends by itself.
  const isListed = (entry: OutboxEntry) =>
    (hasLeftBehind || entry.kind === 'withdrawal') && nextAttemptAt(entry, device.now()) === undefined;
  expect(present.filter((entry) => !isListed(entry))).toEqual([]);
  const isAccountedFor = (id: string) => arrived().has(id) || withdrawn.has(id);
  // Records that only a page had ended with it; a shared device moves them there.
  const missing = [...promised].filter((id) => !isAccountedFor(id) && !unstored.has(id) && !hadShared);
  expect(missing).toEqual([]);
  if (device.isShared && !hadFault && !hasLeftBehind) {
    // A message that withdraws an application doesn't belong to this form.
    const outbox = await device.records.all('outbox');
    expect(outbox.filter((record) => Object(record).kind !== 'withdrawal')).toEqual([]);
    expect(await device.records.all('drafts')).toEqual([]);
  }

  // Saved text is still there, or has arrived.
  const drafts = (await device.records.all('drafts')).flatMap((value) => readDraft(value) ?? []);
  const texts = [
    ...drafts.map(({ answers }) => answers['motivation'] ?? ''),
    ...rows().map((row) => row.motivation),
  ];
  for (const [id, { text, savedAt }] of device.shownAsSaved) {
    if (hadShared || discarded.has(id) || latest + 60_000 - savedAt > draftLifetimeMs) continue;
    expect(texts.filter((other) => other.startsWith(text))).not.toEqual([]);
  }

  if (!hadShared) expect(device.overwritten).toEqual([]);

  // The file is the one that was sent.
  for (const { motivation, file } of rows())
    expect(file).toBe(hasFiles ? createHash('sha256').update(motivation).digest('hex') : undefined);

  // One application, one number; a second one refers to the first.
  const unmarked = new Set(
    rows().flatMap(({ submission_id, follow_up_to }) => (follow_up_to === undefined ? [submission_id] : [])),
  );
  for (const { follow_up_to } of allRows())
    if (follow_up_to !== undefined) expect([...arrived(), ...withdrawn]).toContain(follow_up_to);
  if (!hadFault && !hadShared)
    expect([...unmarked].filter((id) => !withdrawn.has(id)).length).toBeLessThanOrEqual(1);
  device.close(last);
}
