import { findingsOf } from './concluded';
import { sdp } from './fixtures';

export const host = (address: string) => `a=candidate:1 1 udp 2122260223 ${address} 50001 typ host`;
export const srflx = (address: string, port = 50002) =>
	`a=candidate:2 1 udp 1686052607 ${address} ${port} typ srflx raddr 192.168.7.4 rport 50001`;
export const relay = (address: string, from: string) =>
	`a=candidate:3 1 udp 41885439 ${address} 50003 typ relay raddr ${from} rport 50002`;

/** A description with these candidates in place of its own. */
export const having = (side: 'offer' | 'answer', ...candidates: readonly string[]) =>
	sdp(`chromium-${side}-gathered`)
		.replace(/^a=candidate:.*\r\n/gm, '')
		.replace(/^a=rtcp:.*\r\n/m, (line) => line + candidates.map((one) => `${one}\r\n`).join(''));

/** An offer and its answer with these candidates, and lines of a log below them. */
export const told = (
	offer: readonly string[],
	answer: readonly string[],
	...lines: readonly string[]
) => `${having('offer', ...offer)}\n${having('answer', ...answer)}\n${lines.join('\n')}\n`;

/** What a log says of a connection that never came about. */
export const FAILED = ['iceConnectionState: checking', 'iceConnectionState: failed'];
/** What a browser behind a NAT has, which has asked a server. */
export const AT_HOME = [host('192.168.7.4'), srflx('198.51.100.9')];
/** The same of another network, behind another NAT. */
export const ELSEWHERE = [host('10.9.0.3'), srflx('203.0.113.44')];

/** What is found first in a text. */
export const firstOf = async (text: string) => (await findingsOf(text))[0];
