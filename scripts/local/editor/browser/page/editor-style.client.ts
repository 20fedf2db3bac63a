/**
 * The styles of the editor's page: Decap's own are made for wide screens and have pale words. Decap's class names have
 * the names of its components in them. The id before them makes these rules stronger than Decap's, whatever the order.
 */

/** Our parts of the form. */
const sourceText = `
.with-source:has(> .source-text) { display: grid; gap: 4px 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.with-source > div { min-width: 0; }
.source-text { max-height: 20rem; overflow: auto; padding: 10px 12px; background: #f3f1f9; color: #221c46; border-inline-start: 4px solid #6a5acd; font: 15px/1.5 system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere; }
.source-text strong { display: block; color: #8f1446; }
.source-text span { display: block; font-weight: 600; }
`;

/** Words that can be read: as they are written, and dark enough. */
const words = `
#nc-root [class*='FieldLabel'] { font-size: 14px; text-transform: none; scroll-margin-block-start: 16px; }
#nc-root [class*='FieldLabel'], #nc-root [class*='ControlHint'], #nc-root [class*='ToggleLabel'] { color: #2f2b45; }
#nc-root [class*='ControlContainer']:has(> [class*='ControlTopbar'] > [class*='ControlErrorsList']) > [class*='ControlTopbar'] > [class*='FieldLabel'] { background: #a3002b; color: #fff; }
#nc-root [class*='ControlErrorsList'] { margin-block-start: 4px; font-size: 15px; text-align: start; text-transform: none; color: #a3002b; }
#nc-root [class*='ControlTopbar'] { flex-wrap: wrap; gap: 0 12px; }
#nc-root [class*='PublishButton'] { background-color: #0b5566; color: #fff; }
#nc-root [class*='PublishedToolbarButton'] { color: #0b3c46; }
#nc-root [class*='DeleteButton'] { color: #8f1446; }
#nc-root [class*='BackStatusChanged'] { color: #8f1446; }
#nc-root [class*='ListCardTitle'], #nc-root [class*='CollectionTopDescription'], #nc-root [class*='SidebarNavLink'], #nc-root [class*='ViewControlsButton'], #nc-root [class*='ControlButton'] { color: #2f2b45; }
.Toastify__toast--error { background: #a3002b !important; }
[class*='RefreshPreviewButton'] { display: none; }
`;

/** Outlines for the keyboard: Decap removes most. At its calendar, a date field isn’t “focus-visible”. */
const focus = `
:is(#nc-root, .ReactModalPortal, [class*='DropdownList']) :is(a, button, input, textarea, select, [role='button'], [role='menuitem'], [data-slate-editor]):focus-visible { outline: 3px solid #2b5bd7 !important; outline-offset: 1px; }
#nc-root input[type^='date']:focus-within { outline: 3px solid #2b5bd7 !important; outline-offset: 1px; }
#nc-root [class*='-control']:focus-within { outline: 3px solid #2b5bd7; outline-offset: 1px; }
#nc-root :is([class*='AddButton'], [class*='ExpandButton'], [class*='TopBarButton']) { min-height: 44px; min-width: 44px; }
`;

const narrow = '(max-width: 800px)';

/** True where the page has room for one column only. */
export const isNarrow = () => matchMedia(narrow).matches;

/** A column on a phone: the form, or the page in its place. */
const phone = `
@media ${narrow} {
  #nc-root { padding-block-end: 72px; }
  #nc-root [class*='EditorContainer'], #nc-root [class*='ToolbarContainer'] { min-width: 0; }
  #nc-root [class*='ToolbarContainer'] { flex-wrap: wrap; height: 116px; min-height: 116px; }
  #nc-root [class*='EditorContainer'] { padding-top: 116px; }
  #nc-root [class*='ToolbarSectionBackLink'] { flex: 1 0 100%; height: 58px; border: 0; }
  #nc-root [class*='ToolbarSectionMain'] { flex: 1 0 100%; height: 58px; padding: 0 8px; border: 0; }
  #nc-root [class*='ToolbarSectionMeta'] { display: none; }
  #nc-root [class*='PreviewPaneContainer'] { overflow-x: hidden; }
  #nc-root .SplitPane > .Pane1, #nc-root .SplitPane > .Resizer { display: none; }
  #nc-root .SplitPane > .Pane2 { width: 100%; }
  #nc-root [class*='ViewControls'] { inset: auto 8px 8px auto; }
  #nc-root [class*='EditorToggle'] + [class*='EditorToggle'] { display: none; }
  #nc-root [class*='EditorControlBar'] { height: auto; }
  #nc-root [class*='EditorControlBar'] > div { flex-wrap: wrap; }
}
`;

/** All styles of the page, apart from those of notices and dialogs. */
export const editorStyle = [sourceText, words, focus, phone].join('');
