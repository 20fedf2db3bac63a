/** The visitor's answers to the fit check on this device. */
import type { FitProfile } from '../../fit/fit-check';
import { changeItem, readStore, type StorageOutcome } from '../storage.client';
import { fitStore, profileFromAnswers } from './fit-store';

export const readFitProfile = (): FitProfile => profileFromAnswers(readStore(fitStore));

/** Saves an answer, or deletes it where there is no value. Returns the outcome. */
export function saveFitAnswer(id: string, value: string | undefined): StorageOutcome {
  return changeItem(fitStore, id, () =>
    value === undefined ? undefined : { id, value, at: new Date().toISOString() },
  );
}
