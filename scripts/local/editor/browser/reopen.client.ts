/** Fills Decap's form from the file again, after something else was saved than what is in the form. */

/** Decap's own words for a form without unsaved changes. */
const savedWords = 'Changes saved';

/** Looked for this often, 50 ms apart: Decap loads the pictures again after a save with new ones. */
const tries = 200;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether Decap has noticed that the form is saved; it asks before it leaves one that isn't. */
const isSaved = () => document.body.innerText.toLowerCase().includes(savedWords.toLowerCase());

/** Leaves the entry for its list and opens it again. Does nothing where another page was opened meanwhile. */
export async function reopenEntry(): Promise<void> {
  const { hash } = location;
  for (let attempt = 0; attempt < tries && !isSaved(); attempt++) await wait(50);
  if (location.hash !== hash || !isSaved()) return;
  location.hash = hash.replace(/\/entries\/.*$/, '');
  await wait(0);
  // Decap has drawn the list.
  await new Promise(requestAnimationFrame);
  location.hash = hash;
}
