/** The visitor's own log of applications: what was sent, when, and what came of it. */
import {
  readId,
  readInstant,
  readLanguage,
  readPath,
  readRecord,
  readText,
  readTexts,
} from '../storage/read-value';

/** What the visitor told the editors: whether an answer had come. */
export interface ReplyReport {
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
  readonly told?: ReplyReport | undefined;
  /** The ISO instants at which a correction was sent last, and a message that withdraws the application. */
  readonly correctedAt?: string | undefined;
  readonly withdrawnAt?: string | undefined;
  /** Missing where it was sent by an earlier version of the site, or on another device. */
  readonly copy?: SentCopy | undefined;
}

function readTold(value: unknown): ReplyReport | undefined {
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
  return {
    opportunity,
    title,
    organization,
    lang,
    path,
    replyBy: readInstant(record?.['replyBy']),
    followsUp: readId(record?.['followsUp']),
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

/** An application out of whatever was stored; undefined where it isn't one. */
export function readAppliedItem(value: unknown): AppliedItem | undefined {
  const record = readRecord(value);
  const subject = readSubject(record);
  const id = readId(record?.['id']);
  const appliedAt = readInstant(record?.['appliedAt']);
  const followUps = readInstants(record?.['followUps']);
  if (!subject || !id || !appliedAt || !followUps) return undefined;
  return {
    ...subject,
    id,
    appliedAt,
    followUps,
    answeredAt: readInstant(record?.['answeredAt']),
    told: readTold(record?.['told']),
    correctedAt: readInstant(record?.['correctedAt']),
    withdrawnAt: readInstant(record?.['withdrawnAt']),
    copy: readCopy(record?.['copy']),
  };
}
