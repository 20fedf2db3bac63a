/** What is sent in situations: how it is begun in a tab, and how that tab or another one sends it. */
import { createReply } from '@/device/applied/reply';
import { createWithdrawal } from '@/device/applied/withdrawal';
import {
  pressEntry,
  readOutboxEntry,
  readSentRecord,
  type Submission,
} from '@/device/storage/application/outbox-entry';
import type { SessionConnection, SessionTab } from '@/applications/outbox/sessions.fixture';
import type { Kind, SituationVisit } from './visit';

export interface Subject {
  readonly kind: Kind;
  /** Writes it in a tab. From then on the form service answers so. */
  readonly begin: (visit: SituationVisit, line: SessionConnection) => Promise<SessionTab>;
  readonly send: (visit: SituationVisit, tab: SessionTab) => Promise<void>;
  /** Sends what waits, however early that is. */
  readonly sendAgain: (visit: SituationVisit, tab: SessionTab) => Promise<void>;
}

/** A form sends its own text. */
const byForm = {
  send: (visit: SituationVisit, tab: SessionTab) => visit.send(tab),
  sendAgain: async (visit: SituationVisit, tab: SessionTab) => {
    await tab.flush(true);
    await visit.look(tab);
  },
};

async function sendDue(visit: SituationVisit, tab: SessionTab, evenEarly: boolean): Promise<void> {
  await tab.flush(evenEarly);
  if (visit.device.tabs.includes(tab)) await visit.lookAtPage(tab);
}

/** A page without a form sends what is due. */
const byPage = {
  send: (visit: SituationVisit, tab: SessionTab) => sendDue(visit, tab, false),
  sendAgain: (visit: SituationVisit, tab: SessionTab) => sendDue(visit, tab, true),
};

const written = async (visit: SituationVisit, line: SessionConnection) => {
  const tab = await visit.write('one');
  visit.device.line = line;
  return tab;
};

/** Stores a submission, as pages without a form do. Resolves to false where it can't be stored. */
const store = (visit: SituationVisit, tab: SessionTab, submission: Submission): Promise<boolean> =>
  tab.run(() =>
    tab.device
      .change('outbox', submission.id, (value) =>
        pressEntry(readOutboxEntry(value), submission, visit.device.now()),
      )
      .then(
        () => true,
        () => false,
      ),
  );

export const application: Subject = { ...byForm, kind: 'application', begin: written };

export const message: Subject = { ...byForm, kind: 'message', begin: written };

/** An application is sent and arrives, and is written anew. */
export const correction: Subject = {
  ...byForm,
  kind: 'application',
  begin: async (visit, line) => {
    const tab = await visit.write('one');
    await visit.send(tab);
    await visit.write('two', tab);
    visit.device.line = line;
    return tab;
  },
};

/** An application is sent and arrives, and the message that withdraws it waits. */
export const withdrawal: Subject = {
  ...byPage,
  kind: 'application',
  begin: async (visit, line) => {
    const { device } = visit;
    const tab = await visit.write('one');
    await visit.send(tab);
    const item = readSentRecord((await device.records.all('outbox'))[0]);
    const facts = { locale: 'en', title: 'Withdrawn: Wells', logPath: '/en/saved/' };
    const submission = item && createWithdrawal(item, facts);
    if (!submission) throw new Error('Nothing was sent that could be withdrawn.');
    device.line = line;
    // It has no text of its own.
    visit.presses.push({ text: 'withdrawal', number: item.id, result: 'waiting' });
    const payload = { ...submission.payload, motivation: 'withdrawal' };
    await store(visit, tab, { ...submission, payload });
    return tab;
  },
};

/** Notes on a new page whether an answer came, which the editors are told. */
export async function tell(
  visit: SituationVisit,
  line: SessionConnection,
  said: 'yes' | 'no',
  id = visit.device.newId(),
): Promise<SessionTab> {
  const tab = visit.device.open();
  const { about, endpoint, formId } = visit.target;
  const at = new Date(visit.device.now()).toISOString();
  const submission = createReply(
    { ...about, id: 'applied', appliedAt: at },
    { id, said, at },
    { endpoint, formId, thanksPath: '/', logPath: '/en/saved/', locale: 'en', subjects: { yes: '', no: '' } },
  );
  visit.device.line = line;
  const isStored = await store(visit, tab, submission);
  visit.presses.push({ text: said, number: id, result: isStored ? 'waiting' : 'closed' });
  if (!isStored) visit.told.add(said);
  return tab;
}

export const reply: Subject = {
  ...byPage,
  kind: 'reply',
  begin: (visit, line) => tell(visit, line, 'yes'),
};
