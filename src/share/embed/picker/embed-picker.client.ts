/** Updates the embed picker: the preview, and the code. Without it the page has the code of all open opportunities. */
import { cardsPathOf, embedParameter, embedPathOf } from '@/i18n/embed-files';
import { interpolate } from '@/i18n/interpolate';
import { frameHtml } from '../frame';
import { measureEmbed, type MeasuredEmbed } from './measure-embed.client';

/** A path and what the embed there is like. */
interface Found extends MeasuredEmbed {
  readonly path: string;
}

/**
 * Reads the embed of a path. A page without one of its own may lead to this page with another one chosen: an opportunity
 * does, whose card is on the sheet of its organization.
 */
async function find(path: string): Promise<Found | undefined> {
  const own = await measureEmbed(embedPathOf(path));
  if (own) return { ...own, path };
  const page = await fetch(path).catch(() => undefined);
  const chosen = page?.ok ? /\?of=([^"&#]+)/.exec(await page.text())?.[1] : undefined;
  const other = chosen === undefined ? undefined : decodeURIComponent(chosen);
  const embed = other === undefined || other === path ? undefined : await measureEmbed(embedPathOf(other));
  return embed && other !== undefined ? { ...embed, path: other } : undefined;
}

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

/** Gives the frame its height, by a sheet of its own: the page has no attributes of style. */
function setHeight(css: string): void {
  sheet.replaceSync(`.embed-frame { block-size: ${css} }`);
}

/**
 * The path of one of this site's pages, the first page of a list: `https://…/en/browse/task/data/page/2/?x ->
 * /en/browse/task/data/`. An embed's own address is taken, too, with the card that it names.
 */
function pathIn(address: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(address, location.origin)) return undefined;
  const { origin, pathname, hash } = new URL(address, location.origin);
  if (!origins.includes(origin)) return undefined;
  const path = pathname.replace(/(?:index\.html)?$/, '').replace(/\/?$/, '/');
  const own = path.replace(/^\/embed(?=\/)/, '').replace(/page\/[\d-]+\/$/, '');
  return own.endsWith(cardsPathOf('/')) ? own + hash : own;
}

function start(form: HTMLFormElement): void {
  const list = form.querySelector('select');
  const address = form.querySelector('input');
  const status = form.querySelector('[role="status"]');
  const code = document.getElementById('embed-code');
  const { site = location.origin, unknown = '', shown = '' } = form.dataset;
  if (!list || !address || !status || !code) return;
  const origins = [new URL(site).origin, location.origin];
  let asked = 0;
  const first = document.querySelector<HTMLIFrameElement>('.embed-frame');
  if (first?.dataset['height']) setHeight(first.dataset['height']);

  const show = async (path: string | undefined) => {
    const turn = ++asked;
    const found = path === undefined ? undefined : await find(path);
    // Another choice was made meanwhile.
    if (turn !== asked) return;
    const frame = document.querySelector('.embed-frame');
    if (!found || !(frame instanceof HTMLIFrameElement)) {
      status.textContent = unknown;
      return;
    }
    const { title, height, page } = found;
    const embed = embedPathOf(found.path);
    // A new frame instead of a new address: the browser's Back button must lead to the previous page.
    const next = frame.cloneNode() as HTMLIFrameElement;
    next.src = embed;
    next.title = title;
    next.height = String(height.most);
    setHeight(height.css);
    frame.replaceWith(next);
    code.textContent = frameHtml({
      src: new URL(embed, site).href,
      title,
      height,
      page: new URL(new URL(page).pathname, site).href,
    });
    status.textContent = interpolate(shown, { title });
    if ([...list.options].some(({ value }) => value === found.path)) list.value = found.path;
  };

  list.addEventListener('change', () => void show(list.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void show(pathIn(address.value.trim(), origins));
  });
  const wanted = new URLSearchParams(location.search).get(embedParameter);
  if (wanted === null) return;
  const path = pathIn(wanted, origins);
  address.value = path === undefined ? wanted : new URL(path, site).href;
  void show(path);
}

const form = document.querySelector<HTMLFormElement>('form[data-embed]');
if (form) start(form);
