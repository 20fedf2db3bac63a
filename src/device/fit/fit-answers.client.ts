/** Saves answers, and runs the fit check on this device. */
import { checkFit, isEmptyProfile, type FitProfile, type FitReason } from './fit-check';
import { unpackNeeds, type PackedNeeds } from './fit-needs';
import { fitStore } from '../storage/fit/fit-store';
import { deviceTimeZone, utcOffsetAt } from './fit-zone';
import { changeItem, type StorageOutcome } from '../storage/storage.client';

/** Saves an answer, or deletes it where there is no value. Returns the outcome. */
export function saveFitAnswer(id: string, value: string | undefined): StorageOutcome {
  return changeItem(fitStore, id, () =>
    value === undefined ? undefined : { id, value, at: new Date().toISOString() },
  );
}

/**
 * Creates the check for this device, which reads the clock once for any number of opportunities. Undefined where there
 * are no answers.
 */
export function createFitChecker(
  profile: FitProfile,
): ((needs: PackedNeeds) => readonly FitReason[]) | undefined {
  if (isEmptyProfile(profile)) return undefined;
  const offset = utcOffsetAt(deviceTimeZone(), Date.now());
  return (needs) => checkFit(profile, unpackNeeds(needs), offset);
}
