/** Whether others use this device too, so that nothing of what somebody writes may stay on it. */
import { sharedKey } from './shared-mark';
import { deleteKeys, keepValue, valueAt } from './storage.client';

/** True where the visitor said so. */
export const isShared = () => valueAt(sharedKey) === 'yes';

/** Notes it, or takes it back. Where nothing can be stored nothing stays anyway. */
export function setShared(shared: boolean): void {
  if (shared) keepValue(sharedKey, 'yes');
  else deleteKeys([sharedKey]);
}
