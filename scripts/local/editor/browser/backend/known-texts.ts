/** The texts of files that a tab knows, from which it tells what a save or a deletion replaces. */

/** The texts that this tab has read and saved, so that the server can check what a save or a deletion replaces. */
export class KnownTexts {
  private readonly latest = new Map<string, string>();
  private readonly saved = new Map<string, { readonly from: string | null; readonly text: string }>();

  read(path: string, text: string): void {
    this.latest.set(path, text);
    // A form that is opened now is filled from this text.
    if (this.saved.get(path)?.from === text) this.saved.delete(path);
  }

  /** Records that a form was saved as `text`. Saving doesn't change `from`, the text from which it was filled. */
  save(path: string, from: string | null, text: string): void {
    this.latest.set(path, text);
    this.saved.set(path, { from, text });
  }

  /** Returns the last text that a form and its file had in common: from opening the form, or from the last save. */
  findBase(path: string, from: string | null): string | null {
    const saved = this.saved.get(path);
    return saved?.from === from ? saved.text : from;
  }

  findLatest(path: string): string | undefined {
    return this.latest.get(path);
  }
}
