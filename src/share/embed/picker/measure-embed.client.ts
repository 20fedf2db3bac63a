/** Reads an embed in the browser: its title, the page that it stands for, and how high it is at each width. */
import { fitHeight, type FrameHeight } from '../frame';

/** The values that the code of an embed takes from its page. */
export interface MeasuredEmbed {
  readonly title: string;
  /** Absolute address of the page that it leads to. */
  readonly page: string;
  readonly height: FrameHeight;
}

/** The mean widths of a letter of `pangram` (em) in DejaVu Sans, the widest typeface of usual systems: normal and bold. */
const widest = [
  { weight: 400, letter: 0.518, elements: 'body' },
  { weight: 700, letter: 0.585, elements: 'h1, h2, strong, .on' },
] as const;

const pangram = 'the quick brown fox jumps over the lazy dog';

/** Makes texts as wide as they are in the widest typeface: others read them than the one who copies the code. */
function widenLetters(document: Document): void {
  for (const { weight, letter, elements } of widest) {
    const probe = document.createElement('span');
    probe.textContent = pangram;
    probe.style.cssText = `position:absolute;white-space:nowrap;letter-spacing:0;font-size:100px;font-weight:${weight}`;
    document.body.append(probe);
    const own = probe.getBoundingClientRect().width / 100 / pangram.length;
    probe.remove();
    for (const element of document.querySelectorAll<HTMLElement>(elements))
      element.style.letterSpacing = `${Math.max(0, letter - own)}em`;
  }
}

/** The elements of an embed that its address names: a card of a sheet, else everything. */
function measureDocument(document: Document, hash: string): MeasuredEmbed | undefined {
  const shown = hash === '' ? document.querySelector('main') : document.getElementById(hash.slice(1));
  const heading = shown?.querySelector('h1, h2');
  const link = heading?.querySelector('a');
  const frame = document.defaultView?.frameElement;
  if (!heading || !link || !(frame instanceof HTMLIFrameElement)) return undefined;
  widenLetters(document);
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
    return inside?.querySelector('main')
      ? measureDocument(inside, new URL(src, location.origin).hash)
      : undefined;
  } finally {
    frame.remove();
  }
}
