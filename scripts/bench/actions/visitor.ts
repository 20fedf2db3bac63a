/** A person at a browser whose every action is counted. */
import type { Locator, Page } from '@playwright/test';
import { OperatorError } from '@/model/operator-error';
import type { Effort } from './tally';

/** A target couldn't be reached as a person would reach it: that way doesn't exist. */
export class DeadEndError extends OperatorError {
  override readonly name = 'DeadEndError';
}

/** More than anyone would press or swipe. */
const most = 250;

/** How long a page may take to show what a step waits for, in ms. */
export const patience = 4000;

interface Place {
  /** -1 above the window, 0 in it, 1 below it. */
  readonly side: -1 | 0 | 1;
  /** How far one swipe moves the page towards it, in pixels. */
  readonly distance: number;
  readonly isInMain: boolean;
}

/** Where an element is seen. A large one is seen when its beginning is. */
const findPlace = (target: Locator): Promise<Place> =>
  target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const end = Math.min(bottom, top + 80);
    return {
      side: top < 0 ? -1 : end > window.innerHeight ? 1 : 0,
      distance: Math.max(-window.innerHeight, Math.min(window.innerHeight, top - window.innerHeight / 4)),
      isInMain: element.closest('main') !== null,
    } as const;
  });

export class Visitor {
  private actions = 0;
  private screens = 0;

  constructor(
    readonly page: Page,
    readonly byKeyboard: boolean,
    /** The name of the link that skips what comes before the content. */
    private readonly skip: string,
  ) {}

  /** Returns what was done since the last call. */
  takeEffort(): Effort {
    const effort = { actions: this.actions, screens: this.screens };
    this.actions = 0;
    this.screens = 0;
    return effort;
  }

  /** Reads on until an element is in the window. */
  async look(target: Locator, atMost = most): Promise<void> {
    await this.waitFor(target);
    let previous = NaN;
    for (let turns = 0; turns <= atMost; turns++) {
      const place = await findPlace(target);
      if (place.side === 0) return;
      const position = await this.turnPage(place);
      if (position === previous) break;
      previous = position;
    }
    throw new DeadEndError('It never comes into the window.');
  }

  /** Presses a link or a control, after opening the disclosure that it is in. */
  async press(target: Locator): Promise<void> {
    await this.openDisclosures(target);
    await this.pressShown(target);
  }

  private async pressShown(target: Locator): Promise<void> {
    if (this.byKeyboard) {
      await this.focus(target);
      await this.pressKey('Enter');
      return;
    }
    await this.look(target);
    this.actions += 1;
    await target.tap();
  }

  /** Fills in a field: a text, or the name of an option. */
  async fill(field: Locator, value: string): Promise<void> {
    await this.reach(field);
    this.actions += 1;
    if (await field.evaluate((control) => control.tagName === 'SELECT'))
      await field.selectOption({ label: value });
    else await field.fill(value);
  }

  async tick(box: Locator): Promise<void> {
    await this.reach(box);
    if (this.byKeyboard) return this.pressKey('Space');
    this.actions += 1;
    return box.check();
  }

  /** Comes so near to a form that its script starts, if it has one. A hand needs no action for that but scrolling. */
  async comeNear(form: Locator): Promise<void> {
    if (this.byKeyboard) await form.evaluate((element) => element.getBoundingClientRect());
    else await this.look(form);
    // The program's own mark of a form whose script hasn't started yet.
    const waiting = this.page.locator('[data-form]');
    await waiting.waitFor({ state: 'detached', timeout: patience / 2 }).catch(() => undefined);
  }

  private reach(target: Locator): Promise<void> {
    return this.byKeyboard ? this.focus(target) : this.look(target);
  }

  private async waitFor(target: Locator): Promise<void> {
    await target.waitFor({ timeout: patience }).catch(() => {
      throw new DeadEndError('It isn’t shown.');
    });
  }

  /** Opens the closed disclosures that a control is in, the outermost first. */
  private async openDisclosures(target: Locator): Promise<void> {
    const summaries = target.locator('xpath=ancestor::details[not(@open)]/summary');
    // An opened one no longer matches, so the next is the first.
    for (let closed = await summaries.count(); closed > 0; closed--) await this.pressShown(summaries.first());
    await this.waitFor(target);
  }

  private async pressKey(key: string): Promise<void> {
    this.actions += 1;
    await this.page.keyboard.press(key);
  }

  /** Moves the focus by Tab; from the top of a page past the header, if the target is in the content. */
  async focus(target: Locator): Promise<void> {
    await this.waitFor(target);
    const { isInMain } = await findPlace(target);
    const isAtTop = await this.page.evaluate(
      () => document.activeElement === document.body && location.hash === '',
    );
    if (isAtTop && isInMain) {
      await this.pressKey('Tab');
      const skip = this.page.getByRole('link', { name: this.skip });
      if (await skip.evaluate((link) => link === document.activeElement)) await this.pressKey('Enter');
    }
    for (let presses = 0; presses < most; presses++) {
      const direction = await target.evaluate((element) => {
        const focused = document.activeElement;
        if (element === focused) return 0;
        const isBefore =
          focused !== null &&
          focused !== document.body &&
          (focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0 &&
          !element.contains(focused);
        return isBefore ? -1 : 1;
      });
      if (direction === 0) return;
      await this.pressKey(direction === 1 ? 'Tab' : 'Shift+Tab');
    }
    throw new DeadEndError('Tab never reaches it.');
  }

  /** Scrolls by a height of the window, or presses the key for it. Returns where the page is then. */
  private async turnPage({ side, distance }: Place): Promise<number> {
    if (!this.byKeyboard) {
      this.screens += 1;
      return this.page.evaluate((top) => {
        window.scrollBy({ top, behavior: 'instant' });
        return window.scrollY;
      }, distance);
    }
    const before = await this.page.evaluate(() => window.scrollY);
    await this.pressKey(side === 1 ? 'PageDown' : 'PageUp');
    // The browser scrolls smoothly: it has arrived, or can't go on, when several frames are the same.
    let last = before;
    for (let same = 0; same < (last === before ? 20 : 5);) {
      const position = await this.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            requestAnimationFrame(() => resolve(window.scrollY));
          }),
      );
      same = position === last ? same + 1 : 0;
      last = position;
    }
    return last;
  }
}
