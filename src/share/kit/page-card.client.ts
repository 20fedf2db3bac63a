/** The texts of a picture, read from the page: they needn't travel twice. */
import type { PictureCard } from '@/views/share/share-picture';

type PageCard = Omit<PictureCard, 'drawing'> & { readonly url: string };

/** The text of an element, with its non-breaking spaces. */
const textOf = (element: Element | null): string | undefined =>
  element?.textContent.replaceAll(/[ \n]+/g, ' ').trim();

const find = (selector: string) => textOf(document.querySelector(selector));

/** Task types, languages, hours and length; whether it is closed, and not until when it is open, which may change. */
const facts = '.strip > div:not([hidden], .strip-closes[data-until]) dd';

/** The card of this page. Its button has the texts that it doesn't show itself; that of an opportunity shows all. */
export function readPageCard({ dataset }: HTMLElement): PageCard {
  const url = find('#share-address') ?? location.href;
  return {
    band:
      dataset['band'] ??
      document.querySelector<HTMLElement>('.save-here [data-save]')?.dataset['save'] ??
      url,
    above: dataset['above'] ?? find('.for a'),
    title: find('h1') ?? '',
    below: dataset['below'] ?? [...document.querySelectorAll(facts)].map(textOf).join(' · '),
    // Once it is closed, or the visitor has applied, there is no such link.
    action: find('.reach:not([hidden]) .button-primary'),
    service: document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content,
    url,
  };
}
