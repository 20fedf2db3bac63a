/** Items for tests of data on the device. */
import type { AppliedItem } from './application/applied-item';
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
