/** One visitor in one situation: what they write and send, what they are told, and whether that is true then. */
import {
  isDeleted,
  numberOf,
  readOutboxEntry,
  type OutboxEntry,
} from '@/device/storage/application/outbox-entry';
import { tellEntry } from '@/device/storage/application/tell-submission';
import { translator } from '@/i18n/translate';
import { SessionDevice, type SessionTab } from '@/applications/outbox/sessions.fixture';
import { readOutbox } from '@/applications/outbox/submit/queue';
import type { FormTarget, SubmitResult } from '@/applications/outbox/form-submissions';
import type { InboxRow } from '@/applications/outbox/inbox-rows.fixture';

export type Kind = 'application' | 'message' | 'reply';

/** Where situations are played: one form inbox for all, and a device for each. */
export interface SituationStage {
  /** The inbox, without a slash at the end. */
  readonly url: string;
  /** What has arrived. */
  readonly rows: () => readonly InboxRow[];
  /** By the key of its form, which is the name of the device. */
  readonly devices: Map<string, SessionDevice>;
}

/** A press on Send. */
export interface Press {
  readonly text: string;
  /** The number that it was given; undefined while, or where, nothing was prepared. */
  number?: string;
  /** What the page said of it; undefined where the page ended before. */
  result?: SubmitResult['kind'];
}

/** A submission that arrived. */
export interface Arrival {
  readonly number: string;
  readonly text: string;
  readonly purpose: string;
  readonly followsUp: string | undefined;
}

const t = translator('en');

/** Told so, a visitor knows that it is not sent by itself, or lives only as long as the page. */
const warnings = (['saved', 'gone', 'doubtful', 'unsaved', 'ended'] as const).map((key) => t(`told.${key}`));

/** Told so, a visitor takes it for certain that it has not arrived. */
const surely = (['saved', 'gone'] as const).map((key) => t(`told.${key}`));

export const hourMs = 3_600_000;

export class SituationVisit {
  readonly device: SessionDevice;
  readonly presses: Press[] = [];
  /** Texts of which the visitor was told that they aren't sent, or aren't stored. */
  readonly told = new Set<string>();
  /** Texts that the visitor deleted. */
  readonly deleted = new Set<string>();
  /** Numbers of which the visitor was told that they were sent. */
  readonly heard = new Set<string>();
  /** Rules that were broken, in words. */
  readonly broken: string[] = [];
  hasFile = false;
  /** How far (ms) ahead the clock is when the visitor comes back. */
  comesBackAfter = 24 * hourMs;
  readonly target: FormTarget;

  constructor(
    readonly stage: SituationStage,
    readonly id: string,
    readonly kind: Kind,
    /** How long (ms) an answer is waited for. */
    waitsMs: number,
    closesIn?: number,
  ) {
    this.target = {
      // Reply reports have no form.
      kind: kind === 'message' ? kind : undefined,
      endpoint: stage.url,
      formId: id,
      closesAt: closesIn === undefined ? undefined : Date.now() + closesIn,
      about: {
        opportunity: id,
        title: 'Wells',
        organization: 'Riverbank',
        lang: 'en',
        path: '/en/opportunities/wells/',
      },
      replyDays: 10,
    };
    this.device = new SessionDevice(id, this.target);
    this.device.timeoutMs = waitsMs;
    stage.devices.set(id, this.device);
  }

  arrivals(): readonly Arrival[] {
    return this.stage
      .rows()
      .filter(({ opportunity }) => opportunity === this.id)
      .map((row) => ({
        number: row.submission_id,
        text: (row.purpose === 'reply' ? row.answered : row.motivation) ?? '',
        purpose: row.purpose ?? 'application',
        followsUp: row.follow_up_to,
      }));
  }

  has(number: string, text?: string): boolean {
    return this.arrivals().some((row) => row.number === number && (text ?? row.text) === row.text);
  }

  fault(rule: string): void {
    if (!this.broken.includes(rule)) this.broken.push(rule);
  }

  /** A tab with the form, in which what was written before is back. */
  async open(): Promise<SessionTab> {
    const tab = this.device.open();
    const found = await tab.run(() => tab.submitting.restore(() => true));
    tab.answers = { ...found };
    return tab;
  }

  /** Writes in a form: in a new one, unless in that of a tab. */
  async write(text: string, tab = this.device.open()): Promise<SessionTab> {
    tab.answers = { motivation: text };
    await tab.run(() => tab.submitting.drafts.saveAnswers(tab.answers));
    if (tab.submitting.drafts.state() === 'unsaved') this.told.add(text);
    return tab;
  }

  /** Presses Send. */
  async send(tab: SessionTab): Promise<void> {
    const text = tab.answers['motivation'] ?? '';
    const press: Press = { text };
    this.presses.push(press);
    const result = await tab.run(() =>
      tab.submitting.submit({
        answers: tab.answers,
        ...(this.hasFile ? { file: new Blob([text]) } : {}),
        text: () => text,
        payload: (id, followsUp) => {
          press.number = id;
          return {
            ...(this.kind === 'application' ? {} : { purpose: 'write' }),
            opportunity: this.id,
            name: 'A',
            email: 'a@example.org',
            motivation: text,
            ...(this.hasFile ? { attachment: 'page.txt' } : {}),
            ...(followsUp === undefined ? {} : { follow_up_to: followsUp }),
            submission_id: id,
          };
        },
      }),
    );
    // The tab was closed.
    if ((result as SubmitResult | undefined) === undefined) return;
    press.result = result.kind;
    if (result.kind === 'sent') this.heard.add(result.item.id);
    if (result.kind === 'sent' && !this.has(result.item.id, text))
      this.fault(`“${text}” was told to be sent, and has not arrived`);
    await this.look(tab);
  }

  /** Reads what a page says of everything, and compares that with what has arrived. */
  async look(tab: SessionTab): Promise<void> {
    const before = this.arrivals();
    const pending = await tab.run(() => tab.submitting.pending());
    if (!this.device.tabs.includes(tab)) return;
    const isAtRisk = tab.submitting.isAtRisk();
    const stored = (await this.device.records.all('outbox')).flatMap(
      (value) => readOutboxEntry(value)?.id ?? [],
    );
    for (const { entry, isStored, isSending } of pending) {
      this.hear(entry, isStored, isSending, before);
      if (!isStored && !isAtRisk) this.fault('nothing warns of what only the page has');
      // What has just arrived is no longer among the entries.
      if (isStored && !stored.includes(entry.id) && !this.has(numberOf(entry.id)) && this.deleted.size === 0)
        this.fault(`“${entry.payload['motivation']}” was told to be stored, and isn’t`);
    }
    for (const { id } of await tab.run(() => tab.submitting.earlier()).then((sent) => sent ?? [])) {
      this.heard.add(id);
      if (!this.has(id)) this.fault('the log has what has not arrived');
    }
  }

  /** Any page of the site, which has no form: it sends what is due. */
  async visitPage(evenEarly = false): Promise<SessionTab> {
    const tab = this.device.open();
    await tab.flush(evenEarly);
    if (this.device.tabs.includes(tab)) await this.lookAtPage(tab);
    return tab;
  }

  /** What a page without a form knows of the outbox. */
  async lookAtPage(tab: SessionTab): Promise<void> {
    const before = this.arrivals();
    const { entries, sent } = await readOutbox(tab.dependencies);
    for (const entry of entries.filter((one) => !isDeleted(one)))
      this.hear(entry, tab.dependencies.records.isStored(entry.id), false, before);
    for (const { id, isNews, withdrawnAt } of sent) {
      if (!this.has(id)) this.fault('the log has what has not arrived');
      if (isNews) this.heard.add(id);
      else if (!this.heard.has(id)) this.fault(`no page tells that ${id} was sent`);
      if (withdrawnAt !== undefined && !this.arrivals().some(({ purpose }) => purpose === 'withdrawal'))
        this.fault('the log has a withdrawal that has not arrived');
    }
  }

  private hear(entry: OutboxEntry, isStored: boolean, isSending: boolean, before: readonly Arrival[]): void {
    const { id, payload } = entry;
    const { first, then = '' } = tellEntry(entry, { t, now: this.device.now(), isStored, isSending });
    const text = payload['motivation'] ?? payload['answered'] ?? payload['purpose'] ?? '';
    if (warnings.includes(then)) this.told.add(text);
    const isIn = before.some((row) => row.number === numberOf(id) && row.text === text);
    const isSure = surely.includes(then) || first.startsWith('Not sent') || first.startsWith('Waiting');
    if (isIn && isSure && !entry.mayHaveArrived)
      this.fault(`“${text}” was told: “${first} ${then}”, and had arrived`);
  }
}
