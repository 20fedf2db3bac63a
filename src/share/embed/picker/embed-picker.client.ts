/** Updates the embed picker: the preview, and the code. Without it the page has the code of all open opportunities. */
import { cardsPathOf, embedParameter, embedPathOf } from '@/i18n/embed-files';
import { interpolate } from '@/i18n/interpolate';
import { frameHeight, frameHtml } from '../frame';

/** The values that the code of an embed takes from its page. */
interface Found {
  /** The path beside which the embed stands. */
  readonly path: string;
  readonly title: string;
  /** Absolute address of the page that it leads to. */
  readonly page: string;
}

/**
 * Resolves to a page of this site; undefined where there is none. The policy forbids making a document of a text, so
 * the browser makes it.
 */
function readPage(path: string): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.addEventListener('loadend', () => {
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined);
    });
    request.open('GET', path);
    request.responseType = 'document';
    request.send();
  });
}

/** Reads the embed beside a path: the card that it names, else the list. */
async function readEmbed(path: string): Promise<Found | undefined> {
  const document = await readPage(embedPathOf(path));
  const [, id] = path.split('#');
  const shown = id === undefined ? document?.querySelector('main') : document?.getElementById(id);
  const link = shown?.querySelector<HTMLAnchorElement>(':is(h1, h2) a');
  return link ? { path, title: link.textContent, page: link.href } : undefined;
}

/**
 * Finds the embed of a path. A page without one of its own may lead to this page with another one chosen: an opportunity
 * does, whose card is on the sheet of its organization.
 */
async function find(path: string): Promise<Found | undefined> {
  const own = await readEmbed(path);
  if (own) return own;
  const page = await readPage(path);
  const link = page?.querySelector<HTMLAnchorElement>(`a[href*="?${embedParameter}="]`);
  const other = link && new URL(link.href).searchParams.get(embedParameter);
  return other ? readEmbed(other) : undefined;
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
    const { title, page } = found;
    const embed = embedPathOf(found.path);
    // A new frame instead of a new address: the browser's Back button must lead to the previous page.
    const next = frame.cloneNode() as HTMLIFrameElement;
    next.src = embed;
    next.title = title;
    next.height = String(frameHeight(embed));
    frame.replaceWith(next);
    code.textContent = frameHtml({
      src: new URL(embed, site).href,
      title,
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
