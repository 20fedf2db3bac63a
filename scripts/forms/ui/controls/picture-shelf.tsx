/** The pictures of the content, and a button that adds one. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EditorTranslate } from '@/i18n/editor';
import type { PictureFile, PictureHost } from '../form-context';

interface PictureProps {
  readonly address: string;
  readonly host: PictureHost;
}

/** A picture with its name. */
export const Picture = ({ address, host }: PictureProps) => (
  <>
    <span className="picture">
      <img src={host.hrefOf(address)} alt="" loading="lazy" />
    </span>
    <span className="note">{address.replace('/media/', '')}</span>
  </>
);

interface PictureShelfProps {
  readonly t: EditorTranslate;
  readonly host: PictureHost;
  readonly onUploaded?: (address: string) => void;
  /** Draws one picture of the list; `shown` is its preview. */
  readonly children: (picture: PictureFile, shown: ReactNode) => ReactNode;
}

export function PictureShelf({ t, host, onUploaded, children }: PictureShelfProps) {
  const [pictures, setPictures] = useState<readonly PictureFile[]>();
  const [refusal, setRefusal] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const refuse = (error: unknown) =>
    setRefusal(t.filled(error instanceof Error ? error.message : String(error)));
  const load = () => void host.list().then(setPictures, refuse);
  useEffect(load, []);
  const upload = (chosen: File) => {
    setRefusal('');
    host.upload(chosen).then((address) => {
      load();
      onUploaded?.(address);
    }, refuse);
  };
  return (
    <>
      <button type="button" onClick={() => file.current?.click()}>
        {t('Upload')}
      </button>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/avif,image/gif,image/svg+xml"
        aria-label={t('Upload')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) upload(chosen);
          target.value = '';
        }}
      />
      <p role="alert" className="is-fault">
        {refusal}
      </p>
      {!pictures && refusal === '' && <p role="status">{t('Loading…')}</p>}
      <ul className="picture-grid">
        {pictures?.map((picture) => (
          <li key={picture.address}>
            {children(picture, <Picture address={picture.address} host={host} />)}
          </li>
        ))}
      </ul>
    </>
  );
}
