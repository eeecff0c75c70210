import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What a text links to, and the files and folders that it names: `src/lib/steps`. */
function pathsIn(text: string): string[] {
	const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)];
	const names = [...text.matchAll(/`((?:src|tests|content)\/[\w./-]*)`/g)];
	return [...links, ...names].map(([, path]) => path!);
}

it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'])(
	'%s names only files that there are',
	(guide) => {
		const paths = pathsIn(readFileSync(guide, 'utf8'));
		expect(paths.filter((path) => !existsSync(path))).toEqual([]);
	}
);

it('the contributing guide names an example for each thing that is added', () => {
	const parts = readFileSync('CONTRIBUTING.md', 'utf8').split(/^## /m).slice(1);
	const added = parts.filter((part) => /^1\. /m.test(part));
	expect(added).toHaveLength(7);
	for (const part of added) {
		expect(part).toMatch(/^To imitate: \[/m);
		expect(part.match(/^\d\. /gm)).toHaveLength(5);
	}
});
