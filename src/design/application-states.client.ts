/** Makes the states of the application form that only a browser makes. */
import { translateIsland } from '@/i18n/create-translate';
import type { FormStrings } from '@/applications/form/form-props';
import { createEarlierNote, createPendingNote } from '@/applications/form/browser/application-notes.client';
import { createFailureNotice, type FallbackOptions } from '@/applications/form/browser/notices.client';
import { createProblemSummary } from '@/applications/form/browser/problems.client';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import type { ApplicationState } from './states';

interface StateProps {
  readonly locale: string;
  readonly strings: FormStrings;
  readonly missing: string;
}

const at = '2026-11-25T12:00:00.000Z';
const id = '9b2e3a44-1111-4222-8333-444455556666';
const about = { opportunity: 'wells', title: 'Wells', organization: 'Riverbank', lang: 'en', path: '/en/' };

function stateOf(state: ApplicationState, { locale, strings, missing }: StateProps): HTMLElement {
  const t = translateIsland(locale, strings);
  const other: FallbackOptions = {
    message: missing,
    shortMessage: missing,
    subject: missing,
    contactEmail: 'hello@example.org',
    fileName: 'wells.txt',
    t,
  };
  const entry = (name: OutboxEntry['state']): OutboxEntry => {
    return { id, state: name, createdAt: at, attempts: 1, about, endpoint: '', formId: '', payload: {} };
  };
  const pending = (name: OutboxEntry['state']) => {
    return { entry: entry(name), mine: false, isStored: true, isSending: false };
  };
  switch (state) {
    case 'offline':
      return createFailureNotice({ kind: 'unconfirmed', reason: 'network' }, pending('unconfirmed'), other);
    case 'refused':
      return createFailureNotice({ kind: 'refused', reason: 'limit' }, pending('refused'), other);
    case 'waiting':
    case 'unconfirmed': {
      const can = { retry: () => {}, withdraw: () => {} };
      return createPendingNote(pending(state), { t, locale }, Date.parse(at), other, can);
    }
    case 'applied':
      return createEarlierNote({ ...about, id, appliedAt: at, followUps: [] }, { t, locale }, () => {});
    case 'problems':
      return createProblemSummary(t('apply.error.title'), [{ name: 'name', message: missing }]);
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-application-state]')) {
  const { applicationState, props = '{}' } = place.dataset;
  place.append(stateOf(applicationState as ApplicationState, JSON.parse(props) as StateProps));
}
