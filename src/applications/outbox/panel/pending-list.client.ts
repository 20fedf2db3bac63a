/** Lists what hasn't arrived, and drafts: their state, their text, and a link to their page. */
import { showPart } from '@/components/late-parts.client';
import { readDrafts, sortLatestFirst, type Draft } from '@/device/storage/application/draft';
import { isDeleted, type OutboxEntry } from '@/device/storage/application/outbox-entry';
import { notifyOutboxChange } from '@/device/storage/outbox-changes.client';
import { removeRecord } from '@/device/storage/records';
import { dayAndTime } from '@/i18n/format/reader-time';
import { createElement } from '@/applications/form/browser/element.client';
import { browserDependencies } from '../submit/browser-dependencies.client';
import { deleteEntry, isBeingSent, readOutbox, sendEntry } from '../submit/queue';
import { tellEntry, type Telling, type TellingTranslate } from '@/device/storage/application/tell-submission';
import { loadTold } from '@/device/storage/application/load-told.client';
import {
  createSubmissionNote,
  sendableText,
  type NoteActions,
  type SendableText,
} from './submission-note.client';

const { records } = browserDependencies;

/** Interval (ms) between checks of a running attempt: if its page is closed, nobody reports the end. */
const lookAgainMs = 1000;

function createRow(
  { title, lang, path }: Pick<Draft, 'title' | 'lang' | 'path'>,
  organization: string,
  note: readonly [Telling, TellingTranslate, NoteActions, SendableText],
): HTMLElement {
  const [, t] = note;
  return createElement(
    'li',
    {},
    createElement('strong', { lang }, title),
    createElement('br', {}),
    organization,
    createSubmissionNote(...note),
    path !== location.pathname &&
      createElement(
        'p',
        {},
        createElement('a', { href: `${path}#apply`, class: 'on-its-own' }, t('told.open')),
      ),
  );
}

async function createEntryRow(entry: OutboxEntry, t: TellingTranslate): Promise<HTMLElement> {
  const { id, about } = entry;
  const isSending = await isBeingSent(browserDependencies, entry);
  const telling = tellEntry(entry, { t, now: Date.now(), isStored: records.isStored(id), isSending });
  // A file is taken out, or an answer corrected, in the form.
  const actions: NoteActions = {
    now: () => sendEntry(browserDependencies, entry, 'person'),
    remove: isSending ? undefined : () => deleteEntry(browserDependencies, id),
  };
  return createRow(about, about.organization, [telling, t, actions, sendableText(entry)]);
}

function createDraftRow(draft: Draft, t: TellingTranslate): HTMLElement {
  const { id, answers, savedAt } = draft;
  const first = t('told.draft', { time: dayAndTime(t.locale, Date.parse(savedAt)) });
  const remove = () => removeRecord(records, 'drafts', id).then(notifyOutboxChange);
  const text = Object.values(answers).join('\n\n');
  const sendable = { text, subject: '', contact: undefined, fileName: 'draft.txt' };
  return createRow(draft, '', [{ first }, t, { remove }, sendable]);
}

let turns = 0;

/** Shows the list as it is now. */
export async function showPending(panel: HTMLElement): Promise<void> {
  const turn = ++turns;
  const entries = (await readOutbox(browserDependencies)).entries.filter((entry) => !isDeleted(entry));
  const sent = new Set(entries.flatMap(({ draft }) => draft?.id ?? []));
  const drafts = sortLatestFirst(await readDrafts(records)).filter(({ id }) => !sent.has(id));
  if (entries.length + drafts.length === 0) {
    panel.hidden = true;
    return;
  }
  const t = await loadTold();
  const rows = await Promise.all(entries.map((entry) => createEntryRow(entry, t)));
  if (turn !== turns) return;
  panel.querySelector('ul')?.replaceChildren(...rows, ...drafts.map((draft) => createDraftRow(draft, t)));
  showPart(panel);
  if (entries.some(({ triedAt, reason }) => triedAt !== undefined && reason === undefined))
    setTimeout(() => turn === turns && void showPending(panel), lookAgainMs);
}
