/** Tells forms with a file field how to load the code for it, which happens when a visitor comes near. */
import type { AttachmentContainer, AttachmentStrings } from './attachment-types';

for (const field of document.querySelectorAll<HTMLInputElement>('[data-form] input[type=file]')) {
  const container = field.closest<AttachmentContainer>('[data-form]');
  if (!container) continue;
  container.loadAttachment = async () => {
    const [{ openAttachment }, response] = await Promise.all([
      import('./attachment.client'),
      fetch(field.dataset['words'] ?? ''),
    ]);
    if (!response.ok) throw new Error(`The words for a file answered ${response.status}.`);
    return openAttachment(field, (await response.json()) as AttachmentStrings);
  };
}
