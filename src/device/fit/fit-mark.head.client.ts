/**
 * Where there are answers, the style sheet of a page that shows the fit reserves space for the result, so that nothing
 * moves when it comes.
 */
import { fitKey, fitMark } from '../storage/fit-mark';

try {
  if (fitKey in localStorage) document.documentElement.classList.add(fitMark);
} catch {
  // The browser blocks storage, so there are no answers.
}
