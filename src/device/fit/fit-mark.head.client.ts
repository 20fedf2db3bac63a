/**
 * Where there are answers, the style sheet of a page that shows the fit reserves space for the result, so that nothing
 * moves when it comes.
 */
import type { fitKey, fitMark } from '../storage/keys';

// Written out, and held to the constants by their types: imported ones take a function, in every page.
try {
  if (('ov:fit:1' satisfies typeof fitKey) in localStorage)
    document.documentElement.classList.add('fit-known' satisfies typeof fitMark);
} catch {
  // The browser blocks storage, so there are no answers.
}
