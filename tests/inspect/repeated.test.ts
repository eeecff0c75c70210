import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { Chance, seedAsked } from '../tools/chance';
import { costOfLength } from '../tools/growth';

/** What pasted texts are made of, and what is around it. */
const PIECES =
	`v=0|a=|a=x:b c|m=audio 9 UDP/TLS/RTP/SAVPF 111|c=IN IP4 0.0.0.0|t=0 0|s=-|o=- 1 2 IN IP4 127.0.0.1|a=ice-ufrag:abcd|candidate:1 1 udp 1 10.0.0.1 5 typ host|a=candidate:1 1 udp 2122260223 192.168.1.2 50000 typ host|10.0.0.1:5000|[2001:db8::1]:5|fe80::1|abc.local|typ|host|srflx|ufrag|network-cost|generation 0|ssrc:1|stun:|turn:a.b:3478|username|credential|401|INPROG|FAILED|failed|iceConnectionState|connectionState: failed|ICE|(pair)|pc1|remote|local|John|error|NotAllowedError|setRemoteDescription|offer|answer|type|sdp|INVITE sip:a@b SIP/2.0|SIP/2.0 200 OK|Content-Length: 10|HTTP/1.1 400 Bad Request|POST /whip|2024-01-02 03:04:05|12:34:56.789|[INFO]|eyJ|AAAA|abcdef0123456789|data:|base64,|&quot;|&lt;|%0D%0A|%22|#015#012|->|<-|=>|└|─|⏎|…|...`.split(
		'|'
	);
const MARKS = [...' \t\n"\'`{}[]()<>:=.,/*|x0', '\r\n', '\\r\\n', '> ', '| ', '// ', '-- '];
const OPENING = 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n';

/** Units that once were read again from each of their places. */
const ONCE_SLOW = [
	['', 'v=0\na=x:b c '],
	['', 'v=0⏎]…'],
	['', 'answericeConnectionStatenetwork-costfailed\r\na'],
	[OPENING, ' '],
	['POST /whip HTTP/1.1\r\n', '\t']
] as const;

const cost = (front: string, unit: string, length = 2000) =>
	costOfLength((times) => front + unit.repeat(times), Math.ceil(length / unit.length), recognise);

describe('A text that repeats itself costs in proportion to its length', () => {
	it.each(ONCE_SLOW)('%j, and then %j again and again', (front, unit) => {
		expect(cost(front, unit)).toBeLessThan(6);
	});

	const isLong = process.env.LONG === '1';
	const chance = new Chance(seedAsked(Math.floor(Math.random() * 1e6)));
	it.for(Array.from({ length: isLong ? 400 : 12 }, () => pasted(chance)))(
		`%j, and then %j again and again (SEED=${chance.seed})`,
		([front, unit]) => {
			expect(cost(front, unit)).toBeLessThan(6);
		}
	);
});

/** A few pieces and marks in a row, perhaps behind the beginning of a description. */
function pasted(chance: Chance): [front: string, unit: string] {
	const one = () => {
		const from = chance.next() < 0.5 ? PIECES : MARKS;
		return from[chance.whole(0, from.length - 1)]!;
	};
	const front = chance.next() < 0.3 ? OPENING : '';
	return [front, Array.from({ length: chance.whole(1, 7) }, one).join('')];
}
