/** The page of all pictures, with the entries that show each. */
import { useEffect, useState } from 'react';
import { PictureShelf } from '@scripts/forms/ui/controls/picture-shelf';
import { explain } from '../../../form-page/browser/ask.client';
import { useWords } from '../../../form-page/browser/words';
import { ask } from '../ask.client';
import { Dialog } from '../dialog';
import { pictureHost } from '../host.client';

export function PicturesPage() {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  /** The address of the picture that is to be deleted. */
  const [deleting, setDeleting] = useState<string>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    document.title = t('Pictures');
  }, []);
  const remove = async (address: string) => {
    setDeleting(undefined);
    setSaid('');
    await ask({ action: 'deletePicture', address }).catch((error: unknown) => setSaid(explain(t, error)));
    setRound(round + 1);
  };
  return (
    <main>
      <h1>{t('Pictures')}</h1>
      <p role="alert" className="is-fault">
        {said}
      </p>
      <PictureShelf key={round} t={t} host={pictureHost}>
        {({ address, usedIn }, shown) => (
          <>
            {shown}
            <p className="note">
              {usedIn.length > 0 ? t('Used in: {list}', { list: usedIn.join(', ') }) : t('Not used')}
            </p>
            {usedIn.length === 0 && (
              <button
                type="button"
                aria-label={t('Delete “{name}”', { name: address.replace('/media/', '') })}
                onClick={() => setDeleting(address)}
              >
                {t('Delete')}
              </button>
            )}
          </>
        )}
      </PictureShelf>
      {deleting !== undefined && (
        <Dialog
          heading={t('Delete the chosen picture?')}
          submit={t('Delete')}
          onSubmit={() => void remove(deleting)}
          onCancel={() => setDeleting(undefined)}
        >
          <p>{deleting.replace('/media/', '')}</p>
        </Dialog>
      )}
    </main>
  );
}
