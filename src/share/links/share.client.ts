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
/** Makes buttons of the places with an attribute. */
function addButtons(attribute: string, act: (button: HTMLElement) => Promise<void>): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-${attribute}]`)) {
    const button = fillPlaceholder(place, 'button');
    labels.set(button, button.textContent);
    button.hidden = false;
    button.addEventListener('click', () => void act(button));
  }
}

// Without HTTPS there is no clipboard: the text is selected instead.
addButtons('copy', copy);
if ('share' in navigator) {
  addButtons('share', share);
  for (const summary of document.querySelectorAll<HTMLElement>('[data-more]')) {
    summary.textContent = summary.dataset['more'] ?? '';
    summary.classList.remove('button');
  }
}
