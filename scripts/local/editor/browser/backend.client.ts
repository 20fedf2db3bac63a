/** Decap's backend for the content folder: it reads and saves through our API, and asks where a file changed meanwhile. */
import type { ContentTypeName } from '@/model/types/entry';
import { ask, ChangedError, RefusedError } from './api.client';
import type { EditorCollection, EditorConfig } from '../config';
import { askForChoices, askToDelete, askToRestore } from './conflict.client';
import { decodeForm, encodeFile, fieldsOfText, writeFields } from '../format';
import { compareVersions, mergeVersions } from './merge';
import { reopenEntry } from './reopen.client';
import type { EditorEntry, EditorPicture } from '../storage';

/** Decap's shapes, as far as they are used. */
interface DecapEntry {
  readonly data: string;
  readonly file: { readonly path: string; readonly id: null };
}
interface DecapAsset {
  readonly path: string;
  readonly toBase64: () => Promise<string>;
}
interface DecapSave {
  readonly dataFiles: readonly { readonly path: string; readonly raw: string }[];
  readonly assets: readonly DecapAsset[];
}

const toEntry = ({ path, text }: EditorEntry): DecapEntry => ({
  data: encodeFile(text),
  file: { path, id: null },
});

function toMediaFile({ id, path, content }: EditorPicture) {
  const name = path.split('/').at(-1) ?? path;
  // An SVG is shown only where its type is known.
  const type = name.endsWith('.svg') ? 'image/svg+xml' : '';
  const bytes = Uint8Array.from(atob(content), (character) => character.codePointAt(0) ?? 0);
  const file = new File([bytes], name, { type });
  const url = URL.createObjectURL(file);
  return { id, name, path, file, size: file.size, url, displayURL: url };
}

const toPicture = async (asset: DecapAsset) => ({ path: asset.path, content: await asset.toBase64() });

/** The texts that this tab has read and saved, so that a save and a deletion know what they replace. */
class KnownTexts {
  private readonly latest = new Map<string, string>();
  private readonly saved = new Map<string, { readonly from: string | null; readonly text: string }>();

  read(path: string, text: string): void {
    this.latest.set(path, text);
    // A form that is filled now begins with this text again.
    if (this.saved.get(path)?.from === text) this.saved.delete(path);
  }

  /** A form that was filled from `from` was saved with `text`; what it is filled from doesn't change with that. */
  save(path: string, from: string | null, text: string): void {
    this.latest.set(path, text);
    this.saved.set(path, { from, text });
  }

  /** What a form last had in common with its file: what it was filled from, or what was saved of it since. */
  baseOf(path: string, from: string | null): string | null {
    const saved = this.saved.get(path);
    return saved?.from === from ? saved.text : from;
  }

  latestOf(path: string): string | undefined {
    return this.latest.get(path);
  }
}

/** The class that Decap makes its backend of. */
export function createBackend({ collections, media_folder: mediaFolder }: EditorConfig) {
  const known = new KnownTexts();
  /** Ids of the pictures that this tab has shown, by path. */
  const pictureIds = new Map<string, string>();

  const collectionOf = (path: string): EditorCollection => {
    const found = collections.find(({ folder }) => path.startsWith(`${folder}/`));
    if (!found) throw new RefusedError(`${path} is in no folder of entries.`);
    return found;
  };

  const showPicture = (picture: EditorPicture) => {
    pictureIds.set(picture.path, picture.id);
    return toMediaFile(picture);
  };

  /** Asks what to save in the place of a file that changed. Undefined where nothing is to be saved. */
  const resolve = async (
    path: string,
    { text, base }: { readonly text: string; readonly base: string | null },
    current: string | null,
  ): Promise<string | undefined> => {
    if (current === null) return (await askToRestore(path)) ? text : undefined;
    const collection = collectionOf(path);
    const type: ContentTypeName = collection.name;
    const form = fieldsOfText(text) ?? {};
    const merge = compareVersions(type, {
      base: base === null ? undefined : fieldsOfText(base),
      file: fieldsOfText(current) ?? {},
      form,
    });
    const isOnlyForm = merge.conflicts.length === 0 && merge.fromFile.length === 0;
    // The file says the same as before, in another form.
    const choices = isOnlyForm ? new Map() : await askForChoices(path, collection, merge);
    return choices && writeFields(type, mergeVersions(type, form, merge, choices));
  };

  const saveEntry = async (
    path: string,
    raw: string,
    pictures: Awaited<ReturnType<typeof toPicture>>[],
    isNew: boolean,
  ) => {
    const form = decodeForm(raw);
    const base = isNew ? null : known.baseOf(path, form.base);
    let save = { text: form.text, base };
    for (;;) {
      try {
        await ask({ action: 'saveEntry', path, ...save, pictures });
        break;
      } catch (error) {
        if (!(error instanceof ChangedError)) throw error;
        if (isNew) {
          throw new RefusedError(
            `${path} was created by another tab or program. Press Publish again: this entry gets another name.`,
          );
        }
        const text = await resolve(path, { text: form.text, base }, error.current);
        if (text === undefined) throw new RefusedError('Nothing was saved. What you typed is still here.');
        save = { text, base: error.current };
      }
    }
    // The form still has its own fields: it is compared by them until it is filled again.
    known.save(path, form.base, form.text);
    if (save.text !== form.text) void reopenEntry();
  };

  const deleteEntry = async (path: string) => {
    let base = known.latestOf(path) ?? '';
    for (;;) {
      try {
        await ask({ action: 'deleteEntry', path, base });
        return;
      } catch (error) {
        if (!(error instanceof ChangedError) || error.current === null) throw error;
        const collection = collectionOf(path);
        const opened = fieldsOfText(base) ?? {};
        const merge = compareVersions(collection.name, {
          base: opened,
          file: fieldsOfText(error.current) ?? {},
          form: opened,
        });
        if (!(await askToDelete(path, collection, merge))) throw new RefusedError('Nothing was deleted.');
        base = error.current;
      }
    }
  };

  return class ContentFolderBackend {
    isGitBackend = () => false;
    status = () => Promise.resolve({ auth: { status: true }, api: { status: true, statusPage: '' } });
    authComponent = () => SignedIn;
    restoreUser = () => Promise.resolve({});
    authenticate = () => Promise.resolve({});
    logout = () => Promise.resolve();
    getToken = () => Promise.resolve('');

    entriesByFolder = async (folder: string) =>
      (await ask<EditorEntry[]>({ action: 'entries', folder })).map(toEntry);

    getEntry = async (path: string) => {
      const entry = await ask<EditorEntry>({ action: 'entry', path });
      known.read(path, entry.text);
      return toEntry(entry);
    };

    persistEntry = async ({ dataFiles, assets }: DecapSave, { newEntry }: { readonly newEntry: boolean }) => {
      const pictures = await Promise.all(assets.map(toPicture));
      for (const { path, raw } of dataFiles) await saveEntry(path, raw, pictures, newEntry);
    };

    getMedia = async (folder = mediaFolder) =>
      (await ask<EditorPicture[]>({ action: 'pictures', folder })).map(showPicture);

    getMediaFile = async (path: string) => showPicture(await ask<EditorPicture>({ action: 'picture', path }));

    persistMedia = async (asset: DecapAsset) =>
      showPicture(await ask<EditorPicture>({ action: 'savePicture', picture: await toPicture(asset) }));

    deleteFiles = async (paths: readonly string[]) => {
      for (const path of paths) {
        const isPicture = path.startsWith(`${mediaFolder}/`);
        if (isPicture) await ask({ action: 'deletePicture', path, id: pictureIds.get(path) ?? '' });
        else await deleteEntry(path);
      }
    };
  };
}

interface SignInProps {
  readonly onLogin: (credentials: object) => void;
}

const { createClass } = globalThis as typeof globalThis & {
  readonly createClass: (spec: object) => unknown;
};

/** Decap asks who it is before it opens. The token has answered that. */
const SignedIn = createClass({
  componentDidMount(this: { readonly props: SignInProps }) {
    this.props.onLogin({});
  },
  render: () => null,
});
