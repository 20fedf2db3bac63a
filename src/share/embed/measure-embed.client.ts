/** Reads an embed in the browser: its title, the page that it stands for, and how high it is at each width. */
import { fitHeight, type FrameHeight } from './frame';

/** What the code of an embed takes from it. */
export interface MeasuredEmbed {
  readonly title: string;
  /** Absolute address of the page that it leads to. */
  readonly page: string;
  readonly height: FrameHeight;
}

/** The mean width of a letter (em) in the widest typeface of usual systems. */
const widestLetter = 0.6;

/** Makes a text as wide as it is in the widest typeface: others read it than the one who copies the code. */
function widenLetters(body: HTMLElement): void {
  const probe = body.ownerDocument.createElement('span');
  probe.textContent = 'the quick brown fox jumps over the lazy dog';
  probe.style.cssText = 'position:absolute;white-space:nowrap;font-size:100px';
  body.append(probe);
  const letter = probe.getBoundingClientRect().width / 100 / probe.textContent.length;
  probe.remove();
  body.style.letterSpacing = `${Math.max(0, widestLetter - letter)}em`;
}

/** The elements of an embed that its address names: a card of a sheet, else everything. */
function read(document: Document, hash: string): MeasuredEmbed | undefined {
  const shown = hash === '' ? document.querySelector('main') : document.getElementById(hash.slice(1));
  const heading = shown?.querySelector('h1, h2');
  const link = heading?.querySelector('a');
  const frame = document.defaultView?.frameElement;
  if (!heading || !link || !(frame instanceof HTMLIFrameElement)) return undefined;
  widenLetters(document.body);
  const height = fitHeight((width) => {
    frame.style.inlineSize = `${width}px`;
    return Math.ceil(document.body.getBoundingClientRect().height);
  });
  return { title: heading.textContent, page: link.href, height };
}

/** Resolves to what the embed at an address of this site says; undefined where there is none. */
export async function measureEmbed(src: string): Promise<MeasuredEmbed | undefined> {
  // An address without an embed may answer with a page that can't be framed.
  const answer = await fetch(src.replace(/#.*/, '')).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const frame = document.createElement('iframe');
  frame.className = 'embed-measured';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.src = src;
  const loaded = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
  document.body.append(frame);
  try {
    await loaded;
    const inside = frame.contentDocument;
    return inside?.querySelector('main') ? read(inside, new URL(src, location.origin).hash) : undefined;
  } finally {
    frame.remove();
  }
}
