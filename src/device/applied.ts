/** The visitor's own log of applications: what was sent, when, and what came of it. */
import { appliedKey } from './applied-key';
import type { ItemStore } from './item-store';
import { readId, readInstant, readLanguage, readPath, readRecord, readText } from './read-value';

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
}

function readInstants(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const instants = value.map(readInstant).filter((instant) => instant !== undefined);
  return instants.length === value.length ? [...new Set(instants)].sort() : undefined;
}

function readItem(value: unknown): AppliedItem | undefined {
  const record = readRecord(value);
  const id = readId(record?.['id']);
  const opportunity = readId(record?.['opportunity']);
  const title = readText(record?.['title']);
  const organization = readText(record?.['organization']);
  const lang = readLanguage(record?.['lang']);
  const path = readPath(record?.['path']);
  const appliedAt = readInstant(record?.['appliedAt']);
  const followUps = readInstants(record?.['followUps']);
  const answeredAt = readInstant(record?.['answeredAt']);
  const replyBy = readInstant(record?.['replyBy']);
  const followsUp = readId(record?.['followsUp']);
  return id && opportunity && title && organization && lang && path && appliedAt && followUps
    ? {
        id,
        opportunity,
        title,
        organization,
        lang,
        path,
        appliedAt,
        followUps,
        ...(answeredAt && { answeredAt }),
        ...(replyBy && { replyBy }),
        ...(followsUp && { followsUp }),
      }
    : undefined;
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

function mergeItem(a: AppliedItem, b: AppliedItem): AppliedItem {
  const answeredAt = earlier(a.answeredAt, b.answeredAt);
  const { id, opportunity, title, organization, lang, path, replyBy, followsUp } = rank(a) < rank(b) ? b : a;
  return {
    id,
    opportunity,
    title,
    organization,
    lang,
    path,
    appliedAt: a.appliedAt < b.appliedAt ? a.appliedAt : b.appliedAt,
    followUps: [...new Set([...a.followUps, ...b.followUps])].sort(),
    ...(answeredAt && { answeredAt }),
    ...(replyBy && { replyBy }),
    ...(followsUp && { followsUp }),
  };
}

/** Of two versions of an application nothing that either knows is lost. */
export const appliedStore: ItemStore<AppliedItem> = {
  key: appliedKey,
  readItem,
  mergeItem,
  instantOf: ({ appliedAt }) => appliedAt,
};
