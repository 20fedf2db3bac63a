/** Texts of one line or of a few, with a counter. */
import { textOf } from '../../values/values';
import { attributesOf, type ControlProps } from '../field';

/** The longest text for which one line is enough. */
const shortText = 80;

const types = { address: 'url', email: 'email', text: 'text', lines: 'text' } as const;

export function TextInput(props: ControlProps<'text' | 'lines' | 'address' | 'email'>) {
  const { input, value, lang, onChange } = props;
  const { kind, most } = input;
  const text = textOf(value);
  const common = { ...attributesOf(props), lang, value: text };
  const hasLines = kind === 'lines';
  const isShort = !hasLines && (most <= shortText || kind !== 'text');
  return (
    <>
      {isShort ? (
        <input
          {...common}
          type={types[kind]}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <textarea
          {...common}
          rows={hasLines ? 3 : 1}
          onChange={({ target }) =>
            onChange(hasLines ? target.value : target.value.replaceAll(/\s*\n\s*/g, ' '))
          }
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !hasLines) event.preventDefault();
          }}
        />
      )}
      <Counter length={text.trim().length} most={most} />
    </>
  );
}

/** How much of the allowed length is used. The checks say in words when it is too much. */
export function Counter({ length, most }: { readonly length: number; readonly most: number }) {
  if (length === 0 || most > 100_000) return null;
  return (
    <span className="counter" data-over={length > most || undefined} aria-hidden="true">
      {length} / {most}
    </span>
  );
}
