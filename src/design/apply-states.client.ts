/** Makes the states of the application form that only a browser makes. */
import type { FormWords } from '@/applications/form/form-props';
import { earlierNote, pendingNote } from '@/applications/form/browser/kept-notes.client';
import { failureNotice, type OtherWays } from '@/applications/form/browser/notices.client';
import { problemSummary } from '@/applications/form/browser/problems.client';
import type { OutboxEntry } from '@/device/storage/application/outbox';

interface Words {
  readonly locale: string;
  readonly words: FormWords;
  readonly missing: string;
}

const at = '2026-11-25T12:00:00.000Z';
const id = '9b2e3a44-1111-4222-8333-444455556666';
const about = { opportunity: 'wells', title: 'Wells', organization: 'Riverbank', lang: 'en', path: '/en/' };

function stateOf(state: string, { locale, words, missing }: Words): HTMLElement {
  const other: OtherWays = {
    letter: missing,
    shortLetter: missing,
    subject: missing,
    contactEmail: 'hello@example.org',
    fileName: 'wells.txt',
    words,
  };
  const entry = (name: OutboxEntry['state']): OutboxEntry => {
    return { id, state: name, createdAt: at, attempts: 1, about, endpoint: '', formId: '', payload: {} };
  };
  const pending = (name: OutboxEntry['state']) => {
    return { entry: entry(name), mine: false, isStored: true, isSending: false };
  };
  switch (state) {
    case 'offline':
      return failureNotice({ kind: 'unconfirmed', reason: 'network' }, pending('unconfirmed'), other);
    case 'refused':
      return failureNotice({ kind: 'refused', reason: 'limit' }, pending('refused'), other);
    case 'waiting':
    case 'unconfirmed': {
      const can = { retry: () => {}, withdraw: () => {} };
      return pendingNote(pending(state), { words, locale }, Date.parse(at), other, can);
    }
    case 'applied':
      return earlierNote({ ...about, id, appliedAt: at, followUps: [] }, { words, locale }, () => {});
    default:
      return problemSummary(words.errorTitle, [{ name: 'name', message: missing }]);
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-apply-state]'))
  place.append(
    stateOf(place.dataset['applyState'] ?? '', JSON.parse(place.dataset['words'] ?? '{}') as Words),
  );
