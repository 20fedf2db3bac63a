/** The visitor's own log of applications: what was sent, when, and the reply. */
import {
  readId,
  readInstant,
  readLanguage,
  readPath,
  readObject,
  readShortText,
  readTextRecord,
} from '../read-value';

/** The visitor's report to the editors about a reply. */
export interface ReplyReport {
  /** The number that it is sent under, the same for each new report about this application. */
  readonly id: string;
  readonly said: 'yes' | 'no';
  /** ISO instant of the press. */
  readonly at: string;
}

/** The copy of what was sent. */
export interface SentCopy {
  /** Readable text, in the language of the form. */
  readonly text: string;
  /** The data that the form service received, by name. */
  readonly payload: Readonly<Record<string, string>>;
  /** The form's address; the endpoint without a slash at the end. */
  readonly endpoint: string;
  readonly formId: string;
}

export interface AppliedItem {
  /** The number that every attempt to send the application shares. */
  readonly id: string;
  /** The opportunity's id. */
  readonly opportunity: string;
  readonly title: string;
  readonly organization: string;
  /** The language of the title. */
  readonly lang: string;
  /** The opportunity's page, in the language of the form. */
  readonly path: string;
  /** ISO instant */
  readonly appliedAt: string;
  /** ISO instants at which the visitor wrote again, in order. */
  readonly followUps: readonly string[];
  /** The ISO instant at which the visitor noted a reply. */
  readonly answeredAt?: string | undefined;
  /** The ISO instant of the promised reply, as it was when the application was sent. */
  readonly replyBy?: string | undefined;
  /** The number of the earlier application to the same opportunity that this one follows up. */
  readonly followsUp?: string | undefined;
  readonly told?: ReplyReport | undefined;
  /** The ISO instants of the last correction, and of the message that withdraws the application. */
  readonly correctedAt?: string | undefined;
  readonly withdrawnAt?: string | undefined;
  /** Missing where it was sent on another device, or deleted while it was sent, and where there was no room for it. */
  readonly copy?: SentCopy | undefined;
}

function readTold(value: unknown): ReplyReport | undefined {
  const record = readObject(value);
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

/** The subject of an application, and the promise made for it. */
export type ApplicationSubject = Pick<
  AppliedItem,
  'opportunity' | 'title' | 'organization' | 'lang' | 'path' | 'replyBy' | 'followsUp'
>;

/** Reads a subject from any stored value. */
export function readSubject(value: unknown): ApplicationSubject | undefined {
  const record = readObject(value);
  const opportunity = readId(record?.['opportunity']);
  const title = readShortText(record?.['title']);
  const organization = readShortText(record?.['organization']);
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
  const record = readObject(value);
  const payload = readTextRecord(record?.['payload']);
  const endpoint = readShortText(record?.['endpoint']);
  const formId = readId(record?.['formId']);
  const text = record?.['text'];
  return payload && endpoint && formId && typeof text === 'string'
    ? { text, payload, endpoint, formId }
    : undefined;
}

/** Reads an application from any stored value; undefined if it isn't one. */
export function readAppliedItem(value: unknown): AppliedItem | undefined {
  const record = readObject(value);
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
