/** Where the form finds entries and pictures: in the content folder, through the editor's server. */
import type { Locale } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import type { FormHost, PictureHost } from '@scripts/forms/ui/form-context';
import type { Option } from '@scripts/forms/values/match-options';
import type { EntryRow } from '../entry/list-entries';
import { ask, withKey } from './ask.client';
import { hrefOf } from './place';

/** How long (ms) a list is shown without asking again. */
const fresh = 2000;

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

const lists = new Map<
  ContentTypeName,
  { readonly at: number; readonly rows: Promise<readonly EntryRow[]> }
>();

/** The entries of a type. */
export function readRows(type: ContentTypeName): Promise<readonly EntryRow[]> {
  const known = lists.get(type);
  if (known && performance.now() - known.at < fresh) return known.rows;
  const rows = ask<readonly EntryRow[]>({ action: 'list', type });
  lists.set(type, { at: performance.now(), rows });
  rows.catch(() => lists.delete(type));
  return rows;
}

/** Forgets the lists: something was saved. */
export const forgetRows = (): void => lists.clear();

export const pictureHost: PictureHost = {
  list: () => ask({ action: 'pictures' }),
  hrefOf: (address) => withKey(`/admin/picture/?address=${encodeURIComponent(address)}`),
  upload: async (file) => {
    const address = `/media/${plainName(file.name)}`;
    await ask({ action: 'savePicture', address, content: await readBase64(file) });
    return address;
  },
};

/** Creates the host. Entries have their titles in the editor's language, where they have one. */
export const createHost = (locale: Locale): FormHost => ({
  entries: async (type) =>
    (await readRows(type))
      .map(({ id, title, titles, words }): Option => {
        const name = titles[locale] ?? (title || id);
        return { id, name, words, ...(name !== title && title !== '' && { note: title }) };
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, locale)),
  entryHref: (type, id) => hrefOf({ at: 'entry', type, id: id ?? '' }),
  pictures: pictureHost,
});
