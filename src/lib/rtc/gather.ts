import { isTurn } from '../servers/scheme';
import {
	isWanted,
	PATIENCE,
	type Gathered,
	type SeenCandidate,
	type SeenError
} from '../servers/gathered';

/** What a test of servers needs of its browser. */
export interface GatherScope {
	readonly RTCPeerConnection: typeof RTCPeerConnection;
	/** Milliseconds until the judgement, whatever has come by then. */
	readonly patience: number;
	/** Milliseconds in which more may come behind what was asked for: another address, an error. */
	readonly afterwards: number;
}

export const gatherScope = (): GatherScope => ({
	RTCPeerConnection: globalThis.RTCPeerConnection,
	patience: PATIENCE,
	afterwards: 700
});

/**
 * Gathers candidates with these servers and no others, in a connection of its own that reaches nobody,
 * and writes down what comes. Never throws.
 *
 * @param url what the result is called by
 * @param signal ends it before
 */
export async function gather(
	url: string,
	configuration: RTCConfiguration,
	signal?: AbortSignal,
	{ RTCPeerConnection, patience, afterwards } = gatherScope()
): Promise<Gathered> {
	const began = performance.now();
	const at = () => Math.round(performance.now() - began);
	const candidates: SeenCandidate[] = [];
	const errors: SeenError[] = [];
	const result = (end: Gathered['end'], refusal: string | null = null): Gathered => ({
		url,
		candidates,
		errors,
		end,
		took: at(),
		refusal
	});
	let pc: RTCPeerConnection | undefined;
	try {
		pc = new RTCPeerConnection(configuration);
		const end = endOf(pc, {
			isTurn: isTurn(url),
			candidates,
			errors,
			at,
			patience,
			afterwards,
			signal
		});
		// A channel is enough: one transport, and no media that a browser would ask for.
		pc.createDataChannel('');
		await pc.setLocalDescription();
		return result(await end);
	} catch (error) {
		return result('refused', error instanceof Error ? error.message : String(error));
	} finally {
		pc?.close();
	}
}

interface Watched {
	isTurn: boolean;
	candidates: SeenCandidate[];
	errors: SeenError[];
	at: () => number;
	patience: number;
	afterwards: number;
	signal: AbortSignal | undefined;
}

/** Settles with the reason why nothing more is waited for. */
function endOf(pc: RTCPeerConnection, watched: Watched): Promise<Gathered['end']> {
	const { isTurn, candidates, errors, at, patience, afterwards, signal } = watched;
	return new Promise((resolve) => {
		let rest: ReturnType<typeof setTimeout> | undefined;
		const limit = setTimeout(() => done('limit'), patience);
		const stop = () => done('stopped');
		function done(end: Gathered['end']) {
			clearTimeout(limit);
			clearTimeout(rest);
			signal?.removeEventListener('abort', stop);
			resolve(end);
		}
		if (signal?.aborted) return stop();
		signal?.addEventListener('abort', stop);
		pc.addEventListener('icecandidate', ({ candidate }) => {
			const seen = candidate && seenOf(candidate, at());
			if (!seen) return;
			candidates.push(seen);
			if (isWanted(seen, isTurn)) rest ??= setTimeout(() => done('complete'), afterwards);
		});
		pc.addEventListener('icecandidateerror', ({ errorCode, errorText }) => {
			errors.push({ code: errorCode, text: errorText ?? '', at: at() });
		});
		pc.addEventListener('icegatheringstatechange', () => {
			if (pc.iceGatheringState === 'complete') done('complete');
		});
	});
}

/** What a browser puts in place of an address that it hides. */
const HIDDEN = new Set(['', '0.0.0.0', '::']);

/** null for what ends a section, and for the other component of a browser that has two. */
function seenOf(candidate: RTCIceCandidate, at: number): SeenCandidate | null {
	const { type, protocol, address, port, relatedAddress, relatedPort, foundation, priority } =
		candidate;
	if (candidate.candidate === '' || candidate.component === 'rtcp') return null;
	// In Firefox there is no such member yet.
	const { url } = candidate as { url?: string | null };
	const isTold = relatedAddress !== null && relatedPort !== null && !HIDDEN.has(relatedAddress);
	return {
		type: type ?? 'host',
		protocol: protocol ?? 'udp',
		address: address ?? '',
		port: port ?? 0,
		related: isTold ? { address: relatedAddress, port: relatedPort } : null,
		foundation: foundation ?? '',
		priority: priority ?? 0,
		url: url ? url : null,
		at
	};
}
