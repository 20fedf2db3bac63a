import { fitKey } from './fit-mark';

/** True where the visitor has given answers to the fit check on this device; without reading them. */
export function hasFitAnswers(): boolean {
  try {
    return fitKey in localStorage;
  } catch {
    // The browser blocks storage, so there are no answers.
    return false;
  }
}
