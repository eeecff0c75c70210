import { finding, type Finding } from '../finding';

/** What to do, by the status. */
const POSTED_TODO: readonly (readonly [status: RegExp, todo: string])[] = [
	[
		/^40[137]/,
		'See which login it asks for, most often a token in the header Authorization, and whether that is still valid.'
	],
	[
		/^404/,
		'See whether the path is right, and whether the stream that is asked for is there by then.'
	],
	[
		/^(?:40[56]|415)/,
		'Send it with POST and Content-Type: application/sdp, to the address for WHIP or WHEP.'
	],
	[
		/^5/,
		'See the log of the server: it or what stands in front of it failed, and the offer may be fine.'
	]
];

/** A server of WHIP or WHEP that gave no answer to the offer that was posted to it, by the status of its response. */
export function offerRefused({
	words,
	line
}: {
	readonly words: string;
	readonly line: number;
}): Finding {
	const todo = POSTED_TODO.find(([status]) => status.test(words))?.[1];
	return finding({
		id: 'http.offer-refused',
		severity: 'breaks the call',
		claim: `The server to which the offer was posted refused it: ${words.slice(0, 80)}.`,
		because: [{ kind: 'fact', text: `line ${line}: HTTP ${words}` }],
		todo: todo ?? 'See what the body of the response says, and the log of the server.',
		source: 'RFC 9725, 4',
		isCertain: false
	});
}
