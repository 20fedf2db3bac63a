/**
 * The lines of the fit check: what fits, what doesn't, and what isn't known. A mark's shape and the text both say
 * which.
 */
import type { FitLine } from './fit-lines';

interface Props {
  readonly lines: readonly FitLine[];
}

export function FitLines({ lines }: Props) {
  return (
    <ul className="fit-lines">
      {lines.map(({ verdict, text }) => (
        <li key={text} className={`fit-${verdict}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}
