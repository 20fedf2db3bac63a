/** Situations with the version of the site before this one: rare ones, each of which is always played. */
import { oldLogKey } from '@/device/storage/old-keys';
import { readSentRecord } from '@/device/storage/application/outbox-entry';
import type { Around } from './interruptions';
import {
  deliver,
  note,
  oldEntry,
  sendAsBefore,
  store,
  takeOver,
  type OldStep,
} from './situations-old-version';
import type { SituationVisit } from './situations-visit';

/** The log has everything that arrived, and no entry of it is left behind. */
async function expectLogged(visit: SituationVisit): Promise<void> {
  const log = (await visit.device.records.all('outbox')).flatMap((value) => readSentRecord(value)?.id ?? []);
  for (const { number } of visit.arrivals())
    if (!log.includes(number)) visit.fault('what arrived is missing in the log');
}

/** A page of this version: takes over, and sends what is due. */
async function newPage(visit: SituationVisit, pages = 1): Promise<void> {
  await takeOver(visit, pages);
  visit.device.close(await visit.visitPage(true));
}

/** A page of the earlier version ends after a step; then there are pages of this one. */
const endsAfter = (step: OldStep): Omit<Around, 'kinds'> => ({
  name: `a page of the earlier version ended when it was ${step}`,
  play: async (visit, line) => {
    const entry = oldEntry(visit, 'one');
    await store(visit, entry);
    // It told nothing any more.
    visit.isSilent = step === 'sent';
    await sendAsBefore(visit, entry, line, step);
    await newPage(visit);
  },
});

/** With each answer of the service. */
const withAnswers: readonly Omit<Around, 'kinds'>[] = [
  {
    name: 'stored by the earlier version',
    play: async (visit, line) => {
      await store(visit, oldEntry(visit, 'one'));
      visit.device.line = line;
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'a page of the earlier version sends meanwhile',
    play: async (visit, line) => {
      const entry = oldEntry(visit, 'one');
      await store(visit, entry);
      const old = sendAsBefore(visit, entry, line);
      await visit.device.next('request');
      await Promise.all([old, newPage(visit)]);
      await newPage(visit);
    },
  },
  endsAfter('sending'),
];

const rare: readonly Omit<Around, 'kinds'>[] = [
  endsAfter('sent'),
  endsAfter('noted'),
  endsAfter('removed'),
  {
    name: 'tried by the earlier version, whose page ended',
    play: async (visit) => {
      await store(visit, oldEntry(visit, 'one', { state: 'sending', attempts: 1 }));
      await newPage(visit);
    },
  },
  {
    name: 'unconfirmed by the earlier version',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one', { state: 'unconfirmed', attempts: 1, mayHaveArrived: true });
      await deliver(visit, entry);
      await store(visit, entry);
      await newPage(visit);
    },
  },
  {
    name: 'deleted by the earlier version after it was tried',
    play: async (visit) => {
      visit.deleted.add('one');
      const entry = oldEntry(visit, 'one', { state: 'withdrawn', attempts: 1, mayHaveArrived: true });
      await store(visit, { ...entry, payload: {} });
      await newPage(visit);
    },
  },
  {
    name: 'a log of the earlier version, taken over',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one');
      await deliver(visit, entry);
      note(visit, entry);
      await takeOver(visit);
      await expectLogged(visit);
    },
  },
  {
    name: 'a log of the earlier version, taken over twice',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one');
      await deliver(visit, entry);
      note(visit, entry);
      visit.local.keepsAll = true;
      await takeOver(visit);
      visit.local.keepsAll = false;
      await takeOver(visit);
      await expectLogged(visit);
      if (visit.local.getItem(oldLogKey) !== null) visit.fault('the log of the earlier version stays');
    },
  },
  {
    name: 'a log of the earlier version, taken over by two tabs at once',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one');
      await deliver(visit, entry);
      note(visit, entry);
      await takeOver(visit, 2);
      await expectLogged(visit);
    },
  },
  {
    name: 'a log of the earlier version, storage is forbidden first',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one');
      await deliver(visit, entry);
      note(visit, entry);
      visit.device.fault = 'forbidden';
      await takeOver(visit);
      visit.device.fault = 'none';
      await takeOver(visit);
      await expectLogged(visit);
    },
  },
  {
    name: 'taken over while a page of the earlier version takes its entry away',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one');
      await store(visit, entry);
      let taking = Promise.resolve();
      await sendAsBefore(visit, entry, undefined, 'removed', async () => {
        taking = takeOver(visit);
        // As far as it comes: it may wait until the other page is done.
        await Promise.race([taking, new Promise((resolve) => setTimeout(resolve, 100))]);
      });
      await taking;
      await newPage(visit);
      await expectLogged(visit);
    },
  },
  {
    name: 'taken over while a page of this version sends it too',
    play: async (visit) => {
      const entry = oldEntry(visit, 'one');
      await deliver(visit, entry);
      await store(visit, entry);
      visit.device.line = 'lost-answer';
      const page = visit.device.open();
      // The page of the earlier version had sent it before.
      visit.device.once('request', () => {
        note(visit, entry);
        return takeOver(visit);
      });
      await page.run(() => page.submitting.flush(true));
      await expectLogged(visit);
    },
  },
];

export const oldVersion: readonly Around[] = [
  ...withAnswers.map((one) => ({ ...one, kinds: ['application'] as const })),
  ...rare.map((one) => ({ ...one, kinds: ['application'] as const, isRare: true })),
];
