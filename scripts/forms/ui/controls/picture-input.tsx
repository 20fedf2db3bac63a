/** A picture of the content: shown, chosen from those that are there, or uploaded. */
import { useRef, useState } from 'react';
import { textOf } from '../../values/values';
import type { ControlProps } from '../field';
import { useForm, useFormHost } from '../form-context';
import { Picture, PictureShelf } from './picture-shelf';

export function PictureInput({ id, label, value, onChange }: ControlProps<'picture'>) {
  const { t } = useForm();
  const { pictures: host } = useFormHost();
  const [isOpen, setIsOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const address = textOf(value);
  if (!host) throw new Error('A picture needs a host with pictures.');
  const open = () => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  const choose = (chosen: string) => {
    onChange(chosen);
    dialog.current?.close();
  };
  return (
    <div>
      {address !== '' && (
        <p>
          <Picture address={address} host={host} />
        </p>
      )}
      <div className="bar">
        <button type="button" id={id} onClick={open}>
          {address === '' ? t('Choose an image') : t('Choose a different image')}
        </button>
        {address !== '' && (
          <button type="button" onClick={() => onChange(undefined)}>
            {t('Remove image')}
          </button>
        )}
      </div>
      <dialog ref={dialog} aria-label={label} onClose={() => setIsOpen(false)}>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('Close')}
        </button>
        {isOpen && (
          <PictureShelf t={t} host={host} onUploaded={choose}>
            {(picture, shown) => (
              <button
                type="button"
                aria-pressed={picture.address === address}
                onClick={() => choose(picture.address)}
              >
                {shown}
              </button>
            )}
          </PictureShelf>
        )}
      </dialog>
    </div>
  );
}
