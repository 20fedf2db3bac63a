/** Loads the lines of the home page where there is something on the device. */
import { standingMark } from '@/device/storage/keys';
import { showPart } from '@/components/late-parts.client';

const part = document.querySelector<HTMLElement>('.standing');
if (part && document.documentElement.classList.contains(standingMark)) {
  showPart(part);
  // Not before it has a heading.
  part.setAttribute('aria-labelledby', 'standing');
  void import('./saved-searches-standing.client').then(({ showStanding }) => showStanding(part));
}
