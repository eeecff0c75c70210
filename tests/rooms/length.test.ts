import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** More lines are more than one thing. */
const LONGEST = 300;

/** What people write and read: neither recordings nor what a browser has said. */
const WRITTEN = /\.(ts|js|svelte|md|css)$/;

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && WRITTEN.test(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name));
}

it.each(['src', 'content', 'tests'])('no file in %s is longer than can be taken in', (folder) => {
	const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;
	const files = filesIn(folder);
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((file) => lines(file) > LONGEST)).toEqual([]);
});
