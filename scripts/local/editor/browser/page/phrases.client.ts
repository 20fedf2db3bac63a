/** Decap's words: those that are wrong for files, where a save publishes nothing, and those that it has in English only. */
import type { EditorTranslate } from '@/i18n/editor';

const listPhrases = (t: EditorTranslate) => ({
  sidebar: {
    collections: t('Entries'),
    allCollections: t('All entries'),
    searchAll: t('Search all'),
    searchIn: t('Search in'),
  },
  collectionTop: {
    sortBy: t('Sort by'),
    filterBy: t('Filter by'),
    groupBy: t('Group by'),
    viewAsList: t('Show as a list'),
    viewAsGrid: t('Show as a grid'),
    searchResults: t('Search results for “{words}”', { words: '%{searchTerm}' }),
    searchResultsInCollection: t('Search results for “{words}” in {list}', {
      words: '%{searchTerm}',
      list: '%{collection}',
    }),
    // Few fonts have Decap’s wide plus sign.
    newButton: '+ %{collectionLabel}',
    newButtonAriaLabel: t('New entry: {type}', { type: '%{collectionLabel}' }),
  },
  entries: {
    loadingEntries: t('Loading entries…'),
    cachingEntries: t('Loading entries…'),
    noEntries: t('No entries'),
  },
  groups: { other: t('Others'), negateLabel: t('Not {label}', { label: '%{label}' }) },
});

const toolbarPhrases = (t: EditorTranslate) => ({
  backCollection: ` ${t('List: {list}', { list: '%{collectionLabel}' })}`,
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
});

const widgetPhrases = (t: EditorTranslate) => ({
  markdown: {
    bold: t('Bold'),
    italic: t('Italic'),
    link: t('Link'),
    linkPrompt: t('Address of the link'),
    headings: t('Headings'),
    quote: t('Quotation'),
    bulletedList: t('Bulleted list'),
    numberedList: t('Numbered list'),
    toggleMode: { rich: t('Switch to rich text'), markdown: t('Switch to Markdown') },
  },
  image: {
    choose: t('Choose an image'),
    chooseDifferent: t('Choose a different image'),
    remove: t('Remove image'),
  },
  // Decap would say the name of the field in place of its label.
  datetime: { now: t('Today'), clear: t('Clear'), setToNow: t('Today') },
  list: {
    add: t('Add {item}', { item: '%{item}' }),
    addType: t('Add {item}', { item: '%{item}' }),
  },
  object: { expand: t('Expand'), collapse: t('Collapse') },
});

const mediaPhrases = (t: EditorTranslate) => ({
  mediaLibrary: { onDelete: t('Delete the chosen picture?') },
  mediaLibraryCard: {
    copy: t('Copy'),
    copyUrl: t('Copy address'),
    copyPath: t('Copy path'),
    copyName: t('Copy name'),
    copied: t('Copied'),
  },
  mediaLibraryModal: { close: t('Close'), mediaAssets: t('Pictures'), upload: t('Upload') },
});

/** Words of Decap by their path. `%{…}` are its gaps. */
export const decapPhrases = (t: EditorTranslate) => ({
  app: { header: { media: t('Pictures'), quickAdd: t('Quick add') } },
  collection: listPhrases(t),
  editor: {
    editor: {
      loadingEntry: t('Loading entry…'),
      confirmLoadBackup: t('There are unsaved changes of this entry from an earlier visit. Use them?'),
      onDeletePublishedEntry: t('Delete this entry?'),
      onDeleteWithUnsavedChanges: t('Delete this entry, and what you typed and did not save?'),
      onLeavePage: t('Leave this page? What you typed is not saved.'),
    },
    editorControl: { field: { optional: t('optional') } },
    editorInterface: {
      togglePreview: t('Show or hide the page'),
      toggleScrollSync: t('Scroll form and page together'),
    },
    editorToolbar: toolbarPhrases(t),
    editorWidgets: widgetPhrases(t),
  },
  mediaLibrary: mediaPhrases(t),
  ui: {
    settingsDropdown: { account: t('Account') },
    toast: {
      entrySaved: t('Saved'),
      missingRequiredField: t(
        'Nothing was saved yet. Correct what is marked in red, or choose the status “Draft” to finish it later: a draft may be incomplete.',
      ),
      onFailToLoadEntries: '%{details}',
      onFailToPersist: '%{details}',
      onFailToDelete: '%{details}',
    },
  },
});
