/** Shows what hasn't arrived, where there is something. The code for it is loaded only then. */
import { onOutboxChange } from '@/device/storage/outbox-changes.client';
import { hasUnsentRecords } from '@/device/storage/records.client';

const panel = document.querySelector<HTMLElement>('[data-pending]');

async function show(place: HTMLElement): Promise<void> {
  // Hidden again where nothing is left.
  if (place.hidden && !(await hasUnsentRecords())) return;
  const { showPending } = await import('./pending-list.client');
  await showPending(place);
}

if (panel) {
  // Without its strings it shows on the next visit.
  const showSafely = () => void show(panel).catch(() => {});
  onOutboxChange(showSafely);
  showSafely();
}
