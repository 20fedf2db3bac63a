/** What one answers alike in most forms, kept for the next one where the visitor asked for that. */
import { readTexts } from '../read-value';
import { deleteKeys, storeValue, valueAt } from '../storage.client';
import { usualKey } from './usual-key';

/** The answers by field name, as somebody may have written them; undefined where there are none. */
export function usualAnswers(): Readonly<Record<string, string>> | undefined {
  try {
    return readTexts(JSON.parse(valueAt(usualKey) ?? ''));
  } catch {
    return undefined;
  }
}

export function keepUsual(answers: Readonly<Record<string, string>>): void {
  storeValue(usualKey, JSON.stringify(answers));
}

export function forgetUsual(): void {
  deleteKeys([usualKey]);
}
