/** Milliseconds that a browser surely needs no more. */
const READING_TIME = 10_000;

/** Offers a text, or the parts of something, as a file to keep. */
export function save(name: string, type: string, content: string | readonly BlobPart[]): void {
	const parts = typeof content === 'string' ? [content] : [...content];
	const url = URL.createObjectURL(new Blob(parts, { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser reads it after the click was handled, and does not say when it is done.
	setTimeout(() => URL.revokeObjectURL(url), READING_TIME);
}
