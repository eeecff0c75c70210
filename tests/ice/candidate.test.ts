import { describe, expect, it } from 'vitest';
import { parseCandidate } from '../../src/lib/ice';

const CHROMIUM =
	'candidate:2647008507 1 udp 2122194687 192.0.2.2 57536 typ host generation 0 ufrag CuL1 network-id 1';

describe('parsing a candidate', () => {
	it('reads what Chromium trickles', () => {
		expect(parseCandidate(CHROMIUM)).toMatchObject({
			problem: null,
			candidate: {
				foundation: '2647008507',
				component: 1,
				transport: 'udp',
				priority: 2122194687,
				address: '192.0.2.2',
				port: 57536,
				type: 'host',
				relatedAddress: null,
				relatedPort: null,
				tcpType: null,
				usernameFragment: 'CuL1',
				extensions: [
					['generation', '0'],
					['network-id', '1']
				]
			}
		});
	});

	it('reads the line of a description as it reads the candidate alone', () => {
		expect(parseCandidate(`a=${CHROMIUM}`).candidate).toEqual(parseCandidate(CHROMIUM).candidate);
	});

	it('reads a relayed candidate and what is behind it', () => {
		const text = 'candidate:3 1 udp 255 192.0.2.100 12100 typ relay raddr 198.51.100.1 rport 11100';
		expect(parseCandidate(text).candidate).toMatchObject({
			type: 'relay',
			relatedAddress: '198.51.100.1',
			relatedPort: 11100
		});
	});

	it('reads how a TCP candidate connects', () => {
		const text = 'candidate:2 1 TCP 2105458943 host.local 9 typ host tcptype active';
		expect(parseCandidate(text).candidate).toMatchObject({ transport: 'TCP', tcpType: 'active' });
	});

	it('takes the empty text for the end of candidates', () => {
		expect(parseCandidate('')).toEqual({ fields: [], candidate: null, problem: null });
	});

	it('gives fields that cut the text where its words are', () => {
		const { fields } = parseCandidate(`a=${CHROMIUM}`);
		const words = fields.map(({ start, end }) => `a=${CHROMIUM}`.slice(start, end));
		expect(words.join(' ')).toBe(CHROMIUM.slice('candidate:'.length));
		expect(fields[3]?.name).toBe('priority');
	});

	it.each([
		['candidate:', /ends before its foundation/],
		['candidate:1 1 udp', /ends before its priority/],
		['candidate:1 0 udp 1 1.2.3.4 5 typ host', /component/],
		['candidate:1 1 udp x 1.2.3.4 5 typ host', /priority must be/],
		['candidate:1 1 udp 4294967296 1.2.3.4 5 typ host', /priority must be/],
		['candidate:1 1 udp 1 1.2.3.4 65536 typ host', /port must be/],
		['candidate:1 1 udp 1 1.2.3.4 5', /type/],
		['candidate:1 1 udp 1 1.2.3.4 5 typ', /“typ” has no value/],
		['candidate:1 1 udp 1 1.2.3.4 5 typ srflx raddr 1.2.3.4 rport x', /related port/],
		[`candidate:${'1'.repeat(33)} 1 udp 1 1.2.3.4 5 typ host`, /32 characters/]
	])('says what is wrong with %s', (text, problem) => {
		expect(parseCandidate(text).candidate).toBeNull();
		expect(parseCandidate(text).problem).toMatch(problem);
	});
});
