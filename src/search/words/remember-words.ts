/**
 * Texts repeat their words: ten thousand opportunities have two million, and fifty thousand different ones. Beyond so many,
 * all are forgotten.
 */
const mostWords = 200_000;

/** Wraps a function of a single word, so that it is called once for each different word. */
export function rememberWords<Value extends object>(read: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    let value = known.get(word);
    if (!value) {
      if (known.size > mostWords) known.clear();
      value = read(word);
      known.set(word, value);
    }
    return value;
  };
}
