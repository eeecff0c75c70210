import { spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { forgetFolders, temporaryFolder } from './content';

afterAll(forgetFolders);

/** A copy of all that the site is built from, in a folder of its own. */
function copyOfSite(): string {
	const folder = temporaryFolder();
	for (const name of [
		'src',
		'content',
		'tests/tools',
		'package.json',
		'tsconfig.json',
		'svelte.config.js',
		'vite.config.ts'
	]) {
		cpSync(name, join(folder, name), { recursive: true });
	}
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
	return folder;
}

/** Runs `vite build`. @returns its exit code and everything that it said */
async function build(folder: string): Promise<{ code: number | null; output: string }> {
	const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		cwd: folder,
		env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
	});
	let output = '';
	for (const stream of [vite.stdout, vite.stderr]) {
		stream.on('data', (data: Buffer) => (output += data.toString()));
	}
	const code = await new Promise<number | null>((done) => vite.on('close', done));
	return { code, output };
}

describe('building the site', () => {
	it(
		'fails on faults of the content, each with file and reason',
		{ timeout: 120_000 },
		async () => {
			const folder = copyOfSite();
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
