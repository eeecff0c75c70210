import { sizeWords } from '../trace/numbers';
import { encodingOf, HEAD_BYTES, isGzip, Unreadable } from './encoding';

/** More bytes are not read, nor unpacked. */
export const MOST_BYTES = 256 * 1024 * 1024;

export interface ReadOptions {
	/** In bytes, of the file and of what it unpacks to. */
	readonly most?: number;
	/** Told how many bytes of the file were read. */
	readonly onprogress?: (done: number, total: number) => void;
	readonly signal?: AbortSignal;
}

/** The text of a file. */
export interface FileText {
	readonly text: string;
	/** Whether it is all that could be unpacked of a gzip file that ends too early. */
	readonly cutOff: boolean;
}

/**
 * The text of a file, unpacked where it is packed by gzip (RFC 1952), as Chromium saves its dumps; in
 * UTF-8 or UTF-16. Stops as soon as it is too much, whatever the file says of itself.
 * @throws {Unreadable} with a sentence for a person
 */
export async function readText(file: Blob, options: ReadOptions = {}): Promise<FileText> {
	const { most = MOST_BYTES } = options;
	if (file.size > most) throw tooMuch(`The file has ${sizeWords(file.size)}`, most);
	const head = await bytesOf(file, 0, HEAD_BYTES);
	const text = new TextOfBytes(most);
	if (!isGzip(head)) {
		for await (const chunk of chunksOf(file, options)) text.add(chunk);
		return { text: text.end(), cutOff: false };
	}
	const cutOff = await unpack(file, options, (chunk) => text.add(chunk));
	const whole = text.end();
	if (cutOff && whole === '')
		throw new Unreadable('This gzip file is cut off: nothing can be unpacked.');
	return { text: whole, cutOff };
}

function tooMuch(what: string, most: number): Unreadable {
	return new Unreadable(`${what}; at most ${sizeWords(most)} are read.`);
}

/** Collects bytes as text: in what it is encoded is known by its beginning. */
class TextOfBytes {
	readonly #most: number;
	readonly #pieces: string[] = [];
	#decoder: TextDecoder | undefined;
	#head = new Uint8Array();
	#bytes = 0;

	constructor(most: number) {
		this.#most = most;
	}

	add(chunk: Uint8Array): void {
		this.#bytes += chunk.length;
		if (this.#bytes > this.#most) {
			throw tooMuch(`It unpacks to more than ${sizeWords(this.#most)}`, this.#most);
		}
		if (this.#decoder) {
			this.#pieces.push(this.#decoder.decode(chunk, { stream: true }));
			return;
		}
		const head = new Uint8Array(this.#head.length + chunk.length);
		head.set(this.#head);
		head.set(chunk, this.#head.length);
		this.#head = head;
		if (head.length >= HEAD_BYTES) this.#begin();
	}

	end(): string {
		if (!this.#decoder) this.#begin();
		this.#pieces.push(this.#decoder!.decode());
		return this.#pieces.join('');
	}

	#begin(): void {
		this.#decoder = new TextDecoder(encodingOf(this.#head));
		this.#pieces.push(this.#decoder.decode(this.#head, { stream: true }));
	}
}

const GONE = 'The file could not be read: it was moved or changed meanwhile, or is a folder.';

async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array> {
	try {
		return new Uint8Array(await file.slice(from, to).arrayBuffer());
	} catch (error) {
		throw new Unreadable(GONE, { cause: error });
	}
}

/** The bytes of a file, piece by piece. */
async function* chunksOf(
	file: Blob,
	{ onprogress, signal }: ReadOptions
): AsyncIterable<Uint8Array<ArrayBuffer>> {
	const reader = file.stream().getReader();
	let done = 0;
	try {
		for (;;) {
			signal?.throwIfAborted();
			const next = await reader.read().catch((error: unknown) => {
				throw new Unreadable(GONE, { cause: error });
			});
			if (next.done) return;
			done += next.value.length;
			yield next.value;
			onprogress?.(done, file.size);
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/**
 * Unpacks a gzip file.
 * @returns whether it ends too early
 * @throws {Unreadable} where it is damaged, and whatever `take` throws
 */
async function unpack(
	file: Blob,
	options: ReadOptions,
	take: (chunk: Uint8Array) => void
): Promise<boolean> {
	const { readable, writable } = new DecompressionStream('gzip');
	const [writer, reader] = [writable.getWriter(), readable.getReader()];
	let isFed = false;
	let broken: unknown = null;
	const feed = async () => {
		for await (const chunk of chunksOf(file, options)) await writer.write(chunk);
		isFed = true;
		await writer.close();
	};
	const feeding = feed().catch(async (error: unknown) => {
		broken = error;
		await writer.abort(error).catch(() => undefined);
	});
	try {
		for (;;) {
			const next = await reader.read().catch((error: unknown) => {
				throw new Damaged('damaged', { cause: error });
			});
			if (next.done) break;
			take(next.value);
		}
	} catch (error) {
		if (!(error instanceof Damaged)) {
			await reader.cancel(error).catch(() => undefined);
			throw error;
		}
		await feeding;
		options.signal?.throwIfAborted();
		if (broken instanceof Unreadable) throw broken;
		// All of it was taken in, so what is missing is its end.
		if (isFed) return true;
		throw new Unreadable(
			'This gzip file is damaged, or something else follows it: unpack it first.',
			{ cause: error }
		);
	} finally {
		await feeding;
	}
	return false;
}

/** What the browser says of packed data that it cannot unpack. */
class Damaged extends Error {}
