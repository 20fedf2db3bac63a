/** The pane beside the form: the page of the entry as the site would show it, in one of its languages. */
import { isLocale, localeTable, locales, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { postJson } from './api.client';
import { withoutOwn } from '../format';
import { showPage } from './pane-frame.client';
import type { PaneRequest } from '../pane';

/** The part of Immutable's maps and of React that is used; Decap brings both. */
interface Data {
  readonly toJS: () => RawFields;
}
interface PaneProps {
  readonly entry: { readonly get: (key: string) => unknown };
  readonly getAsset: (address: string) => { readonly toString: () => string };
}
interface Component {
  readonly props: PaneProps;
  readonly state: { readonly locale: Locale | undefined };
  readonly setState: (state: Component['state']) => void;
  holder: HTMLElement | null;
  timer: number | undefined;
  isShowing: boolean;
  isDue: boolean;
}
type Element = unknown;

interface Globals {
  readonly createClass: (spec: object) => unknown;
  readonly h: (tag: string, props: object, ...children: readonly Element[]) => Element;
}

const { createClass, h } = globalThis as typeof globalThis & Globals;

/** After the last key pressed: pages are made in a tenth of a second. */
const quietMs = 250;

const fieldsOf = ({ entry }: PaneProps) => (entry.get('data') as Data).toJS();

/** The language to show first: the one that it is written in. */
function firstLocale(fields: RawFields): Locale {
  const original = fields['originalLanguage'];
  if (isLocale(original)) return original;
  return locales.find((locale) => fields[locale] !== undefined) ?? locales[0];
}

/** How large a picture is that isn't saved yet. */
async function measured(src: string) {
  const image = new Image();
  image.src = src;
  await image.decode();
  return { src, width: image.naturalWidth, height: image.naturalHeight };
}

/** Pictures of the form that the browser has, by their address in the fields. */
async function picturesOf({ getAsset }: PaneProps, fields: RawFields): Promise<PaneRequest['pictures']> {
  const addresses = Object.values(fields).filter(
    (value): value is string => typeof value === 'string' && value.startsWith('/media/'),
  );
  const found = await Promise.all(
    addresses.map(async (address) => {
      const src = String(getAsset(address));
      return measured(src.startsWith('blob:') ? src : new URL(src, location.href).pathname).then(
        (picture) => [[address, picture] as const],
        () => [],
      );
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Sends what is in the form. Resolves to the key for the page beside it. */
async function send(type: ContentTypeName, props: PaneProps): Promise<string> {
  const fields = withoutOwn(fieldsOf(props));
  const id = props.entry.get('slug');
  const body: PaneRequest = {
    type,
    id: typeof id === 'string' ? id : '',
    fields,
    pictures: await picturesOf(props, fields),
  };
  const { key } = await postJson<{ readonly key: string }>('/admin/pane/', body);
  return key;
}

/** A component of Decap's for the entries of a type. */
export function paneOf(type: ContentTypeName): unknown {
  const localeOf = ({ state, props }: Component) => state.locale ?? firstLocale(fieldsOf(props));
  const show = async (own: Component) => {
    if (!own.holder) return;
    const key = await send(type, own.props);
    await showPage(own.holder, `/pane/${localeOf(own)}/?key=${key}`);
  };
  // One at a time: what was sent first may not arrive last.
  const showLatest = async (own: Component) => {
    own.isDue = own.isShowing;
    if (own.isShowing) return;
    own.isShowing = true;
    await show(own).catch(() => undefined);
    own.isShowing = false;
    if (own.isDue) await showLatest(own);
  };
  const later = (own: Component) => {
    clearTimeout(own.timer);
    own.timer = window.setTimeout(() => void showLatest(own), quietMs);
  };
  return createClass({
    getInitialState: () => ({ locale: undefined }),
    componentDidMount(this: Component) {
      this.isShowing = false;
      later(this);
    },
    componentDidUpdate(this: Component) {
      later(this);
    },
    componentWillUnmount(this: Component) {
      clearTimeout(this.timer);
    },
    render(this: Component) {
      const shown = localeOf(this);
      const buttons = locales.map((locale) =>
        h(
          'button',
          {
            type: 'button',
            key: locale,
            lang: locale,
            'aria-pressed': locale === shown,
            onClick: () => this.setState({ locale }),
          },
          localeTable[locale].name,
        ),
      );
      return h(
        'div',
        { className: 'pane' },
        h('div', { className: 'pane-languages' }, ...buttons),
        h('div', { className: 'pane-page', ref: (holder: HTMLElement | null) => (this.holder = holder) }),
      );
    },
  });
}

/** How the pane looks, around the page. */
export const paneStyle = `
.pane { position: fixed; inset: 0; display: flex; flex-direction: column; background: #fff; }
.pane-languages { display: flex; gap: 2px; padding: 6px; background: #221c46; }
.pane-languages button { min-height: 44px; padding: 0 14px; border: 0; background: none; color: #fff; font: 16px system-ui, sans-serif; cursor: pointer; }
.pane-languages button[aria-pressed='true'] { background: #fff; color: #221c46; }
.pane-page { position: relative; flex: 1; }
.pane-page iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
`;
