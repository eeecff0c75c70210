/** One page asks, and gets nothing but text: whoever asks reads it as it would read a file. */
type Message = { type: 'trace.ask' } | { type: 'trace.give'; text: string };

/** Under this name a stage offers what happened on it. */
export const ON_STAGE = 'stage';

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
 * @param give the text of a trace file, as it is when somebody asks
 * @returns ends it
 */
export function offerTrace(name: string, give: () => string): () => void {
	const channel = channelOf(name);
	if (channel === null) return () => {};
	channel.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (isOf(data, 'trace.ask')) {
			channel.postMessage({ type: 'trace.give', text: give() } satisfies Message);
		}
	};
	return () => channel.close();
}

/**
 * Asks for the trace of another window. What comes is text that nobody has looked at yet.
 *
 * @param patience in milliseconds
 * @returns null where nobody answers in time, and where windows cannot find each other
 */
export function askForTrace(name: string, patience: number): Promise<string | null> {
	return new Promise((resolve) => {
		const channel = channelOf(name);
		if (channel === null) return resolve(null);
		const end = (text: string | null) => {
			clearTimeout(timer);
			channel.close();
			resolve(text);
		};
		const timer = setTimeout(() => end(null), patience);
		channel.onmessage = ({ data }: MessageEvent<unknown>) => {
			if (isOf(data, 'trace.give') && typeof data.text === 'string') end(data.text);
		};
		channel.postMessage({ type: 'trace.ask' } satisfies Message);
	});
}

function isOf<T extends Message['type']>(data: unknown, type: T): data is Record<string, unknown> {
	return typeof data === 'object' && data !== null && (data as { type?: unknown }).type === type;
}
