import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { occurrences, type Place } from '../../src/lib/trace/occurrences';
import { isSameValue, valuesInLine, type FollowedValue } from '../../src/lib/trace/values';
import { OFFER, ANSWER, call, first, stats, view } from './session';

/** The values of one kind in a text of one description, as `line: value`. */
function valuesIn(sdp: string, kind: FollowedValue['kind']) {
	return annotate(sdp).lines.flatMap((line) =>
		valuesInLine(line, 'john')
			.filter((value) => value.kind === kind)
			.map(({ value, mid }) => (mid === undefined ? value : `${value} in ${mid}`))
	);
}

const kindsOf = (places: readonly Place[]) =>
	[...new Set(places.map(({ kind, peer }) => `${peer}: ${kind}`))].sort();

const linesOf = (places: readonly Place[], peer: string, name: string) =>
	places.flatMap((place) =>
		place.kind === 'description' && place.peer === peer && place.name === name ? [place.line] : []
	);

const ufrag = (value: string): FollowedValue => ({ kind: 'ufrag', value });
const JOHNS = first(OFFER, /^a=ice-ufrag:(\S+)/m);

describe('the values in a line', () => {
	it.each([
		['a=ice-ufrag:CuL1', ['ufrag CuL1']],
		['a=ice-pwd:322zXO/YVqIjwoHPnwz7wO9M', ['password 322zXO/YVqIjwoHPnwz7wO9M']],
		['a=mid:0', ['mid 0']],
		['a=group:BUNDLE 0 1', ['mid 0', 'mid 1']],
		['a=msid:s t', ['stream s', 'track t']],
		['a=msid:- t', ['track t']],
		['a=msid-semantic: WMS *', []],
		['a=ssrc:1 cname:1', ['SSRC 1']],
		['a=ssrc:1 msid:s t', ['SSRC 1', 'stream s', 'track t']],
		['a=ssrc-group:FID 1 2', ['SSRC 1', 'SSRC 2']],
		['a=extmap:4/sendonly urn:x', ['header extension 4']],
		['a=rid:h send', ['rid h']],
		['a=simulcast:send q;~h', ['rid q', 'rid h']],
		['a=fingerprint:sha-256 ab:cd', ['fingerprint AB:CD']],
		['c=IN IP4 0.0.0.0', []],
		['c=IN IP6 FD00::2', ['address fd00::2']],
		['a=sctp-port:5000', []],
		[
			'a=candidate:7 1 udp 1 192.0.2.1 5000 typ srflx raddr 10.0.0.1 rport 9 ufrag abcd',
			['foundation 7', 'address 192.0.2.1', 'port 5000', 'address 10.0.0.1', 'ufrag abcd']
		],
		['nonsense', []],
		['a=candidate:', []]
	])('%s', (text, expected) => {
		const found = valuesInLine(annotate(text).lines[0]!);
		expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
	});

	it('are where they say', () => {
		for (const line of annotate(OFFER).lines) {
			for (const { start, end, value } of valuesInLine(line)) {
				expect(line.text.slice(start, end).toLowerCase()).toBe(value.toLowerCase());
			}
		}
	});

	it('have payload types in m=, rtpmap, fmtp with apt and RED, and rtcp-fb, per section', () => {
		const sdp = [
			'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
			'a=mid:a',
			'a=rtpmap:111 opus/48000/2',
			'a=rtpmap:63 red/48000/2',
			'a=fmtp:63 111/111',
			'a=fmtp:111 minptime=10',
			'm=video 9 UDP/TLS/RTP/SAVPF 96 97',
			'a=rtpmap:96 VP8/90000',
			'a=rtcp-fb:96 nack',
			'a=rtcp-fb:* nack',
			'a=rtpmap:97 rtx/90000',
			'a=fmtp:97 apt=96'
		].join('\n');
		expect(valuesIn(sdp, 'payload type')).toEqual([
			...['111', '63', '111', '63', '63', '111', '111', '111'].map((type) => `${type} in a`),
			...['96', '97', '96', '96', '97', '97', '96'].map((type) => `${type} in #1`)
		]);
	});

	it('have no payload types where SCTP is meant', () => {
		const sdp = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel\na=mid:2';
		expect(valuesIn(sdp, 'payload type')).toEqual([]);
	});
});

describe('two values are the same', () => {
	it('only when they are of one kind', () => {
		expect(isSameValue({ kind: 'port', value: '111' }, { kind: 'SSRC', value: '111' })).toBe(false);
	});

	it('only in one section, for payload types', () => {
		const opus: FollowedValue = { kind: 'payload type', value: '111', mid: '0' };
		expect(isSameValue(opus, { ...opus })).toBe(true);
		expect(isSameValue(opus, { ...opus, mid: '1' })).toBe(false);
	});

	it('only on one side, for foundations, unless the side is not known', () => {
		const zero: FollowedValue = { kind: 'foundation', value: '0', peer: 'john' };
		expect(isSameValue(zero, { ...zero, peer: 'jane' })).toBe(false);
		expect(isSameValue(zero, { kind: 'foundation', value: '0' })).toBe(true);
	});
});

/** The kinds of places that what John gathers is in, once it was signaled and selected. */
const EVERYWHERE = [
	'jane: call',
	'jane: description',
	'jane: pair',
	'jane: remote candidate',
	'jane: selected pair',
	'john: description',
	'john: local candidate',
	'john: message',
	'john: pair',
	'john: selected pair'
];

describe('following a value', () => {
	it('finds John’s ufrag in his descriptions, his candidates, the messages and the pairs', () => {
		const places = occurrences(view(), ufrag(JOHNS));
		expect(kindsOf(places)).toEqual(EVERYWHERE);
	});

	it('finds it by line, in what he set and in what she was given', () => {
		const places = occurrences(view(), ufrag(JOHNS));
		const expected = OFFER.split('\n').flatMap((line, at) =>
			line.startsWith('a=ice-ufrag:') ? [at + 1] : []
		);
		expect(linesOf(places, 'john', 'currentLocalDescription')).toEqual(expected);
		expect(linesOf(places, 'jane', 'currentRemoteDescription')).toEqual(expected);
		expect(linesOf(places, 'john', 'currentRemoteDescription')).toEqual([]);
	});

	it('finds it in a pair with a peer-reflexive end, which no candidate was given for', () => {
		const one = call();
		const report = stats(ANSWER, OFFER, '198.51.100.7');
		one.stats('jane', report);
		expect(kindsOf(occurrences(view(one), ufrag(JOHNS)))).toContain('jane: selected pair');
	});

	it('finds a port in the candidates and in what the browser reports, even of a hidden address', () => {
		const port = first(OFFER, /^a=candidate:\S+ \d+ udp \d+ \S+ (\d+)/m);
		const one = call();
		one.stats('jane', stats(ANSWER, OFFER, null));
		const places = occurrences(view(one), { kind: 'port', value: port });
		expect(kindsOf(places)).toEqual(EVERYWHERE);
	});

	it('never takes a payload type for a port, nor a port for a payload type', () => {
		const one = call();
		one.event('john', 'icecandidate', {
			candidate: {
				candidate: 'candidate:1 1 udp 1 192.0.2.9 111 typ host',
				sdpMid: '0',
				sdpMLineIndex: 0,
				usernameFragment: null
			}
		});
		const types = occurrences(view(one), { kind: 'payload type', value: '111', mid: '0' });
		expect(kindsOf(types)).toEqual(['jane: description', 'john: description']);
		const ports = occurrences(view(one), { kind: 'port', value: '111' });
		expect(kindsOf(ports)).toEqual(['john: local candidate']);
	});

	it('finds a payload type in its section and in the mirrored one only', () => {
		const places = occurrences(view(), { kind: 'payload type', value: '111', mid: '0' });
		const lines = annotate(OFFER).lines;
		for (const number of linesOf(places, 'john', 'currentLocalDescription')) {
			expect(lines[number - 1]?.section.mid).toBe('0');
		}
		expect(linesOf(places, 'jane', 'currentLocalDescription').length).toBeGreaterThan(2);
		expect(occurrences(view(), { kind: 'payload type', value: '111', mid: '1' })).toEqual([]);
	});

	it('finds a foundation on the side that counts it', () => {
		const value = first(OFFER, /^a=candidate:(\S+)/m);
		const places = occurrences(view(), { kind: 'foundation', value, peer: 'john' });
		expect(kindsOf(places)).toContain('john: selected pair');
		expect(kindsOf(places)).toContain('jane: remote candidate');
		expect(occurrences(view(), { kind: 'foundation', value, peer: 'jane' })).toEqual([]);
	});

	it('finds a mid in groups, candidates and reported streams', () => {
		const one = call();
		const rtp = { kind: 'audio', mid: '0', codec: null, packets: 0, bytes: 0 };
		one.stats('john', { ...stats(OFFER, ANSWER), outbound: [rtp] });
		const kinds = kindsOf(occurrences(view(one), { kind: 'mid', value: '0' }));
		expect(kinds).toContain('john: RTP stream');
		expect(kinds).toContain('jane: remote candidate');
		expect(kinds).not.toContain('john: selected pair');
	});

	it('finds a track in msid lines, among the tracks and in calls', () => {
		const one = call();
		const track = first(OFFER, /^a=msid:\S+ (\S+)/m);
		one.done('john', 'addTrack', { kind: 'audio', id: track, label: 'x' });
		one.event('jane', 'track', { kind: 'audio', id: track, label: 'x' });
		const kinds = kindsOf(occurrences(view(one), { kind: 'track', value: track }));
		expect(kinds).toEqual([
			'jane: description',
			'jane: track',
			'john: call',
			'john: description',
			'john: track'
		]);
	});

	it('finds a fingerprint in what the browser says of DTLS, whatever its letters', () => {
		const value = first(OFFER, /^a=fingerprint:sha-256 (\S+)/m);
		const one = call();
		const dtls = { state: 'connected', role: 'server', cipher: null, srtp: null };
		const report = { ...stats(OFFER, ANSWER), dtls: { ...dtls, local: value.toLowerCase() } };
		one.stats('john', report);
		const kinds = kindsOf(occurrences(view(one), { kind: 'fingerprint', value }));
		expect(kinds).toEqual(['jane: description', 'john: DTLS', 'john: description']);
	});

	it('finds what calls are given, descriptions among it', () => {
		const one = call();
		const seq = one.call('jane', 'setRemoteDescription', { type: 'offer', sdp: OFFER });
		const places = occurrences(view(one), ufrag(JOHNS));
		expect(places).toContainEqual({
			kind: 'call',
			peer: 'jane',
			seq,
			name: 'setRemoteDescription'
		});
	});

	it('finds nothing of a value that does not occur', () => {
		expect(occurrences(view(), ufrag('none'))).toEqual([]);
	});
});
