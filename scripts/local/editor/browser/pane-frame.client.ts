/** Shows a page in a frame, and each next one in its place only when it is there: nothing flickers, nothing jumps. */

/** A page to look at: pressing something in it must not lead away from the form. */
function quieten(page: Document): void {
  for (const name of ['click', 'submit', 'keydown']) {
    page.addEventListener(
      name,
      (event) => {
        const isScrolling = event instanceof KeyboardEvent && !['Enter', ' '].includes(event.key);
        if (!isScrolling) event.preventDefault();
      },
      true,
    );
  }
}

/** Puts the page of an address into `holder`. Resolves when it is shown, or `holder` is gone. */
export function showPage(holder: HTMLElement, address: string): Promise<void> {
  const former = holder.querySelector<HTMLIFrameElement>('iframe[data-shown]');
  const frame = holder.ownerDocument.createElement('iframe');
  frame.title = 'The page as the site shows it';
  frame.style.visibility = 'hidden';
  frame.src = address;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      const { contentWindow, contentDocument } = frame;
      if (contentDocument) quieten(contentDocument);
      contentWindow?.scrollTo(0, former?.contentWindow?.scrollY ?? 0);
      frame.dataset['shown'] = '';
      frame.style.visibility = '';
      former?.remove();
      resolve();
    });
    // Without a document around it nothing is loaded.
    if (holder.isConnected) holder.append(frame);
    else resolve();
  });
}
