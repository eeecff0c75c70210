import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeckError, readDeck } from '../../src/lib/deck/read-deck';

const folders: string[] = [];

/** A folder that is gone after `forgetFolders`. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'parley-'));
	folders.push(folder);
	return folder;
}

export function forgetFolders(): void {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A copy of the content, to be damaged. */
export function copyOfContent() {
	const folder = join(temporaryFolder(), 'content');
	cpSync('content', folder, { recursive: true });
	return {
		folder,
		read: (file: string) => readFileSync(join(folder, file), 'utf8'),
		write: (file: string, text: string) => writeFileSync(join(folder, file), text),
		/** Replaces the front matter of a slide. */
		matter(file: string, yaml: string) {
			const text = readFileSync(join(folder, file), 'utf8');
			const body = text.slice(text.indexOf('\n---', 3) + 4);
			writeFileSync(join(folder, file), `---\n${yaml}\n---${body}`);
		},
		remove: (file: string) => rmSync(join(folder, file), { recursive: true })
	};
}

/** The faults that are found in a content folder; none where it is as it should be. */
export function faultsOf(folder: string): readonly string[] {
	try {
		readDeck(folder);
		return [];
	} catch (error) {
		if (error instanceof DeckError) return error.faults;
		throw error;
	}
}
