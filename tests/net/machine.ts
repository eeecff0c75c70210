import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { hostOf, within, type Side } from './networks';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What runs in the page of a peer, as one script. @returns the file of it, and what removes that */
export async function bundleEnd(): Promise<{ file: string; remove: () => void }> {
	const lib = { entry: here('recorded-end.ts'), formats: ['iife' as const], name: 'end' };
	const built = (await build({
		configFile: false,
		logLevel: 'error',
		build: { lib, write: false }
	})) as Rolldown.RolldownOutput[];
	const folder = mkdtempSync(join(tmpdir(), 'parley-end-'));
	const file = join(folder, 'end.js');
	writeFileSync(file, built[0]!.output[0].code);
	return { file, remove: () => rmSync(folder, { recursive: true }) };
}

/** The types of the two candidates of the pair that is used; null where there is none. */
export type Selected = { local: string; remote: string } | null;

/** A machine of its own as far as the network goes: a browser in the namespace of its side. */
export class Machine {
	readonly #process;
	readonly #answers;

	/** @param file what runs in its page: see `bundleEnd` */
	constructor(side: Side, browser: 'chromium' | 'firefox', file: string) {
		const [command, words] = within(
			hostOf(side),
			`${process.execPath} ${here('peer.js')} ${browser} ${side} ${file}`
		);
		this.#process = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
		this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
	}

	/** @throws what the browser said, or that it is gone */
	async ask<T>(command: string, given: unknown = null): Promise<T> {
		this.#process.stdin.write(`${JSON.stringify({ command, given })}\n`);
		const { value: line, done } = await this.#answers.next();
		if (done) throw new Error(`The browser was gone before it could ${command}.`);
		const { value, error } = JSON.parse(line) as { value: T; error?: string };
		if (error !== undefined) throw new Error(error);
		return value;
	}

	/** Ends once the browser has. */
	async end(): Promise<void> {
		const ended = new Promise((resolve) => this.#process.once('exit', resolve));
		this.#process.stdin.end();
		await ended;
	}
}
