/**
 * Runs in the frame of a list, only where WordPress made it from a pasted address: it shows the frame once that says how
 * high it is, and follows links of the same host for it (`wp-includes/js/wp-embed.js`). The frame may run scripts and
 * nothing else there. In the code that people copy it may not, and nothing of this runs.
 */
export {};

const secret = /^#\?secret=([a-zA-Z0-9]+)$/.exec(location.hash)?.[1];

if (secret !== undefined && window !== parent) {
  // To any site: what it is told is public, and a frame can't know where it stands.
  const tell = (message: 'height' | 'link', value: number | string) => {
    parent.postMessage({ message, value, secret }, '*');
  };
  // Otherwise it would be as high as the frame already is.
  document.body.style.minBlockSize = '0';
  new ResizeObserver(() => {
    tell('height', Math.ceil(document.body.offsetHeight));
  }).observe(document.body);
  // It may have come before the script of the page around it, which asks then.
  addEventListener('message', () => {
    tell('height', Math.ceil(document.body.offsetHeight));
  });
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    tell('link', link.href);
  });
}
