/** Offers a text as a file to keep. */
export function save(name: string, type: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The browser has taken what it needs once the click was handled.
	setTimeout(() => URL.revokeObjectURL(url), 0);
}
