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
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(text);
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
