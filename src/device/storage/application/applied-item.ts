/** The visitor's own log of applications: what was sent, when, and the reply. */
import {
  readFields,
  readId,
  readInstant,
  readLanguage,
  readOneOf,
  readPath,
  readShortText,
  readText,
  readTextRecord,
  type ReadValue,
} from '../read-value';

const readReport = (value: unknown) =>
  readFields(value, {
    /** The number that it is sent under, the same for each new report about this application. */
    id: readId,
    said: readOneOf('yes', 'no'),
    /** ISO instant of the press. */
    at: readInstant,
  });

/** The visitor's report to the editors about a reply. */
export type ReplyReport = ReadValue<typeof readReport>;

/** The copy of what was sent. */
const readCopy = (value: unknown) =>
  readFields(value, {
    /** Readable text, in the language of the form. */
    text: readText,
    /** The data that the form service received, by name. */
    payload: readTextRecord,
    /** The form's address; the endpoint without a slash at the end. */
    endpoint: readShortText,
    formId: readId,
  });

const subject = {
  /** The opportunity's id. */
  opportunity: readId,
  title: readShortText,
  organization: readShortText,
  /** The language of the title. */
  lang: readLanguage,
  /** The opportunity's page, in the language of the form. */
  path: readPath,
};

const promise = {
  /** The ISO instant of the promised reply, as it was when the application was sent. */
  replyBy: readInstant,
  /** The number of the earlier application to the same opportunity that this one follows up. */
  followsUp: readId,
};

export const readSubject = (value: unknown) => readFields(value, subject, promise);

/** The subject of an application, and the promise made for it. */
export type ApplicationSubject = ReadValue<typeof readSubject>;

/** Reads an application from any stored value; undefined if it isn't one. */
export const readAppliedItem = (value: unknown) =>
  readFields(
    value,
    {
      ...subject,
      /** The number that every attempt to send the application shares. */
      id: readId,
      /** ISO instant */
      appliedAt: readInstant,
    },
    {
      ...promise,
      /** The ISO instant at which the visitor noted a reply. */
      answeredAt: readInstant,
      told: readReport,
      /** The ISO instants of the last correction, and of the message that withdraws the application. */
      correctedAt: readInstant,
      withdrawnAt: readInstant,
      /** Missing where it was deleted while it was sent, and where there was no room for it. */
      copy: readCopy,
    },
  );

export type AppliedItem = ReadValue<typeof readAppliedItem>;
