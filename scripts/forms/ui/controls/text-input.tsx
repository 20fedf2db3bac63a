/** Texts of one line or of a few, with a counter. */
import { textOf } from '../../values/values';
import type { ControlIds } from '../field';

interface TextInputProps extends ControlIds {
  /** Its name, where no label beside it has one. */
  readonly label?: string;
  readonly value: unknown;
  readonly most: number;
  readonly lang?: string | undefined;
  /** True if a line break is part of the text. */
  readonly hasLines?: boolean;
  readonly type?: 'text' | 'url' | 'email';
  readonly isRequired?: boolean;
  readonly onChange: (value: string) => void;
}

/** The longest text for which one line is enough. */
const shortText = 80;

export function TextInput({
  id,
  describedBy,
  label,
  value,
  most,
  lang,
  hasLines = false,
  type = 'text',
  isRequired = false,
  onChange,
}: TextInputProps) {
  const text = textOf(value);
  const common = {
    id,
    lang,
    value: text,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-required': isRequired,
  };
  const isShort = !hasLines && (most <= shortText || type !== 'text');
  return (
    <>
      {isShort ? (
        <input {...common} type={type} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
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
