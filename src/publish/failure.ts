import { SourceError } from '@/sources/source';

/** Errors of ours whose message says all that a person needs; of others the stack helps. */
const plain = new Set([
  'SourceError',
  'TooManyLeftOutError',
  'EmptySiteError',
  'ClockError',
  'LimitError',
  'TargetError',
  'SiteUrlError',
  'FormsError',
  'RenderError',
  'VerifyError',
  'SearchIndexError',
  'PortError',
  'InboxError',
]);

/** A failure as lines for a terminal: what is wrong, where, and how to mend it. */
export function describeFailure(error: unknown): string {
  if (error instanceof SourceError) return `${error.message}\n${error.hint}`;
  if (error instanceof Error) return plain.has(error.name) ? error.message : (error.stack ?? error.message);
  return String(error);
}
