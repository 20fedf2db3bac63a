/** Adds the buttons of the share kit, where the browser supports their actions. */
import { fillPlaceholder } from '@/components/late-parts.client';

const announcement = document.createElement('p');
announcement.className = 'visually-hidden';
announcement.role = 'status';

/** The original labels of pressed buttons. */
const labels = new Map<HTMLElement, string>();

/** Shows the result on a button, announces it to screen readers, and resets the other buttons. */
function showResult(button: HTMLElement, message: string): void {
  for (const [other, label] of labels) other.textContent = label;
  button.textContent = message;
  announcement.textContent = message;
}

async function copy(button: HTMLElement): Promise<void> {
  const { copy: id = '', copied = '', failed = '' } = button.dataset;
  const text = document.getElementById(id);
  if (!text) return;
  try {
    await navigator.clipboard.writeText(text.textContent.trim());
    showResult(button, copied);
  } catch {
    getSelection()?.selectAllChildren(text);
    showResult(button, failed);
  }
}

/** Opens the device's own share sheet. Closing it without sharing is no error. */
async function share(): Promise<void> {
  const title = document.querySelector('h1')?.textContent.trim() ?? '';
  const url = document.getElementById('share-address')?.textContent.trim() ?? '';
  await navigator.share({ title, url }).catch(() => undefined);
}

document.body.append(announcement);
for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = fillPlaceholder(place, 'button');
  labels.set(button, button.textContent);
  // Without HTTPS there is no clipboard: the text is selected instead.
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}
for (const place of 'share' in navigator ? document.querySelectorAll<HTMLElement>('[data-share]') : []) {
  const button = fillPlaceholder(place, 'button');
  button.hidden = false;
  button.addEventListener('click', () => void share());
}
