/**
 * One page asks, and gets nothing but text: whoever asks reads it as it would read a file. A long session
 * is put together for a while, and it is said that it comes.
 */
type Message =
	| { type: 'trace.look' }
	| { type: 'trace.ask' }
	| { type: 'trace.coming' }
	| { type: 'trace.give'; text: string };

/** Under this name a stage offers what happened on it. */
export const ON_STAGE = 'stage';

/** Milliseconds after which whoever waits is told again that it comes. */
const REASSURED = 250;

/** null where the browser has no channels, or refuses them: where site data is blocked, Firefox does. */
function channelOf(name: string): BroadcastChannel | null {
	try {
		return new BroadcastChannel(`parley/trace/${name}`);
	} catch {
		return null;
	}
}

/** A name under which a page can offer its trace, and that no other page has. */
export function newOfferName(): string {
	return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
		'-'
	);
}

/**
 * Gives the trace of this page to whichever window of this browser asks for it, for as long as the page
 * is open. Where windows cannot find each other, nobody asks.
 *
 * @param give the parts of the text of a trace file, as it is when somebody asks; calls its argument
 * now and then while it takes its time. Where it is rejected, nobody is answered
 * @returns ends it
 */
export function offerTrace(
	name: string,
	give: (comes: () => void) => Promise<readonly string[]>
): () => void {
	const channel = channelOf(name);
	if (channel === null) return () => {};
	let hasEnded = false;
	const tell = (message: Message) => {
		if (!hasEnded) channel.postMessage(message);
	};

	async function answer() {
		let last = -Infinity;
		const comes = () => {
			if (performance.now() - last < REASSURED) return;
			last = performance.now();
			tell({ type: 'trace.coming' });
		};
		comes();
		tell({ type: 'trace.give', text: (await give(comes)).join('') });
	}

	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (isOf(data, 'trace.look')) tell({ type: 'trace.coming' });
		if (isOf(data, 'trace.ask')) answer().catch(() => undefined);
	};
	return () => {
		hasEnded = true;
		channel.close();
	};
}

/**
 * Asks for the trace of another window. What comes is text that nobody has looked at yet.
 *
 * @param patience in milliseconds, until it is heard that it comes, and each time again
 * @returns null where nobody answers in time, and where windows cannot find each other
 */
export function askForTrace(name: string, patience: number): Promise<string | null> {
	return ask<string>(name, 'trace.ask', patience, (data) =>
		isOf(data, 'trace.give') && typeof data.text === 'string' ? data.text : null
	);
}

/**
 * Whether there is a window that would give its trace, without having it put together.
 *
 * @param patience in milliseconds
 */
export async function isTraceOffered(name: string, patience: number): Promise<boolean> {
	const read = (data: unknown) => (isOf(data, 'trace.coming') ? true : null);
	return (await ask(name, 'trace.look', patience, read)) ?? false;
}

function ask<T>(
	name: string,
	type: 'trace.look' | 'trace.ask',
	patience: number,
	read: (data: unknown) => T | null
): Promise<T | null> {
	return new Promise((resolve) => {
		const channel = channelOf(name);
		if (channel === null) return resolve(null);
		const end = (answer: T | null) => {
			clearTimeout(timer);
			channel.close();
			resolve(answer);
		};
		const wait = () => setTimeout(() => end(null), patience);
		let timer = wait();
		channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			const answer = read(data);
			if (answer !== null) return end(answer);
			if (!isOf(data, 'trace.coming')) return;
			clearTimeout(timer);
			timer = wait();
		};
		channel.postMessage({ type } satisfies Message);
	});
}

function isOf<T extends Message['type']>(data: unknown, type: T): data is Record<string, unknown> {
	return typeof data === 'object' && data !== null && (data as { type?: unknown }).type === type;
}
