import { loadJson } from '@/components/load-file.client';
import { translateIsland } from '@/i18n/create-translate';
import { isEmptyProfile } from '../storage/fit/fit-store';
import { checkFit, type FitProfile, type FitReason } from './fit-check';
import { createFitLines, type FitStrings } from './fit-lines';
import { unpackNeeds, type PackedNeeds } from './fit-needs';

/**
 * Loads the strings of the fit check, and reads the clock once for any number of opportunities. Undefined where there are no
 * answers; rejects with a `FileLoadError`.
 */
export async function loadFit(profile: FitProfile, stringsUrl: string, locale: string) {
  if (isEmptyProfile(profile)) return undefined;
  const { strings, names } = await loadJson<FitStrings>(stringsUrl, 'default');
  const words = { t: translateIsland(locale, strings), names };
  const offset = -new Date().getTimezoneOffset() / 60;
  return {
    reasons: (needs: PackedNeeds) => checkFit(profile, unpackNeeds(needs), offset),
    lines: (reasons: readonly FitReason[], isShort: boolean) => createFitLines(reasons, words, isShort),
  };
}
