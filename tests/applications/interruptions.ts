/** What happens around an application or a message while it is sent: crashes, tabs, storage, locks, the connection. */
import type {
  ServiceFault,
  SessionConnection,
  Locking,
  SessionMoment,
} from '@/applications/outbox/sessions.fixture';
import { hourMs, type Kind, type SituationVisit } from './situations-visit';

export interface Around {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** Plays it. The form service answers so from when what it is about is sent. */
  readonly play: (visit: SituationVisit, line: SessionConnection) => Promise<void>;
  /** How far (ms) ahead the closing date is. */
  readonly closesIn?: number;
}

export const forms: readonly Kind[] = ['application', 'message'];

/** Writes in a tab, and has the service answer so. */
async function begin(visit: SituationVisit, line: SessionConnection, text = 'one') {
  const tab = await visit.write(text);
  visit.device.line = line;
  return tab;
}

/** A crash when a moment comes for the first time after Send. */
async function crashAt(visit: SituationVisit, line: SessionConnection, moment: SessionMoment): Promise<void> {
  const tab = await begin(visit, line);
  visit.device.once(moment, () => visit.device.close(tab));
  await visit.send(tab);
}

/** Storage that fails from the start, or from a moment on. */
async function withFault(
  visit: SituationVisit,
  line: SessionConnection,
  fault: ServiceFault,
  from?: SessionMoment,
): Promise<void> {
  if (from === undefined) visit.device.fault = fault;
  const tab = await begin(visit, line);
  if (from !== undefined) visit.device.once(from, () => (visit.device.fault = fault));
  await visit.send(tab);
}

/** Another tab tries to send what waits, at the moment in which this one does. */
async function withLocks(visit: SituationVisit, line: SessionConnection, locking: Locking): Promise<void> {
  visit.device.locking = locking;
  const tab = await begin(visit, line);
  const other = visit.device.open();
  const flushing = visit.device.next('request').then(() => other.run(() => other.submitting.flush(true)));
  await Promise.all([visit.send(tab), flushing]);
  await visit.look(other);
}

/** A second tab whose text is sent while, or after, the first one's is; Send is pressed there until it is done. */
async function secondTab(
  visit: SituationVisit,
  line: SessionConnection,
  text: string,
  isLater: boolean,
): Promise<void> {
  const tab = await begin(visit, line);
  const other = await visit.write(text);
  const sending = visit.send(tab);
  await (isLater ? sending : visit.device.next('request'));
  await visit.send(other);
  await sending;
  await visit.send(other);
}

const aroundAll: readonly Omit<Around, 'kinds'>[] = [
  { name: 'nothing', play: async (visit, line) => visit.send(await begin(visit, line)) },
  {
    name: 'reload after it',
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await visit.send(tab);
      visit.device.close(tab);
      const again = await visit.open();
      await again.run(() => again.submitting.flush());
      await visit.look(again);
    },
  },
  {
    name: 'closed after it, another page an hour later',
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await visit.send(tab);
      visit.device.close(tab);
      visit.device.clock += hourMs;
      visit.device.close(await visit.visitPage());
    },
  },
  {
    name: 'Send is pressed twice',
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await Promise.all([visit.send(tab), visit.send(tab)]);
    },
  },
  { name: 'crash before it is stored', play: (visit, line) => crashAt(visit, line, 'store') },
  { name: 'crash once it is stored', play: (visit, line) => crashAt(visit, line, 'stored') },
  { name: 'crash while it is sent', play: (visit, line) => crashAt(visit, line, 'request') },
  { name: 'crash before the answer is stored', play: (visit, line) => crashAt(visit, line, 'answer') },
  {
    name: 'crash once the answer is stored',
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      visit.isSilent = true;
      visit.device.once('answer', () => visit.device.once('stored', () => visit.device.close(tab)));
      await visit.send(tab);
    },
  },
  {
    name: 'crash while it is sent, and again',
    play: async (visit, line) => {
      await crashAt(visit, line, 'request');
      visit.device.clock += hourMs;
      const tab = await visit.open();
      visit.device.once('answer', () => visit.device.close(tab));
      await tab.run(() => tab.submitting.flush(true));
    },
  },
  {
    name: 'second tab sends the same text meanwhile',
    play: (visit, line) => secondTab(visit, line, 'one', false),
  },
  {
    name: 'second tab sends another text meanwhile',
    play: (visit, line) => secondTab(visit, line, 'two', false),
  },
  {
    name: 'second tab sends another text later',
    play: (visit, line) => secondTab(visit, line, 'two', true),
  },
  {
    name: 'edited while it is sent, and sent again',
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      const editing = visit.device.next('request').then(() => visit.write('one, and more', tab));
      await visit.send(tab);
      await editing;
      await visit.send(tab);
    },
  },
  {
    name: 'edited during the retry, and sent again',
    play: async (visit, line) => {
      const tab = await begin(visit, line);
      await visit.send(tab);
      const [entry] = (await visit.device.records.all('outbox')) as { state: string }[];
      const editing = visit.device.next('request').then(() => visit.write('one, and more', tab));
      if (entry !== undefined && entry.state !== 'sent') {
        await tab.run(() => tab.submitting.flush(true));
        for (const pending of await tab.submitting.pending()) await tab.submitting.retry(pending.entry);
        await editing;
      } else await visit.write('one, and more', tab);
      await visit.send(tab);
    },
  },
  { name: 'storage is full', play: (visit, line) => withFault(visit, line, 'full') },
  { name: 'storage is forbidden', play: (visit, line) => withFault(visit, line, 'forbidden') },
  { name: 'storage never answers', play: (visit, line) => withFault(visit, line, 'silent') },
  {
    name: 'storage is full, and the page is closed',
    play: async (visit, line) => {
      await withFault(visit, line, 'full');
      for (const tab of visit.device.tabs) visit.device.close(tab);
    },
  },
  {
    name: 'storage is full from the request on',
    play: (visit, line) => withFault(visit, line, 'full', 'request'),
  },
  {
    name: 'storage is forbidden from the answer on',
    play: (visit, line) => withFault(visit, line, 'forbidden', 'answer'),
  },
  { name: 'two tabs, locks are granted', play: (visit, line) => withLocks(visit, line, 'granted') },
  { name: 'two tabs, locks are refused', play: (visit, line) => withLocks(visit, line, 'refused') },
  { name: 'two tabs, locks never come', play: (visit, line) => withLocks(visit, line, 'silent') },
  { name: 'two tabs, no locks', play: (visit, line) => withLocks(visit, line, 'missing') },
  {
    name: 'the browser says there is no connection',
    play: async (visit, line) => {
      visit.device.saysOnline = false;
      await visit.send(await begin(visit, line));
    },
  },
  {
    name: 'no connection, then there is one',
    play: async (visit, line) => {
      visit.device.online = false;
      const tab = await begin(visit, line);
      await visit.send(tab);
      visit.device.online = true;
      await tab.run(() => tab.submitting.flush(true));
      await visit.look(tab);
    },
  },
  {
    name: 'with a file',
    play: async (visit, line) => {
      visit.hasFile = true;
      await visit.send(await begin(visit, line));
    },
  },
  {
    name: 'with a file, storage is full',
    play: async (visit, line) => {
      visit.hasFile = true;
      await withFault(visit, line, 'full');
    },
  },
  {
    name: 'with a file, then without it',
    play: async (visit, line) => {
      visit.hasFile = true;
      const tab = await begin(visit, line);
      await visit.send(tab);
      visit.hasFile = false;
      await visit.send(tab);
    },
  },
];

export const around: readonly Around[] = aroundAll.map((one) => ({ kinds: forms, ...one }));
