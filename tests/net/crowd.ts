import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BrokerAddress } from '../../src/lib/signaling/broker-room';
import type { Asked, Told } from './part-of-crowd';

/**
 * How many watch in one process. Each of a crowd knows each, as on a machine of its own: of a thousand in one process, Node
 * has not the memory, nor the time to answer a broker.
 */
const IN_ONE = 200;

/** What is told of one kind. */
type Word<Kind extends Told['is']> = Extract<Told, { is: Kind }>;

/** Some of a crowd: a process, and what it has said last of where its pages stand. */
class Part {
	count = 0;
	at: string | null = null;
	readonly #process: ChildProcess;
	readonly #waiting = new Map<Told['is'], (told: Told) => void>();
	#fail: (why: Error) => void = () => undefined;
	/** Rejects when something has failed, and never resolves. */
	readonly #failure = new Promise<never>((_, reject) => (this.#fail = reject));

	constructor() {
		this.#failure.catch(() => undefined);
		this.#process = fork(fileURLToPath(new URL('crowd-process.js', import.meta.url)));
		this.#process.on('message', (told: Told) => this.#hear(told));
		this.#process.on('exit', (code) => this.#fail(new Error(`It has ended with ${code}.`)));
	}

	/** The next word of a kind. */
	async hears<Kind extends Told['is']>(kind: Kind): Promise<Word<Kind>> {
		const told = new Promise<Told>((resolve) => this.#waiting.set(kind, resolve));
		return (await Promise.race([told, this.#failure])) as Word<Kind>;
	}

	ask(asked: Asked): void {
		this.#process.send(asked);
	}

	end(): void {
		this.#process.kill();
	}

	#hear(told: Told): void {
		if (told.is === 'failed') return this.#fail(new Error(told.why));
		if (told.is === 'standing') ({ count: this.count, at: this.at } = told);
		this.#waiting.get(told.is)?.(told);
	}
}

/** Many who watch one room, in several processes. */
export class Crowd {
	readonly #parts: Part[];

	private constructor(parts: Part[]) {
		this.#parts = parts;
	}

	/** Processes for so many, in which nobody is yet. */
	static async for(count: number): Promise<Crowd> {
		const parts = Array.from({ length: Math.ceil(count / IN_ONE) }, () => new Part());
		await Promise.all(parts.map((part) => part.hears('ready')));
		return new Crowd(parts);
	}

	/** Lets so many more come in at once. */
	async come(count: number, address: BrokerAddress): Promise<void> {
		const each = Math.ceil(count / this.#parts.length);
		let left = count;
		const coming: Promise<unknown>[] = [];
		for (const part of this.#parts) {
			const come = Math.min(each, left);
			left -= come;
			if (come === 0) continue;
			coming.push(part.hears('come'));
			part.ask({ come, address });
		}
		await Promise.all(coming);
	}

	/** Whether so many watch, and all stand at one place. */
	stands(count: number, at: string): boolean {
		const parts = this.#parts.filter((part) => part.count > 0);
		const size = parts.reduce((sum, part) => sum + part.count, 0);
		return size === count && parts.every((part) => part.at === at);
	}

	/** The traces that they have, each as its hash. */
	async traces(): Promise<Set<string>> {
		const told = this.#parts.map(async (part) => {
			const answer = part.hears('traces');
			part.ask('traces');
			return (await answer).hashes;
		});
		return new Set((await Promise.all(told)).flat());
	}

	end(): void {
		for (const part of this.#parts) part.end();
	}
}
