/** Says how the code for a file is loaded, to the form that has a field for one: when a visitor comes near it. */
import type { AttachmentContainer } from './attachment-port';
import type { AttachmentWords } from './attachment-words';

for (const field of document.querySelectorAll<HTMLInputElement>('[data-form] input[type=file]')) {
  const container = field.closest<AttachmentContainer>('[data-form]');
  if (!container) continue;
  container.loadAttachment = async () => {
    const [{ openAttachment }, response] = await Promise.all([
      import('./attachment.client'),
      fetch(field.dataset['words'] ?? ''),
    ]);
    if (!response.ok) throw new Error(`The words for a file answered ${response.status}.`);
    return openAttachment(field, (await response.json()) as AttachmentWords);
  };
}
