/** Shows pages in a frame. Each one replaces the previous one after it has loaded, so that nothing flickers. */

/** Elements at which Tab would stop in a page. */
const stops = 'a, button, input, select, textarea, summary, [tabindex]';

/** Keys that set something going. All others scroll, or lead on. */
const isAction = (event: Event) =>
  // The event is of the frame’s own class.
  event.type !== 'keydown' || ['Enter', ' '].includes((event as KeyboardEvent).key);

/** Elements whose text is one thing. */
const wholes = 'h1, h2, h3, h4, p, li, dt, dd, blockquote, figcaption, td, th, a, span';

/**
 * Blocks links and buttons in a page, which is only for viewing: they must not lead away from the form. For the keyboard
 * the page is one stop, from which it scrolls. A click on a text tells which it is.
 */
function blockActions(page: Document, onPoint: (text: string) => void): void {
  for (const name of ['click', 'submit', 'keydown']) {
    page.addEventListener(
      name,
      (event) => {
        if (isAction(event)) event.preventDefault();
      },
      true,
    );
  }
  page.addEventListener('click', ({ target }) => {
    const whole = (target as Element | null)?.closest(wholes);
    if (whole?.textContent) onPoint(whole.textContent);
  });
  for (const stop of page.querySelectorAll<HTMLElement>(stops)) stop.tabIndex = -1;
  page.documentElement.tabIndex = 0;
}

interface ShownPage {
  readonly holder: HTMLElement;
  readonly address: string;
  readonly title: string;
  /** Called with the text that was clicked. */
  readonly onPoint: (text: string) => void;
}

/** Shows the page at an address. Resolves when it is shown, or when its holder was removed. */
export function showPage({ holder, address, title, onPoint }: ShownPage): Promise<void> {
  const former = holder.querySelector<HTMLIFrameElement>('iframe[data-shown]');
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.hidden = former !== null;
  frame.src = address;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      const { contentWindow, contentDocument } = frame;
      if (contentDocument) blockActions(contentDocument, onPoint);
      frame.hidden = false;
      contentWindow?.scrollTo(0, former?.contentWindow?.scrollY ?? 0);
      frame.dataset['shown'] = '';
      former?.remove();
      resolve();
    });
    // A frame outside of the document would never load.
    if (holder.isConnected) holder.append(frame);
    else resolve();
  });
}
