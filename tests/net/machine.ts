import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { hostOf, within, type Side } from './networks';

const PEER = fileURLToPath(new URL('peer.js', import.meta.url));

/** The types of the two candidates of the pair that is used; null where there is none. */
export type Selected = { local: string; remote: string } | null;

/** A machine of its own as far as the network goes: a browser in the namespace of its side. */
export class Machine {
	readonly #process;
	readonly #answers;

	constructor(side: Side, browser: 'chromium' | 'firefox') {
		const [command, words] = within(hostOf(side), `${process.execPath} ${PEER} ${browser}`);
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
