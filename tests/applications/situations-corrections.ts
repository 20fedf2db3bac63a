/** Corrections of an application that was sent, and messages that withdraw it. */
import { withLock } from '@/device/storage/application/locks';
import { entryLock, readSentRecord, type OutboxEntry } from '@/device/storage/application/outbox-entry';
import { createWithdrawalEntry } from '@/device/applied/withdrawal-entry';
import { submitDue } from '@/applications/outbox/submit/submit-entry';
import type { SessionConnection, SessionMoment, SessionTab } from '@/applications/outbox/sessions.fixture';
import type { Around } from './interruptions';
import { deletePending, setShared } from './situations-later';
import { hourMs, type SituationVisit } from './situations-visit';

/** Sends an application, which arrives, and writes a correction of it. */
async function correct(visit: SituationVisit, line: SessionConnection): Promise<SessionTab> {
  const tab = await visit.write('one');
  await visit.send(tab);
  await visit.write('two', tab);
  visit.device.line = line;
  return tab;
}

async function crashAt(visit: SituationVisit, line: SessionConnection, moment: SessionMoment): Promise<void> {
  const tab = await correct(visit, line);
  visit.device.once(moment, () => visit.device.close(tab));
  await visit.send(tab);
}

/** Deletes what the log has, as the privacy page does. */
async function deleteLog(visit: SituationVisit): Promise<void> {
  for (const record of await visit.device.records.all('outbox')) {
    const sent = readSentRecord(record);
    if (sent) await visit.device.records.change('outbox', sent.id, () => undefined);
  }
}

/** Puts an entry into the outbox, as pages without a form do. */
export async function putEntry(tab: SessionTab, entry: OutboxEntry): Promise<boolean> {
  const { locks, records } = tab.dependencies;
  const put = () =>
    records
      .change('outbox', entry.id, () => entry)
      .then(
        () => true,
        () => false,
      );
  return tab.run(() => withLock(locks, entryLock(entry.id), 5000, put));
}

/** Sends an application, which arrives, and puts the message that withdraws it into the outbox. */
async function withdraw(visit: SituationVisit, line: SessionConnection): Promise<SessionTab> {
  const tab = await visit.write('one');
  await visit.send(tab);
  const [record] = await visit.device.records.all('outbox');
  const item = readSentRecord(record);
  const entry =
    item &&
    createWithdrawalEntry(item, {
      id: visit.device.newId(),
      now: visit.device.now(),
      locale: 'en',
      title: 'Withdrawn: Wells',
      logPath: '/en/saved/',
    });
  if (!entry) throw new Error('Nothing was sent that could be withdrawn.');
  visit.device.line = line;
  // Its text, for the judgement: it has none of its own.
  const named = { ...entry, payload: { ...entry.payload, motivation: 'withdrawal' } };
  visit.presses.push({ text: 'withdrawal', number: item.id, result: 'waiting' });
  await putEntry(tab, named);
  return tab;
}

/** A page without a form sends it. */
const sendFrom = (tab: SessionTab) => tab.run(() => submitDue(tab.dependencies));

const kinds = ['application'] as const;

const correctionAround: readonly Omit<Around, 'kinds'>[] = [
  {
    name: 'a correction',
    play: async (visit, line) => visit.send(await correct(visit, line)),
  },
  {
    name: 'a correction, crash while it is sent',
    play: (visit, line) => crashAt(visit, line, 'request'),
  },
  {
    name: 'a correction, crash before the answer is stored',
    play: (visit, line) => crashAt(visit, line, 'answer'),
  },
  {
    name: 'a correction, sent by another page an hour later',
    play: async (visit, line) => {
      const tab = await correct(visit, line);
      await visit.send(tab);
      visit.device.clock += hourMs;
      visit.device.line = undefined;
      visit.device.close(await visit.visitPage(true));
      await visit.look(tab);
      const waits = (await tab.submitting.pending()).length > 0;
      if (!waits && tab.submitting.drafts.draft() && visit.arrivals().length > 1)
        visit.fault('the draft of a correction stays although the correction arrived');
    },
  },
  {
    name: 'a correction, and the log is deleted while it is sent',
    play: async (visit, line) => {
      const tab = await correct(visit, line);
      const deleting = visit.device.next('request').then(() => deleteLog(visit));
      await visit.send(tab);
      await deleting;
    },
  },
  {
    name: 'a correction, and the log is deleted after it',
    play: async (visit, line) => {
      const tab = await correct(visit, line);
      await visit.send(tab);
      await deleteLog(visit);
    },
  },
  {
    name: 'a correction, deleted while it is sent',
    play: async (visit, line) => {
      const tab = await correct(visit, line);
      const deleting = visit.device.next('request').then(() => deletePending(visit));
      await visit.send(tab);
      await deleting;
      await visit.look(tab);
    },
  },
  {
    name: 'a correction, shared while it is sent',
    play: async (visit, line) => {
      const tab = await correct(visit, line);
      const sharing = visit.device.next('request').then(() => setShared(visit, true));
      await visit.send(tab);
      await sharing;
    },
  },
  {
    name: 'a correction, and another one in a second tab',
    play: async (visit, line) => {
      const tab = await correct(visit, line);
      const other = await visit.write('three');
      await other.run(() => other.submitting.earlier());
      await visit.send(tab);
      await visit.send(other);
      await visit.send(other);
    },
  },
  {
    name: 'a correction, two tabs without locks',
    play: async (visit, line) => {
      visit.device.locking = 'missing';
      const tab = await correct(visit, line);
      const other = visit.device.open();
      const flushing = visit.device.next('request').then(() => other.run(() => other.submitting.flush(true)));
      await Promise.all([visit.send(tab), flushing]);
    },
  },
  {
    name: 'a withdrawal',
    play: async (visit, line) => {
      const tab = await withdraw(visit, line);
      await sendFrom(tab);
      await visit.lookAtPage(tab);
    },
  },
  {
    name: 'a withdrawal, crash while it is sent',
    play: async (visit, line) => {
      const tab = await withdraw(visit, line);
      visit.device.once('request', () => visit.device.close(tab));
      await sendFrom(tab);
    },
  },
  {
    name: 'a withdrawal, crash before the answer is stored',
    play: async (visit, line) => {
      const tab = await withdraw(visit, line);
      visit.device.once('answer', () => visit.device.close(tab));
      await sendFrom(tab);
    },
  },
  {
    name: 'a withdrawal, and another application',
    play: async (visit, line) => {
      const tab = await withdraw(visit, line);
      await sendFrom(tab);
      await visit.write('two', tab);
      await visit.send(tab);
      await visit.send(tab);
    },
  },
  {
    name: 'a withdrawal, and a correction waits',
    play: async (visit, line) => {
      const tab = await withdraw(visit, line);
      await visit.write('two', tab);
      await Promise.all([visit.send(tab), sendFrom(tab)]);
    },
  },
];

export const corrections: readonly Around[] = correctionAround.map((one) => ({ ...one, kinds }));
