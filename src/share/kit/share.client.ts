/** The buttons of the share kit. There are none until this has run, and where the browser can't do what they say. */
import { fillPlaceholder } from '@/components/late-parts.client';

const announcement = document.createElement('p');
announcement.className = 'visually-hidden';
announcement.role = 'status';

/** What buttons said before they were pressed. */
const labels = new Map<HTMLElement, string>();

/** Says on a button what came of it, and to those who listen; the others say again what they do. */
function say(button: HTMLElement, message: string): void {
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
    say(button, copied);
  } catch {
    getSelection()?.selectAllChildren(text);
    say(button, failed);
  }
}

/** Opens the device's own sheet. To close it without sharing is no fault. */
async function share(): Promise<void> {
  const title = document.querySelector('h1')?.textContent.trim() ?? '';
  const url = document.getElementById('share-address')?.textContent.trim() ?? '';
  await navigator.share({ title, url }).catch(() => undefined);
}

document.body.append(announcement);
for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = fillPlaceholder(place, 'button');
  labels.set(button, button.textContent);
  // Without a secure address there is no clipboard: the text is marked then.
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}
for (const place of 'share' in navigator ? document.querySelectorAll<HTMLElement>('[data-share]') : []) {
  const button = fillPlaceholder(place, 'button');
  button.hidden = false;
  button.addEventListener('click', () => void share());
}
