/** Sends what waits from an earlier visit, and tells what has been sent. */
import { interpolate } from '@/i18n/interpolate';
import { browserPost } from './browser-post.client';
import { deliverAll } from './deliver';

async function deliver(evenEarly: boolean): Promise<void> {
  const [first] = await deliverAll(browserPost, evenEarly);
  const note = document.querySelector<HTMLElement>('[data-outbox]');
  if (!first || !note) return;
  const { outbox = '', other = '' } = note.dataset;
  const words = first.kind === undefined ? outbox : other;
  note.textContent = interpolate(words, { title: first.about.title, id: first.id });
  note.hidden = false;
}

/** Tries now, and whenever the line comes back while the page is open. */
export async function deliverWaiting(): Promise<void> {
  addEventListener('online', () => void deliver(true));
  await deliver(false);
}
