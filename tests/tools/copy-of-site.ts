import { spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Copies all that the site is built from into a folder. @returns the folder */
export function copyOfSite(folder: string): string {
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

/**
 * Runs `vite build`.
 * @param env what it is told beside what this process is
 * @returns its exit code and everything that it said
 */
export async function build(
	folder: string,
	env: Record<string, string> = {}
): Promise<{ code: number | null; output: string }> {
	const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		cwd: folder,
		env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', ...env }
	});
	let output = '';
	for (const stream of [vite.stdout, vite.stderr]) {
		stream.on('data', (data: Buffer) => (output += data.toString()));
	}
	const code = await new Promise<number | null>((done) => vite.on('close', done));
	return { code, output };
}
