/** The dependencies of sending: for the browser in `browser-dependencies.client.ts`, others in tests. */
import type { LockRequests } from '@/device/storage/application/locks';
import type { OutboxEntry } from '@/device/storage/application/outbox-entry';
import type { PageRecords } from '@/device/storage/application/page-records';
import type { FormAddress, SubmitForm } from '../transport/transport';

/** The status of a form on the site: open or not, and where it sends. */
export interface SiteFormStatus {
  readonly isOpen: boolean;
  readonly form?: FormAddress | undefined;
}

export interface OutboxDependencies {
  readonly records: PageRecords;
  /** Locks shared by all tabs of the browser. Missing on plain HTTP. */
  readonly locks: LockRequests | undefined;
  /** True if some tab holds a lock now; missing where that is unknown. */
  readonly isHeld?: (name: string) => Promise<boolean>;
  /** Checks the form on the page that an entry was written on; missing where that isn't checked. */
  readonly checkSiteForm?: (entry: Pick<OutboxEntry, 'about'>) => Promise<SiteFormStatus>;
  /** Sends a form to the form service. */
  readonly submitForm: SubmitForm;
  /** The current instant on the device (ms). */
  readonly now: () => number;
  /** The browser's guess about the connection. Some say offline although they are online: only a hint. */
  readonly online: () => boolean;
  /** Time limit (ms) for an answer. */
  readonly timeoutMs: number;
  /** Called when the device has something to send. */
  readonly onStored?: () => void;
  /** Called when the outbox may have changed, so that every tab can refresh. */
  readonly onOutboxChanged: () => void;
}
