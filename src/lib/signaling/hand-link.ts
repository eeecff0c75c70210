import { recallConfiguration } from '../rtc/network';
import { FramedChannel } from './framed-channel';
import { InvitationError, readInvitation, writeInvitation, type Invitation } from './invitation';

/** Milliseconds after which an invitation is written with the candidates that there are: a server may be silent. */
const PATIENCE = 8000;

/**
 * Has whoever enters the room told that nobody is in it at this page: while it is on another page of the site, or on its way
 * from one lesson to the next.
 */
export function leaveEmpty(channel: FramedChannel): void {
	channel.ontext = (text) => {
		if (text?.startsWith('{"enters":')) channel.send('{"nobody":true}');
	};
}

/** Two pages that two people have joined by hand, with nothing between them. */
export interface HandLink {
	/** Whether this page made the offer. */
	isInviter: boolean;
	channel: FramedChannel;
}

/** An exchange that was begun here. */
export interface Exchange {
	/** What the other page is to read. */
	text: string;
	slide: string;
	/**
	 * Resolves once both pages are joined.
	 * @throws an `Error` where it was given up before
	 */
	linked: Promise<HandLink>;
	/**
	 * Resolves where the browser finds no way to the other page, as long as they are not joined: Firefox has given up,
	 * Chromium goes on once the other begins to ask.
	 */
	failed: Promise<void>;
	/** Gives it up; nothing where the pages are joined. */
	end(): void;
}

/** An exchange that waits for its answer. */
export interface Offered extends Exchange {
	/**
	 * Reads the answer.
	 * @throws InvitationError where it is none; WrongInvitation where it does not belong here
	 */
	accept(text: string): Promise<void>;
}

/**
 * Why an invitation does not belong where it was read.
 * - `offer`: it is an offer, where an answer is waited for; `answer`: the reverse
 * - `own`: it is the one that was made here
 * - `other`: it answers another offer
 */
export class WrongInvitation extends Error {
	constructor(readonly why: 'offer' | 'answer' | 'own' | 'other') {
		super(`This invitation does not belong here: ${why}.`);
		this.name = 'WrongInvitation';
	}
}

/**
 * Makes the offer of an exchange, with all candidates.
 * @param slide at which the walk begins
 * @throws as the browser refuses a connection, or to compress
 */
export async function offerByHand(slide: string): Promise<Offered> {
	const ends = connect(true);
	const exchange = crypto.randomUUID();
	await ends.pc.setLocalDescription();
	const text = await written(ends.pc, { exchange, slide });
	return {
		...ends.exchange,
		text,
		slide,
		async accept(answer) {
			const read = await readOne(answer, 'answer');
			if (read.type === 'offer') {
				throw new WrongInvitation(read.exchange === exchange ? 'own' : 'offer');
			}
			if (read.exchange !== exchange) throw new WrongInvitation('other');
			await ends.pc.setRemoteDescription({ type: 'answer', sdp: read.sdp });
		}
	};
}

/**
 * Answers the offer of an exchange, with all candidates.
 * @throws InvitationError where the text is none; WrongInvitation where it is an answer; as the browser refuses the offer
 */
export async function answerByHand(offer: string): Promise<Exchange> {
	const read = await readOne(offer, 'offer');
	if (read.type === 'answer') throw new WrongInvitation('answer');
	const ends = connect(false);
	try {
		await ends.pc.setRemoteDescription({ type: 'offer', sdp: read.sdp });
		await ends.pc.setLocalDescription();
		const text = await written(ends.pc, read);
		return { ...ends.exchange, text, slide: read.slide };
	} catch (error) {
		ends.exchange.end();
		throw error;
	}
}

/** Reads an invitation to one data channel, and to nothing else. @throws InvitationError */
async function readOne(text: string, wanted: Invitation['type']): Promise<Invitation> {
	const read = await readInvitation(text, wanted);
	const sections = read.sdp.match(/^m=\S+/gm);
	if (sections?.join() !== 'm=application') throw new InvitationError('damaged');
	return read;
}

/** A connection for one data channel that both sides have made (webrtc-pc, 6.1: `negotiated`), and what comes of it. */
function connect(isInviter: boolean) {
	const pc = new RTCPeerConnection(recallConfiguration() ?? {});
	const channel = pc.createDataChannel('parley', { negotiated: true, id: 0 });
	let isLinked = false;
	const linked = new Promise<HandLink>((resolve, reject) => {
		channel.onopen = () => {
			isLinked = true;
			const framed = new FramedChannel(channel);
			leaveEmpty(framed);
			resolve({ isInviter, channel: framed });
		};
		channel.onclose = () => reject(new Error('The connection was closed before it was used.'));
	});
	// Whoever gives the exchange up waits for nothing.
	linked.catch(() => {});
	const failed = new Promise<void>((resolve) => {
		pc.onconnectionstatechange = () => {
			if (pc.connectionState !== 'failed') return;
			// Before, the other page may not have read the answer yet: Chromium comes back from it once that asks.
			if (isLinked) close();
			else resolve();
		};
	});
	const close = () => {
		channel.close();
		pc.close();
	};
	return { pc, exchange: { linked, failed, end: () => void (isLinked || close()) } };
}

/** The local description as an invitation, once all candidates are in it, or after a while those that there are. */
async function written(
	pc: RTCPeerConnection,
	{ exchange, slide }: Pick<Invitation, 'exchange' | 'slide'>
): Promise<string> {
	if (pc.iceGatheringState !== 'complete') {
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, PATIENCE);
			pc.onicegatheringstatechange = () => {
				if (pc.iceGatheringState !== 'complete') return;
				clearTimeout(timer);
				resolve();
			};
		});
	}
	const { type, sdp } = pc.localDescription!;
	return writeInvitation({ type: type as Invitation['type'], exchange, sdp, slide });
}
