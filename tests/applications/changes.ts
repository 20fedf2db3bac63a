/** What changes around something that is sent: the device is shared, what waits is deleted, the site and the clock differ. */
import { readSentRecord } from '@/device/storage/application/outbox-entry';
import { after, first, forms, later, meanwhile, type Interruption, type Play } from './interruption';
import { application, correction } from './subjects';
import { hourMs, type SituationVisit } from './visit';

const formsAndCorrection = [...forms, correction];
const yearMs = 365 * 24 * hourMs;

/** The visitor says that others use the device too, or takes it back, in all open tabs. */
async function setShared(visit: SituationVisit, shared: boolean): Promise<void> {
  visit.device.isShared = shared;
  for (const tab of visit.device.tabs) {
    await tab.run(() => tab.submitting.setShared(shared));
    await visit.look(tab);
  }
}

/** Deletes what hasn't arrived, in the last tab. */
async function deletePending(visit: SituationVisit): Promise<void> {
  const tab = visit.device.tabs.at(-1);
  if (!tab) return;
  for (const { entry } of await tab.submitting.pending()) {
    visit.deleted.add(entry.payload['motivation'] ?? '');
    await tab.run(() => tab.submitting.remove(entry));
  }
}

/** Deletes what the log has, as the privacy page does. */
async function deleteLog({ device: { records } }: SituationVisit): Promise<void> {
  for (const record of await records.all('outbox')) {
    const sent = readSentRecord(record);
    if (sent) await records.change('outbox', sent.id, () => undefined);
  }
}

/** The page shows what is being sent, and the visitor deletes that when it has just ended. */
const deleteJustEnded: Play = async (visit, line, { begin, send }) => {
  const tab = await begin(visit, line);
  const shown = visit.device.next('request').then(() => tab.submitting.pending());
  await send(visit, tab);
  for (const { entry } of await shown) {
    visit.deleted.add('one');
    await tab.run(() => tab.submitting.remove(entry));
    const ids = (await visit.device.records.all('outbox')).map((record) => Object(record).id as unknown);
    if (visit.has(entry.id) && !ids.includes(entry.id)) visit.fault('what arrived has left no trace');
  }
};

const shared: readonly Interruption[] = [
  { name: 'shared before', of: forms, play: first((visit) => (visit.device.isShared = true)) },
  {
    name: 'shared while it is sent',
    of: formsAndCorrection,
    play: meanwhile((visit) => setShared(visit, true)),
  },
  { name: 'shared after', of: forms, play: after((visit) => setShared(visit, true)) },
  {
    name: 'shared after, and the page is closed',
    of: forms,
    play: after(async (visit, tab) => {
      await setShared(visit, true);
      visit.device.close(tab);
    }),
  },
  {
    name: 'shared after, and taken back',
    of: forms,
    play: after(async (visit) => {
      await setShared(visit, true);
      await setShared(visit, false);
    }),
  },
  {
    name: 'shared before, taken back while it is sent',
    of: forms,
    play: async (visit, line, subject) => {
      visit.device.isShared = true;
      await meanwhile(() => setShared(visit, false))(visit, line, subject);
    },
  },
];

const deleted: readonly Interruption[] = [
  { name: 'deleted while it is sent', of: formsAndCorrection, play: meanwhile(deletePending) },
  { name: 'deleted when it has just ended', of: forms, play: deleteJustEnded },
  { name: 'deleted after', of: forms, play: after(deletePending) },
  ...[false, true].map((isInSecondTab) => ({
    name: `deleted ${isInSecondTab ? 'in a second tab' : 'after'}, and another one is sent`,
    of: forms,
    play: after(async (visit, tab) => {
      if (isInSecondTab) visit.device.open();
      await deletePending(visit);
      await visit.write('two', tab);
      await visit.send(tab);
    }),
  })),
  { name: 'the log is deleted while it is sent', of: [correction], play: meanwhile(deleteLog) },
  { name: 'the log is deleted after it', of: [correction], play: after(deleteLog) },
];

const site: readonly Interruption[] = [
  {
    name: 'opened again after the closing date',
    of: [application],
    closesIn: hourMs,
    play: later(({ device }) => {
      device.clock += 2 * hourMs;
      device.site = { isOpen: false };
    }),
  },
  {
    name: 'opened again ten days after the closing date',
    of: [application],
    closesIn: hourMs,
    play: later((visit) => {
      visit.comesBackAfter = 10 * 24 * hourMs;
      visit.device.clock += visit.comesBackAfter;
    }),
  },
  {
    name: 'the site says that it is filled',
    of: [application],
    play: first((visit) => (visit.device.site = { isOpen: false })),
  },
  {
    name: 'the site says later that it is filled',
    of: [application],
    play: later(({ device }) => {
      device.site = { isOpen: false };
      device.clock += hourMs;
    }),
  },
  {
    name: 'the form has another address by now',
    of: forms,
    play: later(({ device, id, stage }) => {
      device.site = { isOpen: true, form: { endpoint: stage.url, formId: `${id}-moved` } };
      // Nothing is ever accepted at the old address again.
      device.connectionsByForm = { [id]: 'not-found' };
      device.clock += hourMs;
    }),
  },
  {
    name: 'the clock is five years ahead, then right',
    of: forms,
    play: async (visit, line, subject) => {
      visit.device.clock = 5 * yearMs;
      await later(({ device }) => (device.clock = 0))(visit, line, subject);
    },
  },
  {
    name: 'the clock is put back five years',
    of: forms,
    play: later((visit) => {
      visit.device.clock = -5 * yearMs;
      visit.comesBackAfter = visit.device.clock;
    }),
  },
];

export const changes: readonly Interruption[] = [...shared, ...deleted, ...site];
