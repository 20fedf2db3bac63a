/** The visitor's own log of applications: what was sent, when, and what came of it. */
import type { ItemStore } from './storage/item-store';
import {
  readId,
  readInstant,
  readLanguage,
  readPath,
  readRecord,
  readText,
  readTexts,
} from './storage/read-value';

/** What the visitor told the editors: whether an answer had come. */
export interface Told {
  /** The number that it is sent under, each time that the visitor says it anew. */
  readonly id: string;
  readonly said: 'yes' | 'no';
  /** ISO instant of the press. */
  readonly at: string;
}

/** What was sent, as it was sent. */
export interface SentCopy {
  /** For people to read, in the language of the form. */
  readonly text: string;
  /** What the form service was given, by name. */
  readonly payload: Readonly<Record<string, string>>;
  /** Where it went; the endpoint without a slash at the end. */
  readonly endpoint: string;
  readonly formId: string;
}

export interface AppliedItem {
  /** The number that every attempt to send the application carried. */
  readonly id: string;
  /** The opportunity's id. */
  readonly opportunity: string;
  readonly title: string;
  readonly organization: string;
  /** The language of the title. */
  readonly lang: string;
  /** The opportunity's page, in the language in which one applied. */
  readonly path: string;
  /** ISO instant */
  readonly appliedAt: string;
  /** ISO instants at which the visitor wrote again, the first one first. */
  readonly followUps: readonly string[];
  /** The ISO instant at which the visitor noted that an answer had come. */
  readonly answeredAt?: string | undefined;
  /** The ISO instant by which an answer was promised when it was sent. */
  readonly replyBy?: string | undefined;
  /** The number of the earlier application to the same opportunity that this one follows up. */
  readonly followsUp?: string | undefined;
  readonly told?: Told | undefined;
  /** The ISO instants at which a correction was sent last, and a message that withdraws the application. */
  readonly correctedAt?: string | undefined;
  readonly withdrawnAt?: string | undefined;
  /** Missing where it was sent by an earlier version of the site, or on another device. */
  readonly copy?: SentCopy | undefined;
}

function readTold(value: unknown): Told | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const at = readInstant(record?.['at']);
  const said = record?.['said'];
  return id && at && (said === 'yes' || said === 'no') ? { id, said, at } : undefined;
}

function readInstants(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const instants = value.map(readInstant).filter((instant) => instant !== undefined);
  return instants.length === value.length ? [...new Set(instants)].sort() : undefined;
}

/** What an application is about, and what was promised for it. */
export type ApplicationSubject = Pick<
  AppliedItem,
  'opportunity' | 'title' | 'organization' | 'lang' | 'path' | 'replyBy' | 'followsUp'
>;

/** The subject in whatever was stored. */
export function readSubject(value: unknown): ApplicationSubject | undefined {
  const record = readRecord(value);
  const opportunity = readId(record?.['opportunity']);
  const title = readText(record?.['title']);
  const organization = readText(record?.['organization']);
  const lang = readLanguage(record?.['lang']);
  const path = readPath(record?.['path']);
  if (!opportunity || !title || !organization || !lang || !path) return undefined;
  const replyBy = readInstant(record?.['replyBy']);
  const followsUp = readId(record?.['followsUp']);
  return {
    opportunity,
    title,
    organization,
    lang,
    path,
    ...(replyBy && { replyBy }),
    ...(followsUp && { followsUp }),
  };
}

function readCopy(value: unknown): SentCopy | undefined {
  const record = readRecord(value);
  const payload = readTexts(record?.['payload']);
  const endpoint = readText(record?.['endpoint']);
  const formId = readId(record?.['formId']);
  const text = record?.['text'];
  return payload && endpoint && formId && typeof text === 'string'
    ? { text, payload, endpoint, formId }
    : undefined;
}

function readItem(value: unknown): AppliedItem | undefined {
  const record = readRecord(value);
  const subject = readSubject(record);
  const id = readId(record?.['id']);
  const appliedAt = readInstant(record?.['appliedAt']);
  const followUps = readInstants(record?.['followUps']);
  if (!subject || !id || !appliedAt || !followUps) return undefined;
  const answeredAt = readInstant(record?.['answeredAt']);
  const told = readTold(record?.['told']);
  const correctedAt = readInstant(record?.['correctedAt']);
  const withdrawnAt = readInstant(record?.['withdrawnAt']);
  const copy = readCopy(record?.['copy']);
  return {
    ...subject,
    id,
    appliedAt,
    followUps,
    ...(answeredAt && { answeredAt }),
    ...(told && { told }),
    ...(correctedAt && { correctedAt }),
    ...(withdrawnAt && { withdrawnAt }),
    ...(copy && { copy }),
  };
}

const rank = (item: AppliedItem) =>
  [
    item.opportunity,
    item.title,
    item.organization,
    item.lang,
    item.path,
    item.replyBy ?? '',
    item.followsUp ?? '',
  ].join('\n');

const earliest = (a: string | undefined, b: string | undefined) =>
  a !== undefined && (b === undefined || a < b) ? a : b;

/** What was said last counts. */
function laterTold(a: Told | undefined, b: Told | undefined): Told | undefined {
  if (!a || !b) return a ?? b;
  const key = ({ at, said, id }: Told) => `${at} ${said} ${id}`;
  return key(a) < key(b) ? b : a;
}

const later = (a: string | undefined, b: string | undefined) =>
  a !== undefined && (b === undefined || a > b) ? a : b;

/** What was sent last counts; of two copies from the same instant, the text that sorts last. */
function laterCopy(a: AppliedItem, b: AppliedItem): SentCopy | undefined {
  if (!a.copy || !b.copy) return a.copy ?? b.copy;
  const key = ({ copy, correctedAt = '' }: AppliedItem) => `${correctedAt} ${JSON.stringify(copy)}`;
  return key(a) < key(b) ? b.copy : a.copy;
}

function mergeItem(a: AppliedItem, b: AppliedItem): AppliedItem {
  const answeredAt = earliest(a.answeredAt, b.answeredAt);
  const told = laterTold(a.told, b.told);
  const correctedAt = later(a.correctedAt, b.correctedAt);
  const withdrawnAt = earliest(a.withdrawnAt, b.withdrawnAt);
  const copy = laterCopy(a, b);
  return {
    ...(rank(a) < rank(b) ? b : a),
    appliedAt: a.appliedAt < b.appliedAt ? a.appliedAt : b.appliedAt,
    followUps: [...new Set([...a.followUps, ...b.followUps])].sort(),
    ...(answeredAt && { answeredAt }),
    ...(told && { told }),
    ...(correctedAt && { correctedAt }),
    ...(withdrawnAt && { withdrawnAt }),
    ...(copy && { copy }),
  };
}

/**
 * Of two versions of an application nothing that either knows is lost. The key is that of earlier versions of the site,
 * which had the log in `localStorage`; it is in the database now (`storage/outbox.ts`).
 */
export const appliedStore: ItemStore<AppliedItem> = {
  key: 'ov:applied:1',
  readItem,
  mergeItem,
  instantOf: ({ appliedAt }) => appliedAt,
};
