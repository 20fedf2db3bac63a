/**
 * Says on the thank-you page that nothing was sent, where someone came by the address alone. It stands below what it changes,
 * so that nothing moves.
 */
import type { justSentKey } from './just-sent.client';
import type { sentMark } from './sent-mark';

// Written out, and held to the constants by their types: imported ones take a function.
let isSent = location.hash === ('#sent' satisfies typeof sentMark);
try {
  isSent ||= ('ov:sent:1' satisfies typeof justSentKey) in sessionStorage;
} catch {
  // The browser blocks storage.
}
const heading = document.querySelector<HTMLElement>('[data-unsent]');
if (heading && !isSent) {
  heading.textContent = heading.dataset['unsent'] ?? '';
  document.querySelector<HTMLElement>('[data-after]')?.remove();
}
