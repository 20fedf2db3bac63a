/** Files for passing a page on, drawn when they are asked for: a square picture, and the code of its address. */
import { createQrCode, quietZone } from '../pictures/qr-path';
import { drawSquare, side } from './draw-square.client';
import { lightColour } from './light-colour.client';
import { readPageCard } from './page-card.client';

/** The code of an address as SVG for printing, with its white margin. */
function codeSvg(url: string): string {
  const { size, path } = createQrCode(url);
  const edge = size + 2 * quietZone;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${edge * 20}" height="${edge * 20}" viewBox="0 0 ${edge} ${edge}">` +
    `<path fill="#fff" d="M0 0h${edge}v${edge}H0z"/>` +
    `<path fill="${lightColour('ink')}" shape-rendering="crispEdges" d="${path}"/></svg>`
  );
}

function createDownload(label: string, name: string, href: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  Object.assign(link, { textContent: label, download: name, href });
  item.append(link);
  return item;
}

/** Puts the picture and the links to both files in the place of the button that asked for them. */
export async function showPageFiles(button: HTMLElement): Promise<void> {
  const card = readPageCard(button);
  const texts = [card.above, card.title, card.below, card.action, card.service, card.url];
  // The canvas takes another typeface for what isn't there yet. A device that lacks one of the list says so by an error.
  const family = getComputedStyle(document.body).fontFamily;
  await Promise.allSettled(
    [400, 700].map((weight) => document.fonts.load(`${weight} 40px ${family}`, texts.join(''))),
  );
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws nothing.');
  drawSquare(pen, card);

  const picture = new Image(side, side);
  picture.src = canvas.toDataURL();
  picture.alt = texts.filter(Boolean).join('. ');
  picture.style.cssText = 'block-size:auto;max-inline-size:100%';
  const files = document.createElement('ul');
  files.className = 'share-links';
  const name = new URL(card.url).pathname.split('/').findLast((part) => part !== '') ?? '';
  files.append(
    createDownload(`PNG (${side} × ${side})`, `${name}.png`, picture.src),
    createDownload(
      'QR (SVG)',
      `${name}-qr.svg`,
      `data:image/svg+xml,${encodeURIComponent(codeSvg(card.url))}`,
    ),
  );
  const group = document.createElement('div');
  group.role = 'group';
  group.ariaLabel = button.textContent;
  // The new group takes the place and the focus of the button, so that it is read.
  group.tabIndex = -1;
  group.append(picture, files);
  button.replaceWith(group);
  group.focus();
}
