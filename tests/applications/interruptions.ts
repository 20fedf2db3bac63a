/** What happens around something that is sent: crashes, other tabs, storage, locks, the connection. */
import type {
  Locking,
  ServiceFault,
  SessionMoment,
  SessionTab,
} from '@/applications/outbox/sessions.fixture';
import { after, before, first, forms, later, type Interruption, type Play } from './interruption';
import { correction, reply, tell, withdrawal } from './subjects';
import { hourMs, type SituationVisit } from './visit';

const everything = [...forms, correction, withdrawal, reply];
const formsAndReply = [...forms, reply];

/** A crash when a moment comes for the first time. */
const crash = (moment: SessionMoment) =>
  before(({ device }, tab) => device.once(moment, () => device.close(tab)));

const faultFrom = (moment: SessionMoment, fault: ServiceFault) =>
  before(({ device }) => device.once(moment, () => (device.fault = fault)));

/** Another tab tries to send what waits, at the moment in which this one does. */
const withLocks =
  (locking: Locking): Play =>
  async (visit, line, { begin, send, sendAgain }) => {
    visit.device.locking = locking;
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
async function sendAnother(visit: SituationVisit, tab: SessionTab, text = 'two'): Promise<void> {
  await visit.write(text, tab);
  await visit.send(tab);
}

/** “Not yet”, and “Yes” under the same number while, or after, that is sent. */
const tellAgain =
  (isMeanwhile: boolean): Play =>
  async (visit, line, { send }) => {
    const id = visit.device.newId();
    const tab = await tell(visit, line, 'no', id);
    const sending = send(visit, tab);
    await (isMeanwhile ? visit.device.next('request') : sending);
    const again = await tell(visit, line, 'yes', id);
    await sending;
    await send(visit, again);
  };

const crashes: readonly Interruption[] = [
  { name: 'nothing', of: everything, play: before(() => {}) },
  { name: 'crash before it is stored', of: formsAndReply, play: crash('store') },
  { name: 'crash once it is stored', of: forms, play: crash('stored') },
  { name: 'crash while it is sent', of: everything, play: crash('request') },
  { name: 'crash before the answer is stored', of: everything, play: crash('answer') },
  {
    name: 'crash once the answer is stored',
    of: forms,
    play: before((visit, tab) => {
      const { device } = visit;
      visit.isSilent = true;
      device.once('answer', () => device.once('stored', () => device.close(tab)));
    }),
  },
  {
    name: 'crash while it is sent, and again',
    of: forms,
    play: async (visit, line, subject) => {
      await crash('request')(visit, line, subject);
      visit.device.clock += hourMs;
      const tab = await visit.open();
      visit.device.once('answer', () => visit.device.close(tab));
      await tab.flush(true);
    },
  },
  {
    name: 'reload after it',
    of: forms,
    play: after(async (visit, tab) => {
      visit.device.close(tab);
      const again = await visit.open();
      await again.flush();
      await visit.look(again);
    }),
  },
  {
    name: 'closed after it, another page an hour later',
    of: formsAndReply,
    play: later(({ device }) => (device.clock += hourMs)),
  },
];

const tabs: readonly Interruption[] = [
  {
    name: 'Send is pressed twice',
    of: forms,
    play: async (visit, line, { begin, send }) => {
      const tab = await begin(visit, line);
      await Promise.all([send(visit, tab), send(visit, tab)]);
    },
  },
  { name: 'second tab sends the same text meanwhile', of: forms, play: secondTab('one', false) },
  { name: 'second tab sends another text meanwhile', of: forms, play: secondTab('two', false) },
  { name: 'second tab sends another text later', of: forms, play: secondTab('two', true) },
  {
    name: 'second tab corrects it too',
    of: [correction],
    play: async (visit, line, { begin, send }) => {
      const tab = await begin(visit, line);
      const other = await visit.write('three');
      await other.run(() => other.submitting.earlier());
      for (const one of [tab, other, other]) await send(visit, one);
    },
  },
  {
    name: 'edited while it is sent, and sent again',
    of: forms,
    play: async (visit, line, { begin, send }) => {
      const tab = await begin(visit, line);
      const editing = visit.device.next('request').then(() => visit.write('one, and more', tab));
      await send(visit, tab);
      await editing;
      await send(visit, tab);
    },
  },
  { name: 'two tabs, locks are granted', of: formsAndReply, play: withLocks('granted') },
  { name: 'two tabs, locks are refused', of: formsAndReply, play: withLocks('refused') },
  { name: 'two tabs, locks never come', of: forms, play: withLocks('silent') },
  { name: 'two tabs, no locks', of: [...forms, correction, reply], play: withLocks('missing') },
  { name: 'another one meanwhile', of: [reply], play: tellAgain(true) },
  { name: 'another one after it', of: [reply], play: tellAgain(false) },
  {
    name: 'and another application',
    of: [withdrawal],
    play: after(async (visit, tab) => {
      await sendAnother(visit, tab);
      await visit.send(tab);
    }),
  },
  {
    name: 'and a correction waits',
    of: [withdrawal],
    play: async (visit, line, { begin }) => {
      const tab = await begin(visit, line);
      await visit.write('two', tab);
      await Promise.all([visit.send(tab), tab.flush()]);
    },
  },
];

const device: readonly Interruption[] = [
  ...(['full', 'forbidden', 'silent'] as const).map((fault) => ({
    name: `storage is ${fault}`,
    of: formsAndReply,
    play: first((visit) => (visit.device.fault = fault)),
  })),
  {
    name: 'storage is full, and the page is closed',
    of: forms,
    play: async (visit, line, subject) => {
      await first((one) => (one.device.fault = 'full'))(visit, line, subject);
      for (const tab of visit.device.tabs) visit.device.close(tab);
    },
  },
  { name: 'storage is full from the request on', of: formsAndReply, play: faultFrom('request', 'full') },
  {
    name: 'storage is forbidden from the answer on',
    of: formsAndReply,
    play: faultFrom('answer', 'forbidden'),
  },
  {
    name: 'the browser says there is no connection',
    of: forms,
    play: first((visit) => (visit.device.saysOnline = false)),
  },
  {
    name: 'no connection, then there is one',
    of: formsAndReply,
    play: async (visit, line, { begin, send, sendAgain }) => {
      visit.device.online = false;
      const tab = await begin(visit, line);
      await send(visit, tab);
      visit.device.online = true;
      await sendAgain(visit, tab);
    },
  },
  { name: 'with a file', of: forms, play: first((visit) => (visit.hasFile = true)) },
  {
    name: 'with a file, storage is full',
    of: forms,
    play: first((visit) => {
      visit.hasFile = true;
      visit.device.fault = 'full';
    }),
  },
  {
    name: 'with a file, then without it',
    of: forms,
    play: async (visit, line, { begin, send }) => {
      visit.hasFile = true;
      const tab = await begin(visit, line);
      await send(visit, tab);
      visit.hasFile = false;
      await send(visit, tab);
    },
  },
];

export const interruptions: readonly Interruption[] = [...crashes, ...tabs, ...device];
