import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build, copyOfSite } from '../tools/copy-of-site';
import { forgetFolders, temporaryFolder } from './content';

afterAll(forgetFolders);

describe('building the site', () => {
	it(
		'fails on faults of the content, each with file and reason',
		{ timeout: 120_000 },
		async () => {
			const folder = copyOfSite(temporaryFolder());
			cpSync(
				join(folder, 'content/01-call/01-opening/04-what-an-app-does.md'),
				join(folder, 'content/01-call/08-code/05-architecture.md')
			);
			cpSync(
				join(folder, 'content/01-call/06-ice/act.yaml'),
				join(folder, 'content/01-call/01-opening/06-not-a-slide.md')
			);
			const { code, output } = await build(folder);
			expect(code).not.toBe(0);
			expect(output).toContain('The slides in content/ have faults:');
			expect(output).toContain(
				'01-call/01-opening/06-not-a-slide.md: has no front matter; it begins with --- and gives a title'
			);
			expect(output).toContain(
				'01-call/08-code/05-architecture.md: its slug "architecture" is already that of 01-call/01-opening/02-architecture.md'
			);
		}
	);
});
