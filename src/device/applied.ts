/** The visitor's own log of applications: what was sent, when, and what came of it. */
import { appliedKey } from './applied-key';
import type { ItemStore } from './storage/item-store';
import { readId, readInstant, readLanguage, readPath, readRecord, readText } from './storage/read-value';

/** What the visitor told the editors: whether an answer had come. */
export interface Told {
  /** The number that it is sent under, each time that the visitor says it anew. */
  readonly id: string;
  readonly said: 'yes' | 'no';
  /** ISO instant of the press. */
  readonly at: string;
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

/** What an application is about, and what it promised; of whatever was stored. */
export function readSubject(
  value: unknown,
): Omit<AppliedItem, 'id' | 'appliedAt' | 'followUps' | 'answeredAt' | 'told'> | undefined {
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

function readItem(value: unknown): AppliedItem | undefined {
  const record = readRecord(value);
  const subject = readSubject(record);
  const id = readId(record?.['id']);
  const appliedAt = readInstant(record?.['appliedAt']);
  const followUps = readInstants(record?.['followUps']);
  if (!subject || !id || !appliedAt || !followUps) return undefined;
  const answeredAt = readInstant(record?.['answeredAt']);
  const told = readTold(record?.['told']);
  return {
    ...subject,
    id,
    appliedAt,
    followUps,
    ...(answeredAt && { answeredAt }),
    ...(told && { told }),
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

const earlier = (a: string | undefined, b: string | undefined) =>
  a !== undefined && (b === undefined || a < b) ? a : b;

/** What was said last counts. */
function laterTold(a: Told | undefined, b: Told | undefined): Told | undefined {
  if (!a || !b) return a ?? b;
  const key = ({ at, said, id }: Told) => `${at} ${said} ${id}`;
  return key(a) < key(b) ? b : a;
}

function mergeItem(a: AppliedItem, b: AppliedItem): AppliedItem {
  const answeredAt = earlier(a.answeredAt, b.answeredAt);
  const told = laterTold(a.told, b.told);
  return {
    ...(rank(a) < rank(b) ? b : a),
    appliedAt: a.appliedAt < b.appliedAt ? a.appliedAt : b.appliedAt,
    followUps: [...new Set([...a.followUps, ...b.followUps])].sort(),
    ...(answeredAt && { answeredAt }),
    ...(told && { told }),
  };
}

/** Of two versions of an application nothing that either knows is lost. */
export const appliedStore: ItemStore<AppliedItem> = {
  key: appliedKey,
  readItem,
  mergeItem,
  instantOf: ({ appliedAt }) => appliedAt,
};
