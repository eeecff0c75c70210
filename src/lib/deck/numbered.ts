import { readdirSync } from 'node:fs';

const NUMBERED = /^\d+-([a-z0-9-]+?)(\.md|\.yaml)?$/;

/** What is numbered in a folder, in its order: folders and files. */
export const numbered = (folder: string): string[] =>
	readdirSync(folder)
		.filter((name) => NUMBERED.test(name))
		.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** The name without the number, and without what says of a file what it is. */
export const slugOf = (name: string): string => name.replace(NUMBERED, '$1');
