/** Items for tests of data on the device. */
import type { AppliedItem } from './application/applied-item';
import type { OutboxEntry } from './application/outbox-entry';
import type { SavedItem } from '../saved/saved-store';

export const savedItem = (more: Partial<SavedItem> = {}): SavedItem => ({
  id: 'wells',
  title: 'Translate a well handbook',
  organization: 'Sahel Wells Network',
  lang: 'en',
  path: '/en/opportunities/translate-a-well-handbook/',
  savedAt: '2026-11-25T12:00:00.000Z',
  ...more,
});

export const appliedItem = (more: Partial<AppliedItem> = {}): AppliedItem => ({
  id: '9b2e3a44-1111-4222-8333-444455556666',
  opportunity: 'wells',
  title: 'Translate a well handbook',
  organization: 'Sahel Wells Network',
  lang: 'en',
  path: '/en/opportunities/translate-a-well-handbook/',
  appliedAt: '2026-11-25T12:00:00.000Z',
  ...more,
});

/** An application that waits after an attempt. */
export const outboxEntry = (more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'a',
  state: 'waiting',
  pressedAt: '2026-11-25T12:00:00.000Z',
  triedAt: '2026-11-25T12:00:00.000Z',
  attempts: 1,
  about: { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/wells/' },
  endpoint: 'https://f.example',
  formId: 'abc',
  payload: {},
  ...more,
});
