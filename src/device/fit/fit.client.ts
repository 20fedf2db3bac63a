/** Giving answers, and the check as it stands on this device. */
import { checkFit, isEmpty, type Profile, type Reason } from './fit';
import { readNeeds, type PackedNeeds } from './fit-needs';
import { fitStore } from './fit-store';
import { deviceZone, offsetAt } from './fit-zone';
import { changeStore, type StorageOutcome } from '../storage/storage.client';

/** Keeps an answer, or takes it back where there is no value. Says whether that worked. */
export function giveAnswer(id: string, value: string | undefined): StorageOutcome {
  return changeStore(fitStore, (items) => {
    const others = items.filter((item) => item.id !== id);
    return value === undefined ? others : [...others, { id, value, at: new Date().toISOString() }];
  });
}

/**
 * The check of this device: its clock is looked at once, however many opportunities are compared. Undefined where
 * nothing has been said.
 */
export function fitChecker(profile: Profile): ((needs: PackedNeeds) => readonly Reason[]) | undefined {
  if (isEmpty(profile)) return undefined;
  const offset = offsetAt(deviceZone(), Date.now());
  return (needs) => checkFit(profile, readNeeds(needs), offset);
}
