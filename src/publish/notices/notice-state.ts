/** Saves the state of notices on the disk, so that it survives restarts. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createJsonNote, stageNotes } from '../targets/notes';
import { noticeState, type NoticeState } from './incident';

/** The folder of the states, one for each folder that is published to. */
export const noticesDir = '.local/notices';

/** The file of the state for a target folder: `dist -> .local/notices/dist.json`. */
export const noticeStateFile = (to: string): string =>
  path.join(noticesDir, `${path.relative('.', to).split(path.sep).join('--')}.json`);

/** Reads a state; undefined if there is none, or it can't be read. */
export async function readNoticeState(file: string): Promise<NoticeState | undefined> {
  try {
    return noticeState.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Written by another version, or damaged: then an incident may be told twice, which is better than never.
    return undefined;
  }
}

/** Writes a state, all of it or nothing. Rejects with the system's error. */
export async function saveNoticeState(file: string, state: NoticeState): Promise<void> {
  const notes = await stageNotes([createJsonNote(file, state)]);
  notes.commit();
}
