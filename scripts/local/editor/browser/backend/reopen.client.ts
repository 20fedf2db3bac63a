/** Fills Decap's form from the file again, if the saved text differs from the form. */
import { t } from '../page/language.client';

/** Decap's text for a form without unsaved changes. */
const savedWords = t('Changes saved');

/** Checks for that text, 50 ms apart: Decap loads pictures again after a save with new ones. */
const maximumAttempts = 200;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** True if Decap shows that the form is saved. It asks before it leaves an unsaved form. */
const isSaved = () => document.body.innerText.toLowerCase().includes(savedWords.toLowerCase());

/** Opens the list of entries and then the entry again. Does nothing if another page was opened meanwhile. */
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
