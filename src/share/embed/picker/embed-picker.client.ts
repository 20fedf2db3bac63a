/** Updates the preview and the code by the list that is chosen, or that the address of this page names. */
import { embedParameter, embedPathOf } from '@/i18n/embed-files';
import { interpolate } from '@/i18n/interpolate';
import { frameHtml } from '../frame';

/**
 * Resolves to the link in the heading of an embed; undefined where there is no such embed. The policy forbids making a document
 * of a text, so the browser makes it.
 */
function readHeading(embed: string): Promise<HTMLAnchorElement | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.addEventListener('loadend', () => {
      const document = request.status === 200 ? request.responseXML : undefined;
      resolve(document?.querySelector<HTMLAnchorElement>('h2 a') ?? undefined);
    });
    request.open('GET', embed);
    request.responseType = 'document';
    request.send();
  });
}

const list = document.querySelector<HTMLSelectElement>('#embed-list');
const status = document.querySelector<HTMLElement>('.embed-said');
const code = document.getElementById('embed-code');
let asked = 0;

async function show(path: string): Promise<void> {
  const turn = ++asked;
  const embed = embedPathOf(path);
  const link = await readHeading(embed);
  const frame = document.querySelector<HTMLIFrameElement>('.embed-frame');
  // Another one may have been chosen meanwhile.
  if (!link || !frame || !code || !status || turn !== asked) return;
  const { textContent: title, href: page } = link;
  // A new frame instead of a new address: the browser's Back button must lead to the previous page.
  const next = frame.cloneNode() as HTMLIFrameElement;
  Object.assign(next, { src: embed, title });
  frame.replaceWith(next);
  code.textContent = frameHtml({ src: new URL(embed, page).href, title, page });
  status.textContent = interpolate(status.dataset['shown'] ?? '', { title });
}

list?.addEventListener('change', () => void show(list.value));
const wanted = new URLSearchParams(location.search).get(embedParameter);
if (list && wanted !== null) {
  list.value = wanted;
  void show(wanted);
}
