/** Fills Decap's form from the file again, if the saved text differs from the form. */
import { isSaved } from '../form/hold-form.client';

/** Checks whether the form is saved, 50 ms apart: Decap loads pictures again after a save with new ones. */
const maximumAttempts = 200;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Opens the list of entries and then the entry again. Does nothing if another page was opened meanwhile, or if something
 * is unsaved: Decap would ask about that.
 */
export async function reopenEntry(): Promise<void> {
  const { hash } = location;
  for (let attempt = 0; attempt < maximumAttempts && !isSaved(); attempt++) await wait(50);
  if (location.hash !== hash || !isSaved()) return;
  location.hash = hash.replace(/\/entries\/.*$/, '');
  await wait(0);
  // Decap has drawn the list.
  await new Promise(requestAnimationFrame);
  location.hash = hash;
}
