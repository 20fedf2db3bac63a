/** Decap's backend for the content folder. It reads and saves through our API, and asks the editor about conflicts. */
import type { ContentTypeName } from '@/model/types/entry';
import { askStorage, ChangedError, FaultyError, LeavingError, RefusedError } from '../page/api.client';
import type { EditorCollection, EditorConfig } from '../../config/editor-config';
import { askForChoices, askToDelete, askToRestore, askToTakeOff } from './conflict.client';
import {
  decodeForm,
  encodeFile,
  flatPictureName,
  nestedPictureName,
  tryParseFields,
  writeFields,
  type ListInfo,
} from '../../entry/format';
import { rememberRefusal } from '../form/form-entry.client';
import { releaseAfterSave, releaseForm } from '../form/hold-form.client';
import { t } from '../page/language.client';
import { hideLastSave } from '../page/notice.client';
import { refreshPublication } from '../page/publication.client';
import { matchEntry, openList, searchedWords } from './lists.client';
import { KnownTexts } from './known-texts';
import { compareVersions, mergeVersions } from './merge';
import { createClass } from '../page/react.client';
import { describeFaults, tellRemarks } from './remarks.client';
import { reopenEntry } from './reopen.client';
import type { CompletedEntry, EditorEntry, EditorPicture } from '../../storage/storage';

/** The parts of Decap's types that are used here. */
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

const toEntry = ({ path, text }: EditorEntry, list?: ListInfo): DecapEntry => ({
  data: encodeFile(text, list),
  file: { path, id: null },
});

/** `('content/media/orgs/x.png', 'content/media') -> 'orgs/x.png'` */
const pictureName = (path: string, mediaFolder: string) => path.slice(mediaFolder.length + 1);

function toMediaFile({ id, path: realPath, content }: EditorPicture, mediaFolder: string) {
  const name = pictureName(realPath, mediaFolder);
  // Decap would forget the folder of a picture that is chosen.
  const path = `${mediaFolder}/${flatPictureName(name)}`;
  // Browsers show an SVG only with its type.
  const type = name.endsWith('.svg') ? 'image/svg+xml' : '';
  const bytes = Uint8Array.from(atob(content), (character) => character.codePointAt(0) ?? 0);
  const file = new File([bytes], name, { type });
  const url = URL.createObjectURL(file);
  return { id, name, path, file, size: file.size, url, displayURL: url };
}

const toPicture = async (asset: DecapAsset) => ({ path: asset.path, content: await asset.toBase64() });

/** Creates the class of Decap's backend. */
export function createBackend({ collections, media_folder: mediaFolder }: EditorConfig) {
  const known = new KnownTexts();
  /** The pictures that this tab has shown, by Decap's path. */
  const shownPictures = new Map<string, Pick<EditorPicture, 'id' | 'path'>>();

  const findCollection = (path: string): EditorCollection => {
    const found = collections.find(({ folder }) => path.startsWith(`${folder}/`));
    if (!found) throw new RefusedError(t('{path} is in no folder of entries.', { path }));
    return found;
  };

  const showPicture = (picture: EditorPicture) => {
    const shown = toMediaFile(picture, mediaFolder);
    shownPictures.set(shown.path, { id: picture.id, path: picture.path });
    return shown;
  };

  /** Asks the editor how to resolve a conflict. Returns the text to save; undefined to save nothing. */
  const resolveConflict = async (
    path: string,
    { text, base }: { readonly text: string; readonly base: string | null },
    current: string | null,
  ): Promise<string | undefined> => {
    if (current === null) return (await askToRestore(path)) ? text : undefined;
    const collection = findCollection(path);
    const type: ContentTypeName = collection.name;
    const form = tryParseFields(text) ?? {};
    const merge = compareVersions(type, {
      base: base === null ? undefined : tryParseFields(base),
      file: tryParseFields(current) ?? {},
      form,
    });
    const isOnlyForm = merge.conflicts.length === 0 && merge.fromFile.length === 0;
    // The file has the same values as before, only formatted differently.
    const choices = isOnlyForm ? new Map() : await askForChoices(path, collection, merge);
    return choices && writeFields(type, mergeVersions(type, form, merge, choices));
  };

  const saveEntry = async (
    path: string,
    raw: string,
    pictures: Awaited<ReturnType<typeof toPicture>>[],
    isNew: boolean,
  ) => {
    hideLastSave();
    const form = decodeForm(raw);
    const base = isNew ? null : known.findBase(path, form.base);
    let save = { text: form.text, base, isConfirmed: false };
    const nothingSaved = () => new RefusedError(t('Nothing was saved. What you typed is still here.'));
    for (;;) {
      try {
        const { text, remarks } = await askStorage<CompletedEntry>({
          action: 'saveEntry',
          path,
          ...save,
          pictures,
        });
        // The form still shows its own values, so it is compared by the file's until it is filled again.
        known.save(path, form.base, save.text === form.text ? text : form.text);
        tellRemarks(findCollection(path), remarks);
        break;
      } catch (error) {
        if (error instanceof FaultyError) rememberRefusal(tryParseFields(form.text) ?? {}, error.problems);
        if (error instanceof FaultyError) throw describeFaults(findCollection(path), error);
        if (error instanceof LeavingError) {
          if (!(await askToTakeOff(path, error))) throw nothingSaved();
          save = { ...save, isConfirmed: true };
          continue;
        }
        if (!(error instanceof ChangedError)) throw error;
        if (isNew) {
          throw new RefusedError(
            t('{path} was created by another tab or program. Save again: this entry gets another name.', {
              path,
            }),
          );
        }
        const text = await resolveConflict(path, { text: form.text, base }, error.current);
        if (text === undefined) throw nothingSaved();
        save = { text, base: error.current, isConfirmed: false };
      }
    }
    if (save.text !== form.text) void reopenEntry();
  };

  const deleteEntry = async (path: string) => {
    let base = known.findLatest(path) ?? '';
    for (;;) {
      try {
        await askStorage({ action: 'deleteEntry', path, base });
        return;
      } catch (error) {
        if (!(error instanceof ChangedError) || error.current === null) throw error;
        const collection = findCollection(path);
        const opened = tryParseFields(base) ?? {};
        const merge = compareVersions(collection.name, {
          base: opened,
          file: tryParseFields(error.current) ?? {},
          form: opened,
        });
        if (!(await askToDelete(path, collection, merge))) throw new RefusedError(t('Nothing was deleted.'));
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

    entriesByFolder = async (folder: string) => {
      const found = await askStorage<EditorEntry[]>({ action: 'entries', folder });
      const describe = await openList(collections, folder);
      return found.map((entry) => toEntry(entry, describe(entry)));
    };

    /** Decap asks for all entries to search, to filter and to sort them. */
    allEntriesByFolder = async (folder: string) => {
      const words = searchedWords();
      const entries = await this.entriesByFolder(folder);
      if (words === undefined) return entries;
      return entries.flatMap((entry) => {
        const { text, list } = decodeForm(entry.data);
        const found = matchEntry(words, { path: entry.file.path, text, ...(list && { list }) });
        return found ? [{ ...entry, data: encodeFile(text, found) }] : [];
      });
    };

    getEntry = async (path: string) => {
      const entry = await askStorage<EditorEntry>({ action: 'entry', path });
      known.read(path, entry.text);
      return toEntry(entry);
    };

    persistEntry = async ({ dataFiles, assets }: DecapSave, { newEntry }: { readonly newEntry: boolean }) => {
      try {
        const pictures = await Promise.all(assets.map(toPicture));
        for (const { path, raw } of dataFiles) await saveEntry(path, raw, pictures, newEntry);
        refreshPublication();
        releaseAfterSave(newEntry);
      } catch (error) {
        releaseForm();
        throw error;
      }
    };

    getMedia = async (folder = mediaFolder) =>
      (await askStorage<EditorPicture[]>({ action: 'pictures', folder })).map(showPicture);

    getMediaFile = async (path: string) => {
      const name = nestedPictureName(pictureName(path, mediaFolder));
      const ask = (wanted: string) => askStorage<EditorPicture>({ action: 'picture', path: wanted });
      const picture = await ask(shownPictures.get(path)?.path ?? `${mediaFolder}/${name}`).catch(() =>
        ask(path),
      );
      return showPicture(picture);
    };

    persistMedia = async (asset: DecapAsset) =>
      showPicture(
        await askStorage<EditorPicture>({ action: 'savePicture', picture: await toPicture(asset) }),
      );

    deleteFiles = async (paths: readonly string[]) => {
      for (const path of paths) {
        const isPicture = path.startsWith(`${mediaFolder}/`);
        const { id, path: file } = shownPictures.get(path) ?? { id: '', path };
        if (isPicture) await askStorage({ action: 'deletePicture', path: file, id });
        else await deleteEntry(path);
      }
    };
  };
}

interface SignInProps {
  readonly onLogin: (credentials: object) => void;
}

/** Replaces Decap's login page, since the token already identifies the editor. */
const SignedIn = createClass({
  componentDidMount(this: { readonly props: SignInProps }) {
    this.props.onLogin({});
  },
  render: () => null,
});
