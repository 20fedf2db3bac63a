/**
 * What happens around something that is sent: crashes, other tabs, storage, locks, the connection, a shared device, a
 * deletion, another site and another clock; before it, meanwhile, after it, or later.
 */
import type {
  ServiceFault,
  SessionConnection,
  SessionMoment,
  SessionTab,
} from '@/applications/outbox/sessions.fixture';
import { readSentRecord } from '@/device/storage/application/outbox-entry';
import { application, correction, message, reply, tell, withdrawal, type Subject } from './subjects';
import { hourMs, type SituationVisit } from './visit';

type Play = (visit: SituationVisit, line: SessionConnection, subject: Subject) => Promise<void>;

export interface Interruption {
  readonly name: string;
  /** What is sent in it. */
  readonly of: readonly Subject[];
  readonly play: Play;
  /** How far (ms) ahead the closing date is. */
  readonly closesIn: number | undefined;
}

const forms: readonly Subject[] = [application, message];
const formsAndReply = [...forms, reply];
const formsAndCorrection = [...forms, correction];
const everything = [...formsAndReply, correction, withdrawal];
const yearMs = 365 * 24 * hourMs;

/** Begins it, does something, and sends it. */
const before =
  (change: (visit: SituationVisit, tab: SessionTab) => unknown): Play =>
  async (visit, line, { begin, send }) => {
    const tab = await begin(visit, line);
    change(visit, tab);
    await send(visit, tab);
  };

/** Does something first, then begins and sends it. */
const first =
  (change: (visit: SituationVisit) => void): Play =>
  async (visit, line, { begin, send }) => {
    change(visit);
    await send(visit, await begin(visit, line));
  };

/** Does something while it is sent. */
const meanwhile =
  (change: (visit: SituationVisit) => Promise<void>): Play =>
  async (visit, line, { begin, send }) => {
    const tab = await begin(visit, line);
    const changing = visit.device.next('request').then(() => change(visit));
    await send(visit, tab);
    await changing;
    if (visit.device.tabs.includes(tab)) await visit.look(tab);
  };

/** Does something once it was sent, or not. */
const after =
  (change: (visit: SituationVisit, tab: SessionTab) => unknown): Play =>
  async (visit, line, { begin, send }) => {
    const tab = await begin(visit, line);
    await send(visit, tab);
    await change(visit, tab);
  };

/** Another page is opened once something has happened; the tab was closed before. */
const later = (change: (visit: SituationVisit) => void): Play =>
  after(async (visit, tab) => {
    visit.device.close(tab);
    change(visit);
    visit.device.close(await visit.visitPage());
  });

/** A crash when a moment comes for the first time. */
const crash = (moment: SessionMoment) =>
  before(({ device }, tab) => device.once(moment, () => device.close(tab)));

const faultFrom = (moment: SessionMoment, fault: ServiceFault) =>
  before(({ device }) => device.once(moment, () => (device.fault = fault)));

/** Another tab tries to send what waits, at the moment in which this one does. */
const twoTabs: Play = async (visit, line, { begin, send, sendAgain }) => {
  const tab = await begin(visit, line);
  const other = visit.device.open();
  const sending = visit.device.next('request').then(() => sendAgain(visit, other));
  await Promise.all([send(visit, tab), sending]);
};

/** A second tab whose text is sent while, or after, the first one's is; Send is pressed there until it is done. */
const secondTab =
  (text: string, isLater: boolean): Play =>
  async (visit, line, { begin }) => {
    const tab = await begin(visit, line);
    const other = await visit.write(text);
    const sending = visit.send(tab);
    await (isLater ? sending : visit.device.next('request'));
    await visit.send(other);
    await sending;
    await visit.send(other);
  };

/** Writes another text in the tab, and sends it too. */
async function sendAnother(visit: SituationVisit, tab: SessionTab): Promise<void> {
  await visit.write('two', tab);
  await visit.send(tab);
}

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
  for (const { entry } of (await tab?.submitting.pending()) ?? []) {
    visit.deleted.add(entry.payload['motivation'] ?? '');
    await tab?.run(() => tab.submitting.remove(entry));
  }
}

/** Deletes what the log has, as the privacy page does. */
async function deleteLog({ device: { records } }: SituationVisit): Promise<void> {
  for (const record of await records.all('outbox')) {
    const sent = readSentRecord(record);
    if (sent) await records.change('outbox', sent.id, () => undefined);
  }
}

const plays: readonly (readonly [name: string, of: readonly Subject[], play: Play, closesIn?: number])[] = [
  ['nothing', everything, before(() => {})],
  ['crash before it is stored', formsAndReply, crash('store')],
  ['crash once it is stored', forms, crash('stored')],
  ['crash while it is sent', everything, crash('request')],
  ['crash before the answer is stored', everything, crash('answer')],
  [
    'reload after it',
    forms,
    after(async (visit, tab) => {
      visit.device.close(tab);
      const again = await visit.open();
      await again.flush();
      await visit.look(again);
    }),
  ],
  ['closed, another page an hour later', formsAndReply, later(({ device }) => (device.clock += hourMs))],
  [
    'Send is pressed twice',
    forms,
    async (visit, line, { begin, send }) => {
      const tab = await begin(visit, line);
      await Promise.all([send(visit, tab), send(visit, tab)]);
    },
  ],
  ['second tab sends the same text meanwhile', forms, secondTab('one', false)],
  ['second tab sends another text meanwhile', forms, secondTab('two', false)],
  ['second tab sends another text later', forms, secondTab('two', true)],
  [
    'edited while it is sent, and sent again',
    forms,
    async (visit, line, { begin, send }) => {
      const tab = await begin(visit, line);
      const editing = visit.device.next('request').then(() => visit.write('one, and more', tab));
      await send(visit, tab);
      await editing;
      await send(visit, tab);
    },
  ],
  ...(['granted', 'refused', 'silent', 'missing'] as const).map(
    (locking) =>
      [
        `two tabs, locks are ${locking}`,
        locking === 'missing' ? [...formsAndCorrection, reply] : formsAndReply,
        async (visit: SituationVisit, ...rest: [SessionConnection, Subject]) => {
          visit.device.locking = locking;
          await twoTabs(visit, ...rest);
        },
      ] as const,
  ),
  [
    '“Yes” after “Not yet”, under the same number',
    [reply],
    async (visit, line, { send }) => {
      const id = visit.device.newId();
      const tab = await tell(visit, line, 'no', id);
      const sending = send(visit, tab);
      await visit.device.next('request');
      const again = await tell(visit, line, 'yes', id);
      await sending;
      await send(visit, again);
    },
  ],
  [
    'and another application',
    [withdrawal],
    after(async (visit, tab) => {
      await sendAnother(visit, tab);
      await visit.send(tab);
    }),
  ],
  [
    'and a correction waits',
    [withdrawal],
    async (visit, line, { begin }) => {
      const tab = await begin(visit, line);
      await visit.write('two', tab);
      await Promise.all([visit.send(tab), tab.flush()]);
    },
  ],
  ...(['full', 'forbidden', 'silent'] as const).map(
    (fault) => [`storage is ${fault}`, formsAndReply, first(({ device }) => (device.fault = fault))] as const,
  ),
  [
    'storage is full, and the page is closed',
    forms,
    async (visit, line, subject) => {
      await first((one) => (one.device.fault = 'full'))(visit, line, subject);
      for (const tab of visit.device.tabs) visit.device.close(tab);
    },
  ],
  ['storage is full from the request on', formsAndReply, faultFrom('request', 'full')],
  ['storage is forbidden from the answer on', formsAndReply, faultFrom('answer', 'forbidden')],
  ['the browser says there is no connection', forms, first(({ device }) => (device.saysOnline = false))],
  [
    'no connection, then there is one',
    formsAndReply,
    async (visit, line, { begin, send, sendAgain }) => {
      visit.device.online = false;
      const tab = await begin(visit, line);
      await send(visit, tab);
      visit.device.online = true;
      await sendAgain(visit, tab);
    },
  ],
  ['with a file', forms, first((visit) => (visit.hasFile = true))],
  ['shared before', forms, first(({ device }) => (device.isShared = true))],
  ['shared while it is sent', formsAndCorrection, meanwhile((visit) => setShared(visit, true))],
  [
    'shared after, and the page is closed',
    forms,
    after(async (visit, tab) => {
      await setShared(visit, true);
      visit.device.close(tab);
    }),
  ],
  [
    'shared after, and taken back',
    forms,
    after(async (visit) => {
      await setShared(visit, true);
      await setShared(visit, false);
    }),
  ],
  ['deleted while it is sent', formsAndCorrection, meanwhile(deletePending)],
  [
    'deleted when it has just ended',
    forms,
    async (visit, line, { begin, send }) => {
      const tab = await begin(visit, line);
      const shown = visit.device.next('request').then(() => tab.submitting.pending());
      await send(visit, tab);
      for (const { entry } of await shown) {
        visit.deleted.add('one');
        await tab.run(() => tab.submitting.remove(entry));
        const ids = (await visit.device.records.all('outbox')).map((record) => Object(record).id as unknown);
        if (visit.has(entry.id) && !ids.includes(entry.id)) visit.fault('what arrived has left no trace');
      }
    },
  ],
  ...[false, true].map(
    (isInSecondTab) =>
      [
        `deleted ${isInSecondTab ? 'in a second tab' : 'after'}, and another one is sent`,
        forms,
        after(async (visit, tab) => {
          if (isInSecondTab) visit.device.open();
          await deletePending(visit);
          await sendAnother(visit, tab);
        }),
      ] as const,
  ),
  ['the log is deleted while it is sent', [correction], meanwhile(deleteLog)],
  ['the log is deleted after it', [correction], after(deleteLog)],
  [
    'opened again after the closing date',
    [application],
    later(({ device }) => {
      device.clock += 2 * hourMs;
      device.site = { isOpen: false };
    }),
    hourMs,
  ],
  [
    'opened again ten days after the closing date',
    [application],
    later((visit) => {
      visit.comesBackAfter = 10 * 24 * hourMs;
      visit.device.clock += visit.comesBackAfter;
    }),
    hourMs,
  ],
  [
    'the site says that it is filled',
    [application],
    first(({ device }) => (device.site = { isOpen: false })),
  ],
  [
    'the site says later that it is filled',
    [application],
    later(({ device }) => {
      device.site = { isOpen: false };
      device.clock += hourMs;
    }),
  ],
  [
    'the form has another address by now',
    forms,
    later(({ device, id, stage }) => {
      device.site = { isOpen: true, form: { endpoint: stage.url, formId: `${id}-moved` } };
      // Nothing is ever accepted at the old address again.
      device.connectionsByForm = { [id]: 'not-found' };
      device.clock += hourMs;
    }),
  ],
  [
    'the clock is five years ahead, then right',
    forms,
    async (visit, line, subject) => {
      visit.device.clock = 5 * yearMs;
      await later(({ device }) => (device.clock = 0))(visit, line, subject);
    },
  ],
];

export const interruptions: readonly Interruption[] = plays.map(([name, of, play, closesIn]) => ({
  name,
  of,
  play,
  closesIn,
}));
