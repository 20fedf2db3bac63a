/** The pictures of the content, and a button that adds one. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EditorTranslate } from '@/i18n/editor';
import type { FormHost, PictureFile } from '../form-context';

interface PictureProps {
  readonly address: string;
  readonly host: Pick<FormHost, 'showPicture'>;
}

/** A picture with its name. Pictures that are never looked at aren’t loaded. */
export function Picture({ address, host }: PictureProps) {
  const [src, setSrc] = useState<string>();
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isShown = true;
    setSrc(undefined);
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      host.showPicture(address).then(
        (found) => isShown && setSrc(found),
        () => undefined,
      );
    });
    if (holder.current) observer.observe(holder.current);
    return () => {
      isShown = false;
      observer.disconnect();
    };
  }, [address, host]);
  return (
    <>
      <span ref={holder} className="picture">
        {src && <img src={src} alt="" />}
      </span>
      <span className="note">{address.replace('/media/', '')}</span>
    </>
  );
}

interface PictureShelfProps {
  readonly t: EditorTranslate;
  readonly host: Pick<FormHost, 'pictures' | 'showPicture' | 'uploadPicture'>;
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
  const load = () => void host.pictures().then(setPictures, refuse);
  useEffect(load, []);
  const upload = (chosen: File) => {
    setRefusal('');
    host.uploadPicture(chosen).then((address) => {
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
