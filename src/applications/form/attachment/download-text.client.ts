import { createElement } from '../browser/element.client';

/** Downloads a text as a file to the visitor's device. */
export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  createElement('a', { href: url, download: name }).click();
  // The browser has started to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
