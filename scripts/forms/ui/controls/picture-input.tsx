/** A picture of the content: shown, chosen from those that are there, or uploaded. */
import { useEffect, useRef, useState } from 'react';
import { textOf } from '../../values/values';
import type { ControlIds } from '../field';
import { useForm, useFormHost, type PictureFile } from '../form-context';

/** Shows a picture once it is loaded. */
export function Picture({ address }: { readonly address: string }) {
  const host = useFormHost();
  return <LoadedPicture address={address} load={host.showPicture} />;
}

export function LoadedPicture({
  address,
  load,
}: {
  readonly address: string;
  readonly load: (address: string) => Promise<string>;
}) {
  const [src, setSrc] = useState<string>();
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isShown = true;
    setSrc(undefined);
    // Pictures that are never looked at aren’t loaded.
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load(address).then(
        (found) => isShown && setSrc(found),
        () => undefined,
      );
    });
    if (holder.current) observer.observe(holder.current);
    return () => {
      isShown = false;
      observer.disconnect();
    };
  }, [address, load]);
  return (
    <span ref={holder} className="picture">
      {src && <img src={src} alt="" />}
    </span>
  );
}

interface PictureInputProps extends ControlIds {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: string | undefined) => void;
}

export function PictureInput({ id, label, value, onChange }: PictureInputProps) {
  const { t } = useForm();
  const host = useFormHost();
  const [pictures, setPictures] = useState<readonly PictureFile[]>();
  const [refusal, setRefusal] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const address = textOf(value);
  const open = () => {
    setRefusal('');
    dialog.current?.showModal();
    host.pictures().then(setPictures, (error: unknown) => setRefusal(String(error)));
  };
  const choose = (chosen: string) => {
    onChange(chosen);
    dialog.current?.close();
  };
  const upload = (chosen: File | undefined) => {
    if (!chosen) return;
    host.uploadPicture(chosen).then(choose, (error: unknown) => setRefusal(String(error)));
  };
  return (
    <div className="picture-input">
      {address !== '' && (
        <p>
          <Picture address={address} />
          <span className="note">{address.replace('/media/', '')}</span>
        </p>
      )}
      <button type="button" id={id} onClick={open}>
        {address === '' ? t('Choose an image') : t('Choose a different image')}
      </button>
      {address !== '' && (
        <button type="button" onClick={() => onChange(undefined)}>
          {t('Remove image')}
        </button>
      )}
      <dialog ref={dialog} aria-label={label} className="pictures">
        <div className="bar">
          <button type="button" onClick={() => file.current?.click()}>
            {t('Upload')}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('Close')}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept="image/png,image/jpeg,image/webp,image/avif,image/gif,image/svg+xml"
            aria-label={t('Upload')}
            onChange={({ target }) => {
              upload(target.files?.[0]);
              target.value = '';
            }}
          />
        </div>
        <p role="alert" className="is-fault">
          {refusal}
        </p>
        {pictures ? (
          <ul className="picture-grid">
            {pictures.map((picture) => (
              <li key={picture.address}>
                <button
                  type="button"
                  aria-pressed={picture.address === address}
                  onClick={() => choose(picture.address)}
                >
                  <Picture address={picture.address} />
                  <span>{picture.address.replace('/media/', '')}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          refusal === '' && <p>{t('Loading…')}</p>
        )}
      </dialog>
    </div>
  );
}
