import type { Session } from '$lib/state/session.svelte';
import { PEER_NAMES, type Interruption, type PeerName } from '$lib/trace';
import { NAMES } from './names';

/** A camera or microphone that gives nothing in the middle of a call. */
export interface Interrupted {
	peer: PeerName;
	/** The newest entry that tells of it. */
	seq: number;
	/** What happened, in a sentence. */
	words: string;
}

const DEVICES: Readonly<Record<string, string>> = { video: 'camera', audio: 'microphone' };

/** The cameras and microphones of the present call that give nothing; empty where all do. */
export function interruptedIn(session: Session): Interrupted[] {
	return PEER_NAMES.flatMap((peer) => {
		const { interruptions } = session.head.peers[peer];
		const last = interruptions.at(-1);
		if (!last || !session.can({ type: 'source.replace', peer })) return [];
		return [{ peer, seq: last.seq, words: wordsOf(peer, interruptions) }];
	});
}

function wordsOf(peer: PeerName, interruptions: readonly Interruption[]): string {
	const ended = interruptions.filter(({ event }) => event === 'ended');
	const isOver = ended.length > 0;
	const devices = (isOver ? ended : interruptions).map(({ kind }) => DEVICES[kind] ?? kind);
	const what = `${NAMES[peer]}’s ${[...new Set(devices)].sort().join(' and ')}`;
	return isOver
		? `${what} ended: the device is gone, or is not allowed any more.`
		: `${what} is muted: the device gives nothing for the moment.`;
}
