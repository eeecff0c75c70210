import { parts } from './damages';
import type { Message, OnWire } from './recorded-call';

type Kind = 'offer' | 'answer';

/** Descriptions of a kind arrive changed; who sent them does not know. */
export const changed =
	(...changes: [kind: Kind, change: (sdp: string) => string][]): OnWire =>
	(message) => {
		if (!('description' in message)) return [message];
		const { type, sdp = '' } = message.description;
		const arriving = changes
			.filter(([kind]) => kind === type)
			.reduce((text, [, change]) => change(text), sdp);
		return [{ description: { type, sdp: arriving } }];
	};

/** Messages of which something is true are lost. */
export const lost =
	(isLost: (message: Message, from: string) => boolean): OnWire =>
	(message, from) =>
		isLost(message, from) ? [] : [message];

export const isOf = (message: Message, kind: Kind) =>
	'description' in message && message.description.type === kind;

export const otherUser = (sdp: string) => sdp.replace(/^a=ice-ufrag:.*$/gm, 'a=ice-ufrag:else');

export const otherPassword = (sdp: string) =>
	sdp.replace(/^a=ice-pwd:.*$/gm, 'a=ice-pwd:anotherpasswordthanthatone');

export const otherFingerprint = (sdp: string) =>
	sdp.replace(/^(a=fingerprint:sha-256 ).{5}/gm, '$100:00');

export const setup = (from: string, to: string) => (sdp: string) =>
	sdp.replaceAll(`a=setup:${from}`, `a=setup:${to}`);

/** With its first two sections the wrong way round. */
export function swapped(sdp: string): string {
	const [session, one, other] = parts(sdp);
	return session + other + one;
}
