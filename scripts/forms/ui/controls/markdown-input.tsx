/**
 * A long text. It is there at once as its Markdown, and becomes rich text when the code for that is loaded, unless someone
 * types in it then, or it would be rendered differently afterwards.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { RichText, TextCommand, TextMarks } from '../../markdown/rich-text.client';
import { textOf } from '../../values/values';
import { attributesOf, type ControlProps } from '../field';
import { useForm } from '../form-context';
import { Counter } from './text-input';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -99, End: 99 };

/** The arrows lead within a toolbar, which is one stop of Tab. */
function moveInToolbar(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const index = buttons.findIndex((button) => button === document.activeElement) + step;
  const next = buttons[Math.max(0, Math.min(index, buttons.length - 1))];
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}

interface ToolbarProps {
  readonly rich: RichText | undefined;
  readonly marks: TextMarks;
  readonly label: string;
  readonly onSwitch: () => void;
}

function Toolbar({ rich, marks, label, onSwitch }: ToolbarProps) {
  const { t } = useForm();
  /** In their order, with their names and signs. */
  const commands: readonly (readonly [TextCommand | 'link', string, ReactNode])[] = [
    ['bold', t('Bold'), <b>B</b>],
    ['italic', t('Italic'), <i>I</i>],
    ['heading2', t('Heading'), <b>H</b>],
    ['heading3', t('Smaller heading'), <small>H</small>],
    ['quote', t('Quotation'), '❝'],
    ['bullets', t('Bulleted list'), '•'],
    ['numbers', t('Numbered list'), '①'],
    ['link', t('Link'), '↗'],
  ];
  const askForLink = () => {
    const given = prompt(
      t('Address of the link. Leave it empty for no link.'),
      rich?.linkAddress() ?? 'https://',
    );
    if (given !== null) rich?.link(given.trim() === '' ? undefined : given.trim());
  };
  return (
    <div
      role="toolbar"
      aria-label={t('Formatting: {field}', { field: label })}
      className="bar toolbar"
      onKeyDown={moveInToolbar}
    >
      {rich &&
        commands.map(([command, name, sign], index) => (
          <button
            key={command}
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={name}
            title={name}
            aria-pressed={marks.has(command)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (command === 'link' ? askForLink() : rich.run(command))}
          >
            {sign}
          </button>
        ))}
      <button type="button" tabIndex={rich ? -1 : 0} aria-pressed={!rich} onClick={onSwitch}>
        Markdown
      </button>
    </div>
  );
}

/** Lets the page draw and take what is typed first. */
const whenIdle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** One after the other: each takes some hundredths of a second. */
let queue: Promise<unknown> = Promise.resolve();

export function MarkdownInput(props: ControlProps<'markdown'>) {
  const { id, describedBy, input, label, value, lang = '', isRequired, onChange } = props;
  const { t } = useForm();
  const text = textOf(value);
  const [mode, setMode] = useState<'waiting' | 'rich' | 'source' | 'only-source'>('waiting');
  const [rich, setRich] = useState<RichText>();
  const [marks, setMarks] = useState<TextMarks>(new Set());
  const holder = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  /** The text as the rich text has it: any other comes from elsewhere, such as “Undo”. */
  const shown = useRef(text);
  const latest = useRef({ text, onChange });
  latest.current = { text, onChange };
  const isForeign = mode === 'rich' && shown.current !== text;

  useEffect(() => {
    if (mode !== 'waiting' && !isForeign) return undefined;
    let isWanted = true;
    let opened: RichText | undefined;
    const open = async (): Promise<void> => {
      const [{ openRichText }] = await Promise.all([import('../../markdown/rich-text.client'), whenIdle()]);
      // Whoever types in the source goes on there, and leaves it first.
      if (area.current === document.activeElement)
        await new Promise((resolve) => area.current?.addEventListener('blur', resolve, { once: true }));
      if (!isWanted || !holder.current) return;
      const source = latest.current.text;
      shown.current = source;
      const place = document.createElement('div');
      opened = await openRichText({
        holder: place,
        source,
        attributes: {
          id,
          lang,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          'aria-describedby': describedBy,
          'aria-required': String(isRequired),
        },
        onChange: (markdown) => {
          shown.current = markdown;
          latest.current.onChange(markdown);
        },
        onMarks: setMarks,
      });
      if (!isWanted) return opened?.destroy();
      if (latest.current.text !== source) {
        opened?.destroy();
        return open();
      }
      if (opened) holder.current.replaceChildren(place);
      setRich(opened);
      setMode(opened ? 'rich' : 'only-source');
    };
    queue = queue.then(open).catch(() => isWanted && setMode('only-source'));
    return () => {
      isWanted = false;
    };
    // The other values don’t change while a form is open.
  }, [mode === 'waiting', isForeign ? text : '']);

  // A text that goes takes its editor along.
  useEffect(() => () => rich?.destroy(), [rich]);

  const switchMode = () => {
    if (mode === 'rich') {
      setRich(undefined);
      setMarks(new Set());
      setMode('source');
      requestAnimationFrame(() => area.current?.focus());
    } else setMode('waiting');
  };
  const isRich = mode === 'rich';
  return (
    <div className="markdown">
      {mode !== 'waiting' && (
        <Toolbar rich={isRich ? rich : undefined} marks={marks} label={label} onSwitch={switchMode} />
      )}
      <div ref={holder} hidden={!isRich} className="rich-text" />
      {!isRich && (
        <textarea
          ref={area}
          {...attributesOf(props)}
          aria-label={label}
          lang={lang}
          rows={4}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <Counter length={text.trim().length} most={input.most} />
      {mode === 'only-source' && text !== '' && (
        <p className="help">{t('This text has parts that only its Markdown can show.')}</p>
      )}
    </div>
  );
}
