import { loadJson } from '@/components/load-file.client';
import { translateIsland } from '@/i18n/create-translate';
import { isEmptyProfile } from '../storage/fit/fit-store';
import { checkFit, type FitProfile, type FitReason } from './fit-check';
import { createFitLines, type FitLine, type FitStrings } from './fit-lines';
import { unpackNeeds, type PackedNeeds } from './fit-needs';
import { deviceTimeZone, utcOffsetAt } from './fit-zone';

/** How opportunities fit a visitor on this device. */
interface Fit {
  readonly reasons: (needs: PackedNeeds) => readonly FitReason[];
  readonly lines: (reasons: readonly FitReason[], isShort: boolean) => readonly FitLine[];
}

/**
 * Loads the strings of the fit check, and reads the clock once for any number of opportunities. Undefined where there are no
 * answers; rejects with a `FileLoadError`.
 */
export async function loadFit(
  profile: FitProfile,
  stringsUrl: string,
  locale: string,
): Promise<Fit | undefined> {
  if (isEmptyProfile(profile)) return undefined;
  const { strings, names } = await loadJson<FitStrings>(stringsUrl, 'default');
  const words = { t: translateIsland(locale, strings), names };
  const offset = utcOffsetAt(deviceTimeZone(), Date.now());
  return {
    reasons: (needs) => checkFit(profile, unpackNeeds(needs), offset),
    lines: (reasons, isShort) => createFitLines(reasons, words, isShort),
  };
}
