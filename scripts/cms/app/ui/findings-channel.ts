/** How the sidebar, which checks the whole entry, tells the frames of its fields what it found. */
import { useEffect, useState } from 'react';
import type { FieldSdk, SidebarSdk } from '@contentful/app-sdk';
import type { FieldFinding } from '@scripts/forms/ui/form-context';

/** A finding for a stored field. Its place begins with the field's id: `languages.0.level`. */
export interface StoredFinding extends FieldFinding {
  /** The locale of the space. */
  readonly code: string;
}

/** Without findings it asks for them. */
interface FindingsMessage {
  readonly entry: string;
  readonly findings?: readonly StoredFinding[];
}

const channel = new BroadcastChannel('ov:app-findings');

/** Other tabs can have other entries open. */
const entryKey = ({ ids, entry }: SidebarSdk) => [ids.space, ids.environment, entry.getSys().id].join('/');

function listen(entry: string, hear: (message: FindingsMessage) => void): () => void {
  const onMessage = ({ data }: MessageEvent<FindingsMessage>) => {
    if (data.entry === entry) hear(data);
  };
  channel.addEventListener('message', onMessage);
  return () => channel.removeEventListener('message', onMessage);
}

/** Tells the findings now, and to each frame that asks for them later. */
export function useFindingsForFields(sdk: SidebarSdk, findings: readonly StoredFinding[]): void {
  useEffect(() => {
    const entry = entryKey(sdk);
    const tell = () => channel.postMessage({ entry, findings } satisfies FindingsMessage);
    tell();
    return listen(entry, (message) => {
      if (!message.findings) tell();
    });
  }, [sdk, findings]);
}

/** The findings for the field of a frame: none until the sidebar has told them. */
export function useFieldFindings(sdk: FieldSdk): readonly FieldFinding[] {
  const [own, setOwn] = useState<readonly FieldFinding[]>([]);
  useEffect(() => {
    const { id, locale } = sdk.field;
    const entry = entryKey(sdk);
    const stop = listen(entry, ({ findings }) => {
      if (findings)
        setOwn(findings.filter(({ code, place }) => code === locale && place.split('.')[0] === id));
    });
    channel.postMessage({ entry } satisfies FindingsMessage);
    return stop;
  }, [sdk]);
  return own;
}
