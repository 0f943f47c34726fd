/** A folder that a channel writes to; paths are relative to it, with forward slashes. */
export interface Files {
  read(path: string): Promise<string | null>;
  /** Replaces the file in one step: after a crash there is the old text or the new one. */
  write(path: string, text: string): Promise<void>;
}

/** Writes the text unless it is there already, whatever line ends git or an editor gave it. */
export async function replaceFile(
  files: Files,
  path: string,
  text: string,
): Promise<'created' | 'updated' | 'skipped'> {
  const stored = await files.read(path);
  if (stored !== null && withLineFeeds(stored) === text) return 'skipped';
  await files.write(path, text);
  return stored === null ? 'created' : 'updated';
}

export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Path of a Markdown file in a folder. Throws when a name of ours could leave that folder. */
export function markdownPath(folder: '' | `${string}/`, name: string): string {
  if (!/^[A-Za-z0-9_][\w.-]*$/.test(name)) throw new Error(`not fit for a file name: ${name}`);
  return `${folder}${name}.md`;
}
