/** Decap's words where its own are wrong for files: a save publishes nothing by itself. */
import type { EditorTranslate } from '@/i18n/editor';

/** Words of Decap by their path. `%{…}` are its gaps. */
export const decapPhrases = (t: EditorTranslate) => ({
  editor: {
    editor: {
      confirmLoadBackup: t('There are unsaved changes of this entry from an earlier visit. Use them?'),
      onDeletePublishedEntry: t('Delete this entry?'),
      onDeleteWithUnsavedChanges: t('Delete this entry, and what you typed and did not save?'),
      onLeavePage: t('Leave this page? What you typed is not saved.'),
    },
    editorControl: { field: { optional: t('optional') } },
    editorToolbar: {
      publish: t('Save'),
      publishNow: t('Save'),
      publishing: t('Saving…'),
      published: t('Saved'),
      publishAndCreateNew: t('Save and write another'),
      publishAndDuplicate: t('Save and copy'),
      duplicate: t('Copy, with dates cleared'),
      deleteEntry: t('Delete entry'),
      unsavedChanges: t('Unsaved changes'),
      changesSaved: t('Changes saved'),
    },
    editorWidgets: { image: { choose: t('Choose an image') } },
  },
  ui: {
    toast: {
      entrySaved: t('Saved'),
      missingRequiredField: t(
        'Nothing was saved yet. Correct what is marked in red, or choose the status “Draft” to finish it later: a draft may be incomplete.',
      ),
      onFailToPersist: '%{details}',
      onFailToDelete: '%{details}',
    },
  },
});
