/** A person with a keyboard alone: goes on by Tab until a control has the focus, and sets it going by keys. */
import { expect, type Frame, type Locator, type Page } from '@playwright/test';

/** The presses after which a control counts as out of reach. */
const mostPresses = 250;

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement && document.hasFocus());

/** The style of the outline around what has the focus, in whichever frame it is. */
async function outlineStyle(page: Page): Promise<string> {
  const inner = async (frame: Frame): Promise<string> => {
    const handle = await frame.evaluateHandle(() => document.activeElement);
    const child = await handle.asElement()?.contentFrame();
    return child
      ? inner(child)
      : frame.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
  };
  return inner(page.mainFrame());
}

export class Keyboard {
  /** Presses that set something going. Typing, Tab and the arrows only lead there. */
  activations = 0;

  constructor(readonly page: Page) {}

  /** Goes on by Tab, or back. Fails if the control doesn't get the focus. */
  async tabTo(target: Locator, { back = false, most = mostPresses } = {}): Promise<void> {
    await expect(target).toBeVisible();
    for (let presses = 0; presses < most && !(await hasFocus(target)); presses++)
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    await expect(target).toBeFocused();
  }

  /** Goes to a control, whose focus can be seen, and presses a key there. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(target);
    expect(await outlineStyle(this.page)).not.toBe('none');
    this.activations += 1;
    await this.page.keyboard.press(key);
  }

  /** Goes down a list until a value is chosen. */
  async choose(select: Locator, value: string): Promise<void> {
    await this.tabTo(select);
    const options = await select.locator('option').count();
    for (let presses = 0; presses < options && (await select.inputValue()) !== value; presses++)
      await this.page.keyboard.press('ArrowDown');
    await expect(select).toHaveValue(value);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    // Quicker than a person, but not all at once: while an editor draws its form, a letter can be lost.
    await this.page.keyboard.type(text, { delay: 10 });
  }

  /** Goes down a menu that is open, to the item with the focus. */
  async pressItem(item: Locator): Promise<void> {
    await expect(item).toBeVisible();
    for (let presses = 0; presses < 20 && !(await hasFocus(item)); presses++)
      await this.page.keyboard.press('ArrowDown');
    await expect(item).toBeFocused();
    await this.page.keyboard.press('Enter');
  }
}
