/** Looks whether an earlier visit left something to be sent; the code that sends is loaded only then. */
import { outboxMark } from '@/device/storage/outbox-mark';
import { valueAt } from '@/device/storage/storage.client';

if (valueAt(outboxMark) !== null) {
  import('./deliver-visit.client')
    .then(({ deliverWaiting }) => deliverWaiting())
    // It waits for the next visit.
    .catch(() => {});
}
