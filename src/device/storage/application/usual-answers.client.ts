/** The usual answers: what visitors answer alike in most forms, saved for the next one on request. */
import { readTextRecord } from '../read-value';
import { deleteKeys, storeValue, readStoredText } from '../storage.client';
import { usualAnswersKey } from './usual-answers-key';

/** Reads the answers by field name; undefined if there are none. */
export function readUsualAnswers(): Readonly<Record<string, string>> | undefined {
  try {
    return readTextRecord(JSON.parse(readStoredText(usualAnswersKey) ?? ''));
  } catch {
    return undefined;
  }
}

export function saveUsualAnswers(answers: Readonly<Record<string, string>>): void {
  storeValue(usualAnswersKey, JSON.stringify(answers));
}

export function deleteUsualAnswers(): void {
  deleteKeys([usualAnswersKey]);
}
