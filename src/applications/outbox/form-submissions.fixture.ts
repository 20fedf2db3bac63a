/** A device with a form that sends to an inbox over HTTP, for all tests of a file. */
import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, vi } from 'vitest';
import { createWithdrawal } from '@/device/applied/withdrawal';
import type { LockRequests } from '@/device/storage/application/locks';
import { pressEntry, readOutboxEntry } from '@/device/storage/application/outbox-entry';
import { openPageRecords } from '@/device/storage/application/page-records';
import type { RecordStore } from '@/device/storage/records';
import { createRecordStore } from '@/device/storage/records.client';
import { useInbox } from '@scripts/local/inbox/inbox.fixture';
import { formService } from '../transport/form-service';
import {
  openFormSubmissions,
  type FormMessage,
  type FormSubmissions,
  type FormSubmissionsDependencies,
} from './form-submissions';
import { submitDue } from './submit/queue';

/** Starts an inbox before the tests of the calling file. Each test gets a new device. */
export function useFormSubmissions() {
  const inbox = useInbox('all');
  let factory: IDBFactory;
  let device: string;
  let online: boolean;
  let requests: number;
  const networkFetch = globalThis.fetch;

  beforeEach(() => {
    [factory, device, online, requests] = [new IDBFactory(), crypto.randomUUID(), true, 0];
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      requests += 1;
      return online ? networkFetch(input, init) : Promise.reject(new TypeError('Failed to fetch'));
    });
  });

  /** Of this device alone: a test before this one may still hold a lock of that name. */
  const locks = {
    request: (name: string, ...rest: [LockOptions, LockGrantedCallback<unknown>]) =>
      navigator.locks.request(`${device} ${name}`, ...rest),
  } as LockRequests;

  const submissions = async () => (await inbox.kept()).filter(({ fields }) => fields['name'] === device);

  const sent = async () => (await submissions()).map(({ fields }) => fields);

  /** A form of this device in a tab of its own, which sends what is due like every page. */
  function tab(
    formId = 'local',
    { device: store, ...more }: Partial<FormSubmissionsDependencies> & { readonly device?: RecordStore } = {},
    closesAt?: number,
  ) {
    const dependencies: FormSubmissionsDependencies = {
      records: openPageRecords(store ?? createRecordStore(() => factory)),
      isShared: false,
      locks,
      submitForm: formService.submit,
      now: () => Date.parse('2026-11-25T12:00:00.000Z'),
      online: () => online,
      timeoutMs: 5000,
      onOutboxChanged: () => {},
      draftChanged: () => {},
      newId: () => crypto.randomUUID(),
      patienceMs: 10,
      ...more,
    };
    const submitting = openFormSubmissions(
      {
        endpoint: inbox.url,
        formId,
        about: { opportunity: 'wells', title: 'Wells', organization: 'R', lang: 'en', path: '/en/wells/' },
        replyDays: 10,
        closesAt,
      },
      dependencies,
    );
    return { ...submitting, flush: (evenEarly?: boolean) => submitDue(dependencies, evenEarly) };
  }

  const message = (motivation: string): FormMessage => ({
    answers: { motivation },
    text: () => motivation,
    payload: (id, followsUp) => ({
      name: device,
      motivation,
      submission_id: id,
      ...(followsUp === undefined ? {} : { follow_up_to: followsUp }),
    }),
  });

  /** The same with a file, whose name stands in what is sent. */
  const withFile = (motivation: string, text: string): FormMessage => ({
    ...message(motivation),
    file: new Blob([text], { type: 'text/plain' }),
    payload: (id, followsUp) => ({ ...message(motivation).payload(id, followsUp), attachment: 'page.txt' }),
  });

  /** The unsent entries on the device. */
  const unsent = async () =>
    (await createRecordStore(() => factory).all('outbox')).flatMap((value) => readOutboxEntry(value) ?? []);

  /** Presses the button that withdraws the application which a form has sent, and resolves to that application. */
  async function withdraw(form: Pick<FormSubmissions, 'earlier'>) {
    const [item] = await form.earlier();
    if (!item) throw new Error('Nothing was sent.');
    const withdrawal = createWithdrawal(item, { locale: 'en', title: 'Withdrawn', logPath: '/en/saved/' });
    if (!withdrawal) throw new Error('It has no copy.');
    await createRecordStore(() => factory).change('outbox', withdrawal.id, (value) =>
      pressEntry(readOutboxEntry(value), withdrawal, Date.now()),
    );
    return item;
  }

  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

  return {
    /** Reads the fields of this device's submissions in the inbox. */
    sent,
    tab,
    message,
    withFile,
    unsent,
    withdraw,
    hashOf,
    /** Opens the records of the device. */
    records: () => createRecordStore(() => factory),
    url: () => inbox.url,
    /** Reads all submissions in the inbox of this device. */
    submissions,
    /** The number of requests to the form service so far. */
    requests: () => requests,
    setOnline: (isOnline: boolean) => {
      online = isOnline;
    },
  };
}
