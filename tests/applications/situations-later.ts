/** What happens to the device, the opportunity and the clock around an application: shared, deleted, filled, moved. */
import type { SessionConnection } from '@/applications/outbox/sessions.fixture';
import { forms, type Around } from './interruptions';
import { hourMs, type SituationVisit } from './situations-visit';

async function begin(visit: SituationVisit, line: SessionConnection) {
  const tab = await visit.write('one');
  visit.device.line = line;
  return tab;
}

/** The visitor says that others use the device too, or takes it back, in all open tabs. */
export async function setShared(visit: SituationVisit, shared: boolean): Promise<void> {
  visit.device.isShared = shared;
  for (const tab of visit.device.tabs) {
    await tab.run(() => tab.submitting.setShared(shared));
    await visit.look(tab);
  }
}

/** Deletes what hasn't arrived, in the last tab. */
export async function deletePending(visit: SituationVisit): Promise<void> {
  const tab = visit.device.tabs.at(-1);
  if (!tab) return;
  for (const { entry } of await tab.submitting.pending()) {
    visit.deleted.add(entry.payload['motivation'] ?? '');
    await tab.run(() => tab.submitting.withdraw(entry));
  }
}

/** Sends it, and closes the tab. */
async function sendAndClose(visit: SituationVisit, line: SessionConnection): Promise<void> {
  const tab = await begin(visit, line);
  await visit.send(tab);
  visit.device.close(tab);
}

const closesIn = hourMs;
const yearMs = 365 * 24 * hourMs;

export const later: readonly Around[] = [
  {
    name: 'shared before',
    kinds: forms,
    play: async (visit, line) => {
      visit.device.isShared = true;
      await visit.send(await begin(visit, line));
    },
  },
  {
    name: 'shared while it is sent',
    kinds: forms,
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      const sharing = visit.device.next('request').then(() => setShared(visit, true));
      await visit.send(tab);
      await sharing;
    },
  },
  {
    name: 'shared after',
    kinds: forms,
    play: async (visit, line) => {
      await visit.send(await begin(visit, line));
      await setShared(visit, true);
    },
  },
  {
    name: 'shared after, and the page is closed',
    kinds: forms,
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await visit.send(tab);
      await setShared(visit, true);
      visit.device.close(tab);
    },
  },
  {
    name: 'shared after, and taken back',
    kinds: forms,
    play: async (visit, line) => {
      await visit.send(await begin(visit, line));
      await setShared(visit, true);
      await setShared(visit, false);
    },
  },
  {
    name: 'shared before, taken back while it is sent',
    kinds: forms,
    play: async (visit, line) => {
      visit.device.isShared = true;
      const tab = await begin(visit, line);
      const sharing = visit.device.next('request').then(() => setShared(visit, false));
      await visit.send(tab);
      await sharing;
    },
  },
  {
    name: 'deleted while it is sent',
    kinds: forms,
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      const deleting = visit.device.next('request').then(() => deletePending(visit));
      await visit.send(tab);
      await deleting;
      await visit.look(tab);
    },
  },
  {
    name: 'deleted when it has just ended',
    kinds: forms,
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      const shown = visit.device.next('request').then(() => tab.submitting.pending());
      await visit.send(tab);
      for (const { entry } of await shown) {
        visit.deleted.add('one');
        await tab.run(() => tab.submitting.withdraw(entry));
        const ids = (await visit.device.records.all('outbox')).map((record) => Object(record).id as unknown);
        if (visit.has(entry.id) && !ids.includes(entry.id)) visit.fault('what arrived has left no trace');
      }
    },
  },
  {
    name: 'deleted after',
    kinds: forms,
    play: async (visit, line) => {
      await visit.send(await begin(visit, line));
      await deletePending(visit);
    },
  },
  {
    name: 'deleted after, and another one is sent',
    kinds: forms,
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await visit.send(tab);
      await deletePending(visit);
      await visit.write('two', tab);
      await visit.send(tab);
    },
  },
  {
    name: 'deleted in a second tab, and another one is sent in the first',
    kinds: forms,
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await visit.send(tab);
      visit.device.open();
      await deletePending(visit);
      await visit.write('two', tab);
      await visit.send(tab);
    },
  },
  {
    name: 'sent before the closing date, opened again after it',
    kinds: ['application'],
    closesIn,
    play: async (visit, line) => {
      await sendAndClose(visit, line);
      visit.device.clock += 2 * hourMs;
      visit.device.site = { isOpen: false };
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'sent before the closing date, opened again ten days later',
    kinds: ['application'],
    closesIn,
    play: async (visit, line) => {
      await sendAndClose(visit, line);
      visit.comesBackAfter = 10 * 24 * hourMs;
      visit.device.clock += visit.comesBackAfter;
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'the site says that it is filled',
    kinds: ['application'],
    play: async (visit, line) => {
      visit.device.site = { isOpen: false };
      await visit.send(await begin(visit, line));
    },
  },
  {
    name: 'the site says later that it is filled',
    kinds: ['application'],
    play: async (visit, line) => {
      await sendAndClose(visit, line);
      visit.device.site = { isOpen: false };
      visit.device.clock += hourMs;
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'the form has another address by now',
    kinds: forms,
    play: async (visit, line) => {
      await sendAndClose(visit, line);
      const formId = `${visit.id}-moved`;
      visit.device.site = { isOpen: true, form: { endpoint: visit.stage.url, formId } };
      // Nothing is ever accepted at the old address again.
      visit.device.connectionsByForm = { [visit.id]: 'not-found' };
      visit.device.clock += hourMs;
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'the clock is five years ahead, then right',
    kinds: forms,
    play: async (visit, line) => {
      visit.device.clock = 5 * yearMs;
      await sendAndClose(visit, line);
      visit.device.clock = 0;
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'the clock is put back five years',
    kinds: forms,
    play: async (visit, line) => {
      await sendAndClose(visit, line);
      visit.device.clock = -5 * yearMs;
      visit.comesBackAfter = visit.device.clock;
      visit.device.close(await visit.visitPage());
    },
  },
];
