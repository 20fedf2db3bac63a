/** The pane beside the form, which shows the entry's page in one of its languages. */
import { isLocale, localeTable, locales, type Locale } from '@/i18n/locales';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { postJson } from '../page/api.client';
import { formFolder, toFileFields } from '../../entry/format';
import { showPage } from './pane-frame.client';
import { createClass, h } from '../page/react.client';
import type { PaneRequest } from '../../pane';

/** The used parts of Immutable's maps and of React, both from Decap. */
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
/** The delay (ms) after the last key press. Rendering a page takes a tenth of a second. */
const quietMs = 250;

const readFields = ({ entry }: PaneProps) => (entry.get('data') as Data).toJS();

/** Returns the language to show first: the original one. */
function findFirstLocale(fields: RawFields): Locale {
  const original = fields['originalLanguage'];
  if (isLocale(original)) return original;
  return locales.find((locale) => fields[locale] !== undefined) ?? locales[0];
}

/** Measures a picture that isn't saved yet. */
async function measurePicture(src: string) {
  const image = new Image();
  image.src = src;
  await image.decode();
  return { src, width: image.naturalWidth, height: image.naturalHeight };
}

/** Collects the pictures in the form, by their address in the fields. */
async function collectPictures({ getAsset }: PaneProps, fields: RawFields): Promise<PaneRequest['pictures']> {
  const addresses = Object.values(fields).filter(
    (value): value is string => typeof value === 'string' && value.startsWith(formFolder),
  );
  const found = await Promise.all(
    addresses.map(async (address) => {
      const src = String(getAsset(address));
      return measurePicture(src.startsWith('blob:') ? src : new URL(src, location.href).pathname).then(
        (picture) => [[`/${address}`, picture] as const],
        () => [],
      );
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Sends the form's fields. Resolves to the key for the pane's page. */
async function sendFields(type: ContentTypeName, props: PaneProps): Promise<string> {
  const form = readFields(props);
  const id = props.entry.get('slug');
  const body: PaneRequest = {
    type,
    id: typeof id === 'string' ? id : '',
    fields: toFileFields(type, form),
    pictures: await collectPictures(props, form),
  };
  const { key } = await postJson<{ readonly key: string }>('/admin/pane/', body);
  return key;
}

/** Creates Decap's preview component for the entries of a type. */
export function createPane(type: ContentTypeName): unknown {
  const chooseLocale = ({ state, props }: Component) => state.locale ?? findFirstLocale(readFields(props));
  const show = async (component: Component) => {
    if (!component.holder) return;
    const key = await sendFields(type, component.props);
    await showPage(component.holder, `/pane/${chooseLocale(component)}/?key=${key}`);
  };
  // One at a time: an older page must not replace a newer one.
  const showLatest = async (component: Component) => {
    component.isDue = component.isShowing;
    if (component.isShowing) return;
    component.isShowing = true;
    await show(component).catch(() => undefined);
    component.isShowing = false;
    if (component.isDue) await showLatest(component);
  };
  const scheduleShow = (component: Component) => {
    clearTimeout(component.timer);
    component.timer = window.setTimeout(() => void showLatest(component), quietMs);
  };
  return createClass({
    getInitialState: () => ({ locale: undefined }),
    componentDidMount(this: Component) {
      this.isShowing = false;
      scheduleShow(this);
    },
    componentDidUpdate(this: Component) {
      scheduleShow(this);
    },
    componentWillUnmount(this: Component) {
      clearTimeout(this.timer);
    },
    render(this: Component) {
      const shown = chooseLocale(this);
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

/** The styles of the pane around the page. */
export const paneStyle = `
.pane { position: fixed; inset: 0; display: flex; flex-direction: column; background: #fff; }
.pane-languages { display: flex; gap: 2px; padding: 6px; background: #221c46; }
.pane-languages button { min-height: 44px; padding: 0 14px; border: 0; background: none; color: #fff; font: 16px system-ui, sans-serif; cursor: pointer; }
.pane-languages button[aria-pressed='true'] { background: #fff; color: #221c46; }
.pane-page { position: relative; flex: 1; }
.pane-page iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
`;
