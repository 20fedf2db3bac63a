/** Edits Markdown as rich text. It is loaded when a form with such texts is open, and knows nothing of the form. */
import {
  commandsCtx,
  type CmdKey,
  defaultValueCtx,
  Editor,
  editorViewCtx,
  editorViewOptionsCtx,
  parserCtx,
  remarkStringifyOptionsCtx,
  rootCtx,
  serializerCtx,
} from '@milkdown/core';
import { history } from '@milkdown/plugin-history';
import {
  commonmark,
  emphasisSchema,
  headingSchema,
  linkSchema,
  strongSchema,
  toggleEmphasisCommand,
  toggleLinkCommand,
  toggleStrongCommand,
  turnIntoTextCommand,
  wrapInBlockquoteCommand,
  wrapInBulletListCommand,
  wrapInHeadingCommand,
  wrapInOrderedListCommand,
} from '@milkdown/preset-commonmark';
import { lift } from '@milkdown/prose/commands';
import { Slice, type Node } from '@milkdown/prose/model';
import type { EditorState, Transaction } from '@milkdown/prose/state';
import type { EditorView } from '@milkdown/prose/view';
import { isSameMarkdown, keepSource } from './markdown-blocks';
import { readPastedHtml, readPastedText } from './pasted.client';

/** What the buttons above a text do. */
export type TextCommand = 'bold' | 'italic' | 'heading2' | 'heading3' | 'quote' | 'bullets' | 'numbers';

/** What applies at the cursor. */
export type TextMarks = ReadonlySet<TextCommand | 'link'>;

export interface RichText {
  readonly run: (command: TextCommand) => void;
  /** Makes a link of the selected text, or of the address itself; without an address, takes the link away. */
  readonly link: (address: string | undefined) => void;
  /** The address of the link at the cursor. */
  readonly linkAddress: () => string | undefined;
  readonly focus: () => void;
  readonly destroy: () => void;
}

export interface RichTextOptions {
  readonly holder: HTMLElement;
  readonly source: string;
  /** Attributes of the editable element: its name for screen readers, its language. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onChange: (markdown: string) => void;
  readonly onMarks: (marks: TextMarks) => void;
}

/** An empty paragraph, which Markdown doesn't have. */
const emptyParagraph = /^<br ?\/>\n*/gm;

function findMarks(state: EditorState, schemas: Schemas): TextMarks {
  const { $from, from, to, empty } = state.selection;
  const found = new Set<TextCommand | 'link'>();
  const has = (mark: Schemas['strong']) =>
    empty
      ? (state.storedMarks ?? $from.marks()).some(({ type }) => type === mark)
      : state.doc.rangeHasMark(from, to, mark);
  if (has(schemas.strong)) found.add('bold');
  if (has(schemas.emphasis)) found.add('italic');
  if (has(schemas.link)) found.add('link');
  for (let depth = $from.depth; depth > 0; depth--) {
    const node: Node = $from.node(depth);
    if (node.type === schemas.heading && node.attrs['level'] === 2) found.add('heading2');
    if (node.type === schemas.heading && node.attrs['level'] === 3) found.add('heading3');
    if (node.type.name === 'blockquote') found.add('quote');
    if (node.type.name === 'bullet_list') found.add('bullets');
    if (node.type.name === 'ordered_list') found.add('numbers');
  }
  return found;
}

type Schemas = ReturnType<typeof readSchemas>;

const readSchemas = (ctx: Parameters<typeof strongSchema.type>[0]) => ({
  strong: strongSchema.type(ctx),
  emphasis: emphasisSchema.type(ctx),
  link: linkSchema.type(ctx),
  heading: headingSchema.type(ctx),
});

/** Tab leaves the text: the editor's own keys would nest the item of a list by it, and the keyboard would be caught. */
const leaveByTab = (_view: EditorView, { key }: KeyboardEvent) => key === 'Tab';

/**
 * Opens a text as rich text. Resolves to undefined, with nothing in the holder, where it would be rendered differently
 * once it is written again: such a text is edited as its source.
 */
export async function openRichText(options: RichTextOptions): Promise<RichText | undefined> {
  const { holder, source, attributes, onChange, onMarks } = options;
  let dispatch: (view: EditorView, transaction: Transaction) => void = (view, transaction) =>
    view.updateState(view.state.apply(transaction));
  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, holder);
      ctx.set(defaultValueCtx, source);
      ctx.update(remarkStringifyOptionsCtx, (before) => ({
        ...before,
        bullet: '-' as const,
        emphasis: '_' as const,
        rule: '-' as const,
        listItemIndent: 'one' as const,
      }));
      ctx.update(editorViewOptionsCtx, (before) => ({
        ...before,
        attributes,
        handleDOMEvents: { keydown: leaveByTab },
        transformPastedHTML: readPastedHtml,
        clipboardTextParser: (text) => Slice.maxOpen(ctx.get(parserCtx)(readPastedText(text)).content),
        dispatchTransaction(this: EditorView, transaction: Transaction) {
          dispatch(this, transaction);
        },
      }));
    })
    .use(commonmark)
    .use(history)
    .create();
  const { ctx } = editor;
  const view = ctx.get(editorViewCtx);
  const write = () => ctx.get(serializerCtx)(view.state.doc).replaceAll(emptyParagraph, '').trimEnd();
  const exported = write();
  if (!isSameMarkdown(source, exported)) {
    await editor.destroy();
    holder.replaceChildren();
    return undefined;
  }
  const keep = keepSource(source.trimEnd(), exported);
  const schemas = readSchemas(ctx);
  dispatch = (own, transaction) => {
    own.updateState(own.state.apply(transaction));
    if (transaction.docChanged) onChange(keep(write()));
    onMarks(findMarks(own.state, schemas));
  };
  const call = <T>({ key }: { readonly key: CmdKey<T> }, payload?: T) =>
    ctx.get(commandsCtx).call(key, payload);
  const isOn = (command: TextCommand | 'link') => findMarks(view.state, schemas).has(command);
  const takeOut = () => lift(view.state, (transaction) => view.dispatch(transaction));
  const run = (command: TextCommand) => {
    const commands: Record<TextCommand, () => unknown> = {
      bold: () => call(toggleStrongCommand),
      italic: () => call(toggleEmphasisCommand),
      heading2: () => (isOn('heading2') ? call(turnIntoTextCommand) : call(wrapInHeadingCommand, 2)),
      heading3: () => (isOn('heading3') ? call(turnIntoTextCommand) : call(wrapInHeadingCommand, 3)),
      quote: () => (isOn('quote') ? takeOut() : call(wrapInBlockquoteCommand)),
      bullets: () => (isOn('bullets') ? takeOut() : call(wrapInBulletListCommand)),
      numbers: () => (isOn('numbers') ? takeOut() : call(wrapInOrderedListCommand)),
    };
    commands[command]();
    view.focus();
  };
  const findLink = () => {
    const { $from, $to } = view.state.selection;
    const marks = [...$from.marks(), ...($from.nodeAfter?.marks ?? []), ...($to.nodeBefore?.marks ?? [])];
    return marks.find(({ type }) => type === schemas.link);
  };
  const link = (address: string | undefined) => {
    const present = findLink();
    if (present) removeLink();
    if (address !== undefined) addLink(address);
    view.focus();
  };
  const removeLink = () => {
    const { from, to, $from } = view.state.selection;
    const start = from === to ? $from.start() : from;
    const end = from === to ? $from.end() : to;
    view.dispatch(view.state.tr.removeMark(start, end, schemas.link));
  };
  const addLink = (address: string) => {
    const { empty, from } = view.state.selection;
    if (!empty) return void call(toggleLinkCommand, { href: address });
    const { schema, tr } = view.state;
    view.dispatch(tr.insert(from, schema.text(address, [schemas.link.create({ href: address })])));
  };
  return {
    run,
    link,
    linkAddress: () => findLink()?.attrs['href'] as string | undefined,
    focus: () => view.focus(),
    destroy: () => {
      void editor.destroy();
    },
  };
}
