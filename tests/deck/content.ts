import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Content } from '../../src/lib/deck/content';
import { DeckError, readDeck } from '../../src/lib/deck/read-deck';
import type { Step } from '../../src/lib/steps/step';

const stepFiles = import.meta.glob<{ steps: readonly Step[] }>('../../src/lib/steps/*/index.ts', {
	eager: true
});

/** The steps of all lessons, by their slugs. */
export const STEPS_OF = Object.fromEntries(
	Object.entries(stepFiles).map(([path, { steps }]) => [path.split('/').at(-2)!, steps])
);

/** Reads a content folder, for the steps that there are. @throws {DeckError} as `readDeck` does */
export const read = (folder: string): Content => readDeck(folder, STEPS_OF);

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
		read(folder);
		return [];
	} catch (error) {
		if (error instanceof DeckError) return error.faults;
		throw error;
	}
}
