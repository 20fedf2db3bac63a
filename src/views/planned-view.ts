/**
 * Views that are made only where they are needed. Whether a file has changed can be told from what its view is made from,
 * which takes much less time than the view itself.
 */
import { hash } from 'node:crypto';
import { cacheByObject } from '@/model/cache-by-object';
import type { SiteContext, ViewContext } from './frame/context';
import { frameView } from './frame/frame';

export interface PlannedView<View> {
  /**
   * Identifies everything that the view is made from, except what all files of a publish depend on, which `publishVersion`
   * identifies.
   */
  readonly key: string;
  readonly make: () => View;
}

/** A short hash of plain data. */
export const hashData = (data: unknown): string =>
  hash('sha256', JSON.stringify(data), 'base64url').slice(0, 20);

/** A short hash of an entry as a site has it in a language: its texts, its address, its stage. Made once an entry. */
export const hashEntry: (entry: object) => string = cacheByObject(hashData);

/** Plans a view of a language that is made from the settings and these data. */
export function planView<View>({ own }: SiteContext, data: unknown, make: () => View): PlannedView<View> {
  const settings = own.settings && hashEntry(own.settings);
  return { key: hashData([own.locale, settings, data]), make };
}

/** Identifies what the frames of all pages of a language have in common. */
const frameKey = cacheByObject((context: ViewContext) =>
  hashData(frameView(context, { title: '', description: '', at: {} })),
);

/** Plans the view of a page that is made from the settings, the common frame and these data. */
export const planPage = <View>(context: ViewContext, data: unknown, make: () => View): PlannedView<View> =>
  planView(context, [frameKey(context), data], make);
