/** Shows pages in a frame. Each one replaces the previous one after it has loaded, so that nothing flickers. */
import { t } from '../page/language.client';

/** Elements at which Tab would stop in a page. */
const stops = 'a, button, input, select, textarea, summary, [tabindex]';

/** Keys that set something going. All others scroll, or lead on. */
const isAction = (event: Event) =>
  // The event is of the frame’s own class.
  event.type !== 'keydown' || ['Enter', ' '].includes((event as KeyboardEvent).key);

/**
 * Blocks links and buttons in a page, which is only for viewing: they must not lead away from the form. For the keyboard
 * the page is one stop, from which it scrolls.
 */
function blockActions(page: Document): void {
  for (const name of ['click', 'submit', 'keydown']) {
    page.addEventListener(
      name,
      (event) => {
        if (isAction(event)) event.preventDefault();
      },
      true,
    );
  }
  for (const stop of page.querySelectorAll<HTMLElement>(stops)) stop.tabIndex = -1;
  page.documentElement.tabIndex = 0;
}

/** Shows the page at an address in `holder`. Resolves when it is shown, or when `holder` was removed. */
export function showPage(holder: HTMLElement, address: string): Promise<void> {
  const former = holder.querySelector<HTMLIFrameElement>('iframe[data-shown]');
  const frame = holder.ownerDocument.createElement('iframe');
  frame.title = t('The page as the site shows it');
  frame.style.visibility = 'hidden';
  frame.src = address;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      const { contentWindow, contentDocument } = frame;
      if (contentDocument) blockActions(contentDocument);
      contentWindow?.scrollTo(0, former?.contentWindow?.scrollY ?? 0);
      frame.dataset['shown'] = '';
      frame.style.visibility = '';
      former?.remove();
      resolve();
    });
    // A frame outside of the document would never load.
    if (holder.isConnected) holder.append(frame);
    else resolve();
  });
}
