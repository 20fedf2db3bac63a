/** Updates the embed picker: the preview, and the code. Without it the page has the code of all open opportunities. */
import { embedParameter, embedPathOf, oembedPathOf } from '@/i18n/embed-files';
import { interpolate } from '@/i18n/interpolate';
import { frameHtml } from './frame';

/** The used part of an oEmbed document. */
interface Read {
  readonly title: string;
  readonly height: number;
}

function isRead(value: unknown): value is Read {
  const { title, height } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof title === 'string' && typeof height === 'number';
}

/** Fetches the embed for a path; undefined if there is none. */
async function read(path: string): Promise<Read | undefined> {
  try {
    const response = await fetch(oembedPathOf(path));
    const value: unknown = response.ok ? await response.json() : undefined;
    return isRead(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The path of one of this site's pages, the first page of a list: `https://…/en/browse/task/data/page/2/?x ->
 * /en/browse/task/data/`.
 */
function pathIn(address: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(address, location.origin)) return undefined;
  const { origin, pathname } = new URL(address, location.origin);
  if (!origins.includes(origin)) return undefined;
  const path = pathname.replace(/(?:index\.html)?$/, '').replace(/\/?$/, '/');
  return path.replace(/^\/embed(?=\/)/, '').replace(/page\/\d+\/$/, '');
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
    const found = path === undefined ? undefined : await read(path);
    // Another choice was made meanwhile.
    if (turn !== asked) return;
    const frame = document.querySelector('.embed-frame');
    if (path === undefined || !found || !(frame instanceof HTMLIFrameElement)) {
      status.textContent = unknown;
      return;
    }
    const { title, height } = found;
    // A new frame instead of a new address: the browser's Back button must lead to the previous page.
    const next = frame.cloneNode() as HTMLIFrameElement;
    next.src = embedPathOf(path);
    next.title = title;
    next.height = String(height);
    frame.replaceWith(next);
    code.textContent = frameHtml({ src: new URL(embedPathOf(path), site).href, title, height });
    status.textContent = interpolate(shown, { title });
    if ([...list.options].some(({ value }) => value === path)) list.value = path;
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
