/** A person who writes an entry in Contentful's form, and whose every action is counted. */
import type { Locator, Page } from '@playwright/test';

/** The actions of a person. */
export interface WritingEffort {
  /** Clicks, pressed keys that set something going, and filled fields. */
  readonly actions: number;
  /** Fields in which JSON was written, each one action. */
  readonly jsonFields: number;
  /** Values in that JSON. */
  readonly jsonValues: number;
  /** Ids and zone names that had to be known and typed. */
  readonly codes: number;
}

export class Writer {
  private effort = { actions: 0, jsonFields: 0, jsonValues: 0, codes: 0 };

  constructor(readonly page: Page) {}

  get total(): WritingEffort {
    return this.effort;
  }

  async click(target: Locator): Promise<void> {
    this.effort.actions += 1;
    await target.click();
  }

  /** Fills in a field with a text, or chooses from a list. */
  async fill(target: Locator, text: string): Promise<void> {
    this.effort.actions += 1;
    await target.fill(text);
  }

  async choose(target: Locator, label: string): Promise<void> {
    this.effort.actions += 1;
    await target.selectOption({ label });
  }

  async press(target: Locator, key: string): Promise<void> {
    this.effort.actions += 1;
    await target.press(key);
  }

  /** Fills in a field with JSON: one action, in which each value is written. */
  async fillJson(target: Locator, value: unknown): Promise<void> {
    const leaves = listLeaves(value);
    this.effort.jsonFields += 1;
    this.effort.jsonValues += leaves.length;
    this.effort.codes += leaves.filter(isCode).length;
    await this.fill(target, JSON.stringify(value));
  }

  /** Types an id and adds it with Enter. */
  async addTag(target: Locator, text: string, isId: boolean): Promise<void> {
    if (isId) this.effort.codes += 1;
    await this.fill(target, text);
    await this.press(target, 'Enter');
  }
}

/** The values in a group or a list of groups. */
function listLeaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listLeaves) : [value];
}

/** Numbers and days are what a person would write anyway. */
const isCode = (value: unknown) => typeof value === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(value);
