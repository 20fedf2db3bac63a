/** Something that happens around what is sent, and when: before it, first of all, meanwhile, after it, later. */
import type { SessionConnection, SessionTab } from '@/applications/outbox/sessions.fixture';
import { application, message, type Subject } from './subjects';
import type { SituationVisit } from './visit';

export interface Interruption {
  readonly name: string;
  /** What is sent in it. */
  readonly of: readonly Subject[];
  readonly play: (visit: SituationVisit, line: SessionConnection, subject: Subject) => Promise<void>;
  /** How far (ms) ahead the closing date is. */
  readonly closesIn?: number;
}

export type Play = Interruption['play'];

export const forms: readonly Subject[] = [application, message];

/** Begins it, does something, and sends it. */
export const before =
  (change: (visit: SituationVisit, tab: SessionTab) => unknown): Play =>
  async (visit, line, { begin, send }) => {
    const tab = await begin(visit, line);
    change(visit, tab);
    await send(visit, tab);
  };

/** Does something first, then begins and sends it. */
export const first =
  (change: (visit: SituationVisit) => void): Play =>
  async (visit, line, { begin, send }) => {
    change(visit);
    await send(visit, await begin(visit, line));
  };

/** Does something while it is sent. */
export const meanwhile =
  (change: (visit: SituationVisit) => Promise<void>): Play =>
  async (visit, line, { begin, send }) => {
    const tab = await begin(visit, line);
    const changing = visit.device.next('request').then(() => change(visit));
    await send(visit, tab);
    await changing;
    if (visit.device.tabs.includes(tab)) await visit.look(tab);
  };

/** Does something once it was sent, or not. */
export const after =
  (change: (visit: SituationVisit, tab: SessionTab) => unknown): Play =>
  async (visit, line, { begin, send }) => {
    const tab = await begin(visit, line);
    await send(visit, tab);
    await change(visit, tab);
  };

/** Another page is opened once something has happened; the tab was closed before. */
export const later = (change: (visit: SituationVisit) => void): Play =>
  after(async (visit, tab) => {
    visit.device.close(tab);
    change(visit);
    visit.device.close(await visit.visitPage());
  });
