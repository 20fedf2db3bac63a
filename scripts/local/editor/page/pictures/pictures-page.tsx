/** The page of all pictures, with the entries that show each. */
import { useEffect, useRef, useState } from 'react';
import type { PictureFile } from '@scripts/forms/ui/form-context';
import { LoadedPicture } from '@scripts/forms/ui/controls/picture-input';
import type { EditorPicture } from '../../storage/storage';
import { ask } from '../ask.client';
import { Dialog } from '../dialog';
import { useHost } from '../host.client';
import { useWords } from '../../../form-page/browser/words';

export function PicturesPage({ folder }: { readonly folder: string }) {
  const { t } = useWords();
  const host = useHost();
  const [pictures, setPictures] = useState<readonly PictureFile[]>();
  const [said, setSaid] = useState('');
  const [deleting, setDeleting] = useState<PictureFile>();
  const file = useRef<HTMLInputElement>(null);
  const say = (error: unknown) => setSaid(t.filled(error instanceof Error ? error.message : String(error)));
  const load = () => void host.pictures().then(setPictures, say);
  useEffect(() => {
    document.title = t('Pictures');
    load();
  }, []);
  const upload = async (files: readonly File[]) => {
    setSaid('');
    for (const one of files) await host.uploadPicture(one).catch(say);
    load();
  };
  const remove = async ({ address }: PictureFile) => {
    setDeleting(undefined);
    const path = `${folder}${address.slice('/media'.length)}`;
    try {
      const { id } = await ask<EditorPicture>({ action: 'picture', path });
      await ask({ action: 'deletePicture', path, id });
      setSaid('');
    } catch (error) {
      say(error);
    }
    load();
  };
  return (
    <main className="pictures-page">
      <header>
        <h1>{t('Pictures')}</h1>
        <button type="button" className="is-main" onClick={() => file.current?.click()}>
          {t('Upload')}
        </button>
        <input
          ref={file}
          type="file"
          multiple
          hidden
          accept="image/png,image/jpeg,image/webp,image/avif,image/gif,image/svg+xml"
          aria-label={t('Upload')}
          onChange={({ target }) => {
            void upload([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </header>
      <p role="alert" className="is-fault">
        {said}
      </p>
      {!pictures && <p role="status">{t('Loading…')}</p>}
      <ul className="picture-grid">
        {pictures?.map((picture) => {
          const name = picture.address.replace('/media/', '');
          return (
            <li key={picture.address}>
              <LoadedPicture address={picture.address} load={host.showPicture} />
              <p>{name}</p>
              <p className="note">
                {picture.usedIn.length > 0
                  ? t('Used in: {list}', { list: picture.usedIn.join(', ') })
                  : t('Not used')}
              </p>
              {picture.usedIn.length === 0 && (
                <button
                  type="button"
                  aria-label={t('Delete “{name}”', { name })}
                  onClick={() => setDeleting(picture)}
                >
                  {t('Delete')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {deleting && (
        <Dialog
          heading={t('Delete the chosen picture?')}
          submit={t('Delete')}
          onSubmit={() => void remove(deleting)}
          onCancel={() => setDeleting(undefined)}
        >
          <p>{deleting.address.replace('/media/', '')}</p>
        </Dialog>
      )}
    </main>
  );
}
