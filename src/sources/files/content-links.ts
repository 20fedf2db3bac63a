/** Symbolic links in the content folder. A link may lead to a file in it; no other is followed. */
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';

/** Why a link isn't followed: as it completes “content/a.yml …”, and how to fix it. */
interface LinkFault {
  readonly message: string;
  readonly hint: string;
}

/** The fault of a symbolic link in the content folder `dir`; undefined if it leads to a file there. */
export function linkFault(dir: string, link: string): LinkFault | undefined {
  const fault = (reason: string) => ({
    message: `is a link to ${readlinkSync(link)}, ${reason}`,
    hint: 'Put what it leads to in its place, or delete it.',
  });
  let real: string;
  try {
    real = realpathSync(link);
  } catch {
    return fault('which can’t be found');
  }
  if (!`${real}${path.sep}`.startsWith(`${realpathSync(dir)}${path.sep}`))
    return fault('outside of the content folder');
  return statSync(real).isDirectory() ? fault('a folder, and only links to files are followed') : undefined;
}

/** The error of a link that isn't followed, where something in its place is needed. */
export const createLinkError = (link: string, { message, hint }: LinkFault) =>
  new OperatorError(`${link} ${message}.`, hint);
