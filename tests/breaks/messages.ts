import type { WireCandidate, WireMessage } from '../../src/lib/breaks';
import { fixture, FIXTURES } from '../sdp/fixtures';

/** The offers and answers of both browsers of today. */
export const REAL = FIXTURES.filter((name) => /^(?:chromium|firefox)-(?!2016)/.test(name));
export const OFFERS = REAL.filter((name) => name.includes('-offer'));
export const ANSWERS = REAL.filter((name) => name.includes('-answer'));

/** A candidate as Chromium trickles it. */
export const HOST: WireCandidate = {
	candidate:
		'candidate:1362460426 1 udp 2122194687 192.0.2.7 60091 typ host generation 0 ufrag m000 network-id 1',
	sdpMid: '0',
	sdpMLineIndex: 0,
	usernameFragment: 'm000'
};

/** A candidate as Firefox trickles it: its line has no ufrag. */
export const LOCAL: WireCandidate = {
	candidate:
		'candidate:0 1 UDP 2122187007 99bf9bce-7aef-45f2-8b6a-6c8737650aaf.local 42569 typ host',
	sdpMid: '0',
	sdpMLineIndex: 0,
	usernameFragment: '6f4e153d'
};

export const SRFLX: WireCandidate = {
	...HOST,
	candidate:
		'candidate:1 1 udp 1685987071 198.51.100.4 60091 typ srflx raddr 192.0.2.7 rport 60091 generation 0 ufrag m000'
};

export const RELAY: WireCandidate = {
	...HOST,
	candidate:
		'candidate:2 1 udp 41885439 203.0.113.9 50000 typ relay raddr 198.51.100.4 rport 60091 generation 0 ufrag m000'
};

export const offer = (sdp: string): WireMessage => ({ description: { type: 'offer', sdp } });

/** A description with candidates of three kinds in its first section, and its end of candidates. */
export function withCandidates(name: string): string {
	const lines = [HOST, SRFLX, RELAY].map(({ candidate }) => `a=${candidate}`);
	return fixture(name).replace(
		/^a=rtcp-mux\r\n/m,
		(line) => line + [...lines, 'a=end-of-candidates'].map((added) => `${added}\r\n`).join('')
	);
}

/** How the lines of two texts differ, wherever they stand. */
export function compared(before: string, after: string): { removed: string[]; added: string[] } {
	const beyond = (some: string, others: string) => {
		const left = others.split(/\r\n|\n|\r/);
		return some.split(/\r\n|\n|\r/).filter((line) => {
			const at = left.indexOf(line);
			if (at >= 0) left.splice(at, 1);
			return at < 0;
		});
	};
	return { removed: beyond(before, after), added: beyond(after, before) };
}
