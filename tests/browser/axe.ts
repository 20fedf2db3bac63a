/** What axe finds: WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices. Every rule is on. */
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Half the size of what is sent to every page otherwise. */
export const axeSource = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface AxeOptions {
  /** Whether contrast is measured, which takes as long as all else. */
  readonly contrast?: boolean;
  /** A selector: what is looked at. */
  readonly within?: string;
}

/**
 * Violations, each in a line with the elements. Contrast is asked to reach 7:1, which is more than AA wants; where the
 * system forces its colours they are the visitor's own choice, and axe would judge colours that aren't shown.
 */
export async function axeFaults(
  page: Page,
  { contrast = true, within = 'html' }: AxeOptions = {},
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page, axeSource })
    .include(within)
    // What a page shows in a frame is tested as a page of its own; what is left out here would look for frames.
    .setLegacyMode()
    .options({
      iframes: false,
      resultTypes: ['violations'],
      // What reaches the higher contrast reaches the lower: it need not be measured twice.
      rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: contrast } },
    })
    .withTags(axeTags)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
