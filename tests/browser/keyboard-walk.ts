/**
 * Walks through a page by Tab, as somebody without a mouse does, and says what is wrong on the way (WCAG 2.1.1, 2.1.2,
 * 2.4.3, 2.4.7, 2.4.11), and which targets are smaller than 44 pixels (2.5.5, which includes 2.5.8).
 */
import type { Page } from '@playwright/test';

/** What the page says after a press of Tab. */
interface Stop {
  /** Position of what has the focus among what is expected; -1 for the page itself, -2 for what wasn't expected. */
  readonly at: number;
  readonly faults: readonly string[];
}

/** Longest edge, in CSS pixels, that is still too small for a thumb: WCAG 2.5.5. */
const smallest = 44;

/** Stops that an element may have within itself, as the fields of a date do. */
const innerStops = 8;

/**
 * Notes in the page what Tab must reach, in the order in which it must: that of the document, or of the eye where
 * `reading-flow` asks for it. Puts the focus before all of it. Resolves to how many there are.
 */
function prepare(page: Page): Promise<number> {
  return page.evaluate(() => {
    const natural = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const expected: HTMLElement[] = [];
    const isReached = (element: HTMLElement) =>
      element.matches(natural) &&
      element.tabIndex >= 0 &&
      !element.matches(':disabled, [type=hidden]') &&
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !element.closest('[inert]');
    const collect = (parent: Element) => {
      const children = [...parent.children];
      const flow = getComputedStyle(parent).getPropertyValue('reading-flow');
      if (flow !== '' && flow !== 'normal')
        children.sort((a, b) => Number(getComputedStyle(a).order) - Number(getComputedStyle(b).order));
      for (const child of children) {
        if (child instanceof HTMLElement && isReached(child)) expected.push(child);
        collect(child);
      }
    };
    collect(document.body);
    // What is in a frame is a page of its own: keys that are pressed there aren't told here.
    for (const frame of document.querySelectorAll('iframe')) frame.tabIndex = -1;
    Reflect.set(globalThis, 'expectedStops', expected);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    scrollTo(0, 0);
    return expected.length;
  });
}

/**
 * Has the page judge what has the focus whenever Tab is pressed, before it moves on: keys can then be sent without waiting
 * for the answer to each.
 */
function watchTab(page: Page): Promise<void> {
  return page.evaluate((least) => {
    const look = (): Stop => {
      const expected = Reflect.get(globalThis, 'expectedStops') as HTMLElement[];
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return { at: -1, faults: [] };
      const named = `${focused.localName} “${(focused.ariaLabel ?? focused.textContent ?? '').trim().slice(0, 40)}”`;
      const name = `${named}${focused.id ? ` #${focused.id}` : ''}`;
      const faults: string[] = [];
      const style = getComputedStyle(focused);
      const scrolls =
        (/auto|scroll/.test(style.overflowX) && focused.scrollWidth > focused.clientWidth) ||
        (/auto|scroll/.test(style.overflowY) && focused.scrollHeight > focused.clientHeight);
      const at = expected.indexOf(focused);
      // A browser lets the keyboard into what scrolls, and so it should.
      if (at < 0 && !scrolls) faults.push(`${name} has the focus, though it is no control`);

      // The mark may be drawn by what stands around a control, or by the words that stand for it.
      const marked = [focused, ...(focused.parentElement?.children ?? [])];
      for (let box = focused.parentElement, up = 0; box && up < 2; box = box.parentElement, up++)
        marked.push(box);
      const isMarked = marked.some((box) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(box);
        return (
          outlineStyle !== 'none' &&
          Number.parseFloat(outlineWidth) >= 2 &&
          !/^rgba\(.*, 0\)$|transparent/.test(outlineColor)
        );
      });
      if (!isMarked) faults.push(`one doesn’t see that ${name} has the focus`);

      const rects = [...focused.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      // What is pressed for a checkbox is its label too.
      const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
      const boxes = [focused, ...labels].map((part) => part.getBoundingClientRect());
      const widest = Math.max(...boxes.map(({ width }) => width));
      const highest = Math.max(...boxes.map(({ height }) => height));
      const middle = (rect: DOMRect) => ({
        x: Math.min(Math.max(rect.left + rect.width / 2, 0), innerWidth - 1),
        // Of what is higher than the window, the part that is in it.
        y: (Math.max(rect.top, 0) + Math.min(rect.bottom, innerHeight)) / 2,
      });
      const isIn = ({ top, bottom, left, right }: DOMRect) =>
        bottom > 1 && top < innerHeight - 1 && right > 0 && left < innerWidth;
      const isUnderABar = (rect: DOMRect) => {
        const { x, y } = middle(rect);
        let hit = document.elementFromPoint(x, y);
        if (!hit || focused.contains(hit)) return false;
        for (; hit; hit = hit.parentElement) {
          if (hit.contains(focused)) return false;
          if (/sticky|fixed/.test(getComputedStyle(hit).position)) return true;
        }
        return false;
      };
      if (rects.length > 0 && !rects.some(isIn)) faults.push(`${name} has the focus outside the window`);
      else if (rects.some((rect) => isIn(rect) && isUnderABar(rect)))
        faults.push(`${name} has the focus under a bar that sticks`);

      if (scrolls) return { at, faults };
      const isOurs = (x: number, y: number) => {
        const hit = document.elementFromPoint(x, y);
        const label = hit?.closest('label');
        return hit !== null && (focused.contains(hit) || label?.control === focused);
      };
      // WCAG 2.5.8 lets a link be as low as the line of the sentence that it stands in.
      const block = focused.closest('p, li, dd, dt, td, th, blockquote, figcaption, legend, caption, div');
      const words = (element: Element | null) =>
        element?.textContent?.replaceAll(/[^\p{L}\p{N}]/gu, '').length ?? 0;
      const linked = [...(block?.querySelectorAll('a, button, .visually-hidden') ?? [])].reduce(
        (sum, link) => sum + words(link),
        0,
      );
      const isInSentence = focused.localName === 'a' && style.display === 'inline' && words(block) > linked;
      if (isInSentence) return { at, faults };
      // What answers to a press can be larger than the box: a label, or a part drawn around it.
      const { x, y } = middle(rects[0] ?? focused.getBoundingClientRect());
      const reaches = (dx: number, dy: number) => isOurs(x + dx, y + dy);
      const half = least / 2 - 1;
      const across = widest >= least - 0.5 || (reaches(-half, 0) && reaches(half, 0));
      const down = highest >= least - 0.5 || (reaches(0, -half) && reaches(0, half));
      if (!across || !down)
        faults.push(`${name} is a target of ${Math.round(widest)} x ${Math.round(highest)}`);
      return { at, faults };
    };
    const stops: Stop[] = [];
    Reflect.set(globalThis, 'tabStops', { look, stops });
    addEventListener('keydown', () => stops.push(look()), { capture: true });
  }, smallest);
}

/** What was passed since the last time, and what has the focus now. */
function takeStops(page: Page): Promise<Stop[]> {
  return page.evaluate(() => {
    const { look, stops } = Reflect.get(globalThis, 'tabStops') as { look: () => Stop; stops: Stop[] };
    return [...stops.splice(0), look()];
  });
}

/** What is wrong along the way through the page as it is. */
export async function walkFaults(page: Page): Promise<string[]> {
  const expected = await prepare(page);
  await watchTab(page);
  const faults: string[] = [];
  const seen = new Set<number>();
  let before = -1;
  let inner = 0;
  let isOut = false;
  const most = expected * 2 + innerStops;
  for (let presses = 0; !isOut && presses <= most;) {
    // Held down: the focus moves on when a key goes down. As many at once as should be left.
    const more = Math.max(1, expected - seen.size + 1);
    await Promise.all(Array.from({ length: more }, () => page.keyboard.down('Tab')));
    presses += more;
    for (const stop of (await takeStops(page)).slice(-more)) {
      if (stop.at === -1) {
        isOut = true;
        break;
      }
      if (stop.at === before && ++inner <= innerStops) continue;
      faults.push(...stop.faults);
      if (stop.at < 0) continue;
      // The browser may lead from the end to the beginning with no stop outside; what was passed over is told as missed.
      if (stop.at < before && stop.at === Math.min(...seen)) {
        isOut = true;
        break;
      }
      if (stop.at < before) faults.push(`the focus goes back from ${before + 1} to ${stop.at + 1}`);
      inner = 0;
      before = stop.at;
      seen.add(stop.at);
    }
  }
  if (!isOut) faults.push(`the keyboard doesn’t come out after ${most} presses`);
  await page.keyboard.up('Tab');
  faults.push(...(await missed(page, [...seen])));
  if (expected > 0) {
    // Twice, since the first press may only lead from where the walk began anew.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    const [last] = (await takeStops(page)).slice(-1);
    if (!last || last.at < 0) faults.push('the keyboard doesn’t come back into the page');
  }
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.removeAttribute('tabindex');
  });
  return [...new Set(faults)];
}

/** What the keyboard should have reached and didn't, and whether the way past the head comes first. */
function missed(page: Page, seen: readonly number[]): Promise<string[]> {
  return page.evaluate((reached) => {
    const expected = Reflect.get(globalThis, 'expectedStops') as HTMLElement[];
    // Of the radio buttons of one name Tab reaches one; the arrows reach the others.
    const groups = new Set(
      reached
        .map((at) => expected[at])
        .flatMap((one) => (one?.matches('[type=radio]') ? [one.getAttribute('name')] : [])),
    );
    const faults = expected
      .filter(
        (element, at) =>
          !reached.includes(at) &&
          !(element.matches('[type=radio]') && groups.has(element.getAttribute('name'))),
      )
      .map((element) => `the keyboard doesn’t reach ${element.outerHTML.slice(0, 120)}`);
    const first = expected[Math.min(...reached)];
    if (document.querySelector('.skip') && !first?.matches('.skip'))
      faults.push(
        `the first stop is ${first?.outerHTML.slice(0, 80) ?? 'nothing'}, not the link to the content`,
      );
    return faults;
  }, seen);
}
