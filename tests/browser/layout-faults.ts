/** What is wrong with a page's layout: things beyond the window, words cut off, words over words. */
import type { Page } from '@playwright/test';

/** What is wrong in the window as it is, each thing in a line with its words. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    const boxes: { readonly of: Element; readonly text: string; readonly rect: DOMRect }[] = [];
    const scrollerOf = (element: Element) => {
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const { overflowY } = getComputedStyle(box);
        // Also one that cuts a summary after two lines
        if (
          (overflowY === 'auto' || overflowY === 'scroll' || box.matches('.row-text')) &&
          box.scrollHeight > box.clientHeight
        )
          return box;
      }
      return undefined;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
      // What only a screen reader is given, lists that unfold, and what waits outside until it has the focus.
      if (parent.closest('.visually-hidden, .apply-trap, .skip, option, noscript, script, style, pre'))
        continue;
      if (getComputedStyle(parent).clipPath === 'inset(50%)') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // Of a list that scrolls within itself, what has been scrolled away isn't shown.
      const scroller = scrollerOf(parent)?.getBoundingClientRect();
      const rects = [...range.getClientRects()].filter(
        (rect) =>
          rect.width > 1 &&
          rect.height > 1 &&
          (!scroller || (rect.bottom > scroller.top + 1 && rect.top < scroller.bottom - 1)),
      );
      for (const rect of rects) {
        // Lines that scroll
        const isScrolled = parent.closest('.search-chips, .search-also') !== null;
        if (!isScrolled && (rect.left < -1 || rect.right > width + 1))
          found.push(`beyond the window: ${text.slice(0, 60)}`);
        boxes.push({ of: parent, text: text.slice(0, 40), rect });
      }
      for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
        if (cuts && box.scrollWidth > box.clientWidth + 1) found.push(`cut off: ${text.slice(0, 60)}`);
      }
    }
    // Words of different elements may touch by the slant of their line boxes, but not lie over each other.
    boxes.sort((a, b) => a.rect.top - b.rect.top);
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) {
        if (other.rect.top > one.rect.bottom) break;
        if (one.of === other.of || getComputedStyle(other.of).position === 'sticky') continue;
        if (one.of.closest('.reach') !== other.of.closest('.reach')) continue;
        const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
        const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
        const lower = Math.min(one.rect.height, other.rect.height);
        if (across > 2 && down > lower / 2) found.push(`“${one.text}” lies over “${other.text}”`);
      }
    });
    return [...new Set(found)];
  });
}
