/** What happens around a reply: what the visitor tells the editors, which pages without a form send. */
import { createReplyEntry } from '@/device/applied/reply-entry';
import { submitDue } from '@/applications/outbox/submit/submit-entry';
import type {
  ServiceFault,
  SessionConnection,
  Locking,
  SessionMoment,
  SessionTab,
} from '@/applications/outbox/sessions.fixture';
import type { Around } from './interruptions';
import { putEntry } from './situations-corrections';
import { hourMs, type SituationVisit } from './situations-visit';

/** Puts a reply into the outbox of a new page, and has the service answer so. */
async function tell(
  visit: SituationVisit,
  line: SessionConnection,
  said: 'yes' | 'no',
  id = visit.device.newId(),
): Promise<SessionTab> {
  const tab = visit.device.open();
  const { about, endpoint, formId } = visit.target;
  const at = new Date(visit.device.now()).toISOString();
  const item = { ...about, id: 'applied', appliedAt: at, followUps: [] };
  const entry = createReplyEntry(
    item,
    { id, said, at },
    { endpoint, formId, thanksPath: '/', logPath: '/en/saved/', locale: 'en', subjects: { yes: '', no: '' } },
  );
  visit.device.line = line;
  const isStored = await putEntry(tab, entry);
  visit.presses.push({ text: said, number: id, result: isStored ? 'waiting' : 'closed' });
  if (!isStored) visit.told.add(said);
  return tab;
}

async function sendFrom(visit: SituationVisit, tab: SessionTab, evenEarly = false): Promise<void> {
  await tab.run(() => submitDue(tab.dependencies, evenEarly));
  if (visit.device.tabs.includes(tab)) await visit.lookAtPage(tab);
}

async function crashAt(visit: SituationVisit, line: SessionConnection, moment: SessionMoment): Promise<void> {
  const tab = await tell(visit, line, 'yes');
  visit.device.once(moment, () => visit.device.close(tab));
  await sendFrom(visit, tab);
}

async function withFault(
  visit: SituationVisit,
  line: SessionConnection,
  fault: ServiceFault,
  from?: SessionMoment,
): Promise<void> {
  if (from === undefined) visit.device.fault = fault;
  const tab = await tell(visit, line, 'yes');
  if (from !== undefined) visit.device.once(from, () => (visit.device.fault = fault));
  await sendFrom(visit, tab);
}

/** Two pages send what is due at the same time. */
async function withLocks(visit: SituationVisit, line: SessionConnection, locking: Locking): Promise<void> {
  visit.device.locking = locking;
  const tab = await tell(visit, line, 'yes');
  const other = visit.device.open();
  await Promise.all([sendFrom(visit, tab), sendFrom(visit, other, true)]);
}

/** “Not yet”, and later “Yes” under the same number. */
async function tellAgain(
  visit: SituationVisit,
  line: SessionConnection,
  isMeanwhile: boolean,
): Promise<void> {
  const id = visit.device.newId();
  const tab = await tell(visit, line, 'no', id);
  const sending = sendFrom(visit, tab);
  await (isMeanwhile ? visit.device.next('request') : sending);
  const again = await tell(visit, line, 'yes', id);
  await sending;
  await sendFrom(visit, again);
}

const replyAround: readonly Omit<Around, 'kinds'>[] = [
  { name: 'nothing', play: async (visit, line) => sendFrom(visit, await tell(visit, line, 'yes')) },
  {
    name: 'closed after it, another page an hour later',
    play: async (visit, line) => {
      const tab = await tell(visit, line, 'yes');
      await sendFrom(visit, tab);
      visit.device.close(tab);
      visit.device.clock += hourMs;
      visit.device.close(await visit.visitPage());
    },
  },
  { name: 'crash once it is stored', play: (visit, line) => crashAt(visit, line, 'store') },
  { name: 'crash while it is sent', play: (visit, line) => crashAt(visit, line, 'request') },
  { name: 'crash before the answer is stored', play: (visit, line) => crashAt(visit, line, 'answer') },
  { name: 'storage is full', play: (visit, line) => withFault(visit, line, 'full') },
  { name: 'storage is forbidden', play: (visit, line) => withFault(visit, line, 'forbidden') },
  { name: 'storage never answers', play: (visit, line) => withFault(visit, line, 'silent') },
  {
    name: 'storage is full from the request on',
    play: (visit, line) => withFault(visit, line, 'full', 'request'),
  },
  {
    name: 'storage is forbidden from the answer on',
    play: (visit, line) => withFault(visit, line, 'forbidden', 'answer'),
  },
  { name: 'two pages, locks are granted', play: (visit, line) => withLocks(visit, line, 'granted') },
  { name: 'two pages, locks are refused', play: (visit, line) => withLocks(visit, line, 'refused') },
  { name: 'two pages, no locks', play: (visit, line) => withLocks(visit, line, 'missing') },
  {
    name: 'no connection, then there is one',
    play: async (visit, line) => {
      visit.device.online = false;
      const tab = await tell(visit, line, 'yes');
      await sendFrom(visit, tab);
      visit.device.online = true;
      await sendFrom(visit, tab, true);
    },
  },
  { name: 'another one meanwhile', play: (visit, line) => tellAgain(visit, line, true) },
  { name: 'another one after it', play: (visit, line) => tellAgain(visit, line, false) },
];

export const replies: readonly Around[] = replyAround.map((one) => ({ ...one, kinds: ['reply'] }));
