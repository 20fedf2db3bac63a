/** Where the form finds entries and pictures: in the content folder, through the editor's server. */
import { createContext, useContext } from 'react';
import type { Locale } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import type { FormHost, PictureFile } from '@scripts/forms/ui/form-context';
import type { Option } from '@scripts/forms/values/match-options';
import type { EntryRow } from '../entry/list-entries';
import { ask } from './ask.client';
import { hrefOf } from './place';

/** How long (ms) a list is shown without asking again. */
const fresh = 2000;

export interface EditorHost extends FormHost {
  readonly rows: (type: ContentTypeName) => Promise<readonly EntryRow[]>;
  /** Forgets the lists: something was saved. */
  readonly forget: () => void;
}

/** `('Logo été 2.PNG') -> 'logo-ete-2.png'` */
function plainName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.\w+)?$/.exec(name) ?? [];
  const plain = stem
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${plain || 'picture'}${ending.toLowerCase()}`;
}

async function readBase64(file: File): Promise<string> {
  const reader = new FileReader();
  await new Promise((resolve, reject) => {
    reader.addEventListener('load', resolve);
    reader.addEventListener('error', () => reject(new Error(reader.error?.message)));
    reader.readAsDataURL(file);
  });
  return String(reader.result).replace(/^[^,]*,/, '');
}

/** Creates the host. Entries have their titles in the editor's language, where they have one. */
export function createHost(locale: Locale): EditorHost {
  const lists = new Map<
    ContentTypeName,
    { readonly at: number; readonly rows: Promise<readonly EntryRow[]> }
  >();
  const shown = new Map<string, Promise<string>>();
  const rows = (type: ContentTypeName) => {
    const known = lists.get(type);
    if (known && performance.now() - known.at < fresh) return known.rows;
    const asked = ask<readonly EntryRow[]>({ action: 'list', type });
    lists.set(type, { at: performance.now(), rows: asked });
    asked.catch(() => lists.delete(type));
    return asked;
  };
  const load = async (address: string) => {
    const content = await ask<string>({ action: 'picture', address });
    const bytes = Uint8Array.from(atob(content), (character) => character.codePointAt(0) ?? 0);
    // Browsers show an SVG only with its type.
    const type = /\.svg$/i.test(address) ? { type: 'image/svg+xml' } : {};
    return URL.createObjectURL(new Blob([bytes], type));
  };
  return {
    rows,
    forget: () => lists.clear(),
    entries: async (type) =>
      (await rows(type)).map(({ id, title, titles, words }): Option => {
        const name = titles[locale] ?? (title || id);
        return { id, name, words, ...(name !== title && title !== '' && { note: title }) };
      }),
    entryHref: (type, id) => hrefOf({ at: 'entry', type, id: id ?? '' }),
    pictures: () => ask<readonly PictureFile[]>({ action: 'pictures' }),
    showPicture: (address) => {
      const known = shown.get(address) ?? load(address);
      shown.set(address, known);
      known.catch(() => shown.delete(address));
      return known;
    },
    uploadPicture: async (file) => {
      const address = `/media/${plainName(file.name)}`;
      await ask({ action: 'savePicture', address, content: await readBase64(file) });
      return address;
    },
  };
}

const HostContext = createContext<EditorHost | undefined>(undefined);

export const HostProvider = HostContext.Provider;

export function useHost(): EditorHost {
  const host = useContext(HostContext);
  if (!host) throw new Error('There is no host outside of a HostProvider.');
  return host;
}
