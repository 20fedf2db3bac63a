/** Makes the states of the application form that only a browser makes. */
import { translateIsland } from '@/i18n/create-translate';
import type { FormStrings } from '@/applications/form/form-props';
import { createTellingAlert } from '@/applications/form/browser/form-tellings.client';
import { createProblemSummary } from '@/applications/form/browser/problems.client';
import { createSubmissionNote, sendableText } from '@/applications/outbox/panel/submission-note.client';
import { tellEntry, tellSent } from '@/device/storage/application/tell-submission';
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
  const entry = (reason: string | undefined): OutboxEntry => ({
    id,
    state: 'waiting',
    reason,
    pressedAt: at,
    triedAt: at,
    attempts: 1,
    about,
    endpoint: '',
    formId: '',
    contact: 'hello@example.org',
    payload: {},
    text: missing,
  });
  const actions = { now: () => {}, remove: () => {}, correct: () => {} };
  const context = { t, now: Date.parse(at), isStored: true, isSending: false };
  const note = (one: OutboxEntry) =>
    createSubmissionNote(tellEntry(one, context), t, actions, sendableText(one));
  const alert = (one: OutboxEntry) =>
    createTellingAlert(tellEntry(one, context), t, actions, sendableText(one), true);
  switch (state) {
    case 'offline':
      return alert(entry('network'));
    case 'refused':
      return alert(entry('limit'));
    case 'waiting':
      return note(entry('offline'));
    case 'unconfirmed':
      return note(entry(undefined));
    case 'applied': {
      const item = { ...about, id, state: 'sent' as const, appliedAt: at, followUps: [] };
      return createSubmissionNote(tellSent(item, t, { isChanged: false }), t, actions);
    }
    case 'problems':
      return createProblemSummary(t('form.error.title'), [{ name: 'name', message: missing }]);
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-application-state]')) {
  const { applicationState, props = '{}' } = place.dataset;
  place.append(stateOf(applicationState as ApplicationState, JSON.parse(props) as StateProps));
}
