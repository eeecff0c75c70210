import { describe, expect, it } from 'vitest';
import { changeNamed } from '../../src/lib/breaks';
import { annotate } from '../../src/lib/sdp';
import { fixture } from '../sdp/fixtures';
import {
	ANSWERS,
	compared,
	HOST,
	LOCAL,
	OFFERS,
	REAL,
	RELAY,
	SRFLX,
	withCandidates
} from './messages';

const change = (id: string, text: string) => changeNamed(id).change(text);

/** What a change removes and adds; it must be one that is for the text. */
function effect(id: string, text: string) {
	const after = change(id, text);
	if (after === null) throw new Error(`${id} is not for this text`);
	return compared(text, after);
}

describe.each(REAL)('in %s', (name) => {
	const sdp = fixture(name);
	const having = (start: string) => sdp.split('\r\n').filter((line) => line.startsWith(start));

	it.each([
		['another-ufrag', 'a=ice-ufrag:'],
		['another-password', 'a=ice-pwd:']
	])('%s changes one character of each, and no two become one', (id, attribute) => {
		const { removed, added } = effect(id, sdp);
		expect(removed).toEqual(having(attribute));
		expect(added).toHaveLength(removed.length);
		expect(new Set(added).size).toBe(new Set(removed).size);
		for (const [at, line] of added.entries()) {
			expect(line).toMatch(/^a=ice-(?:ufrag:[\w+/]{4,256}|pwd:[\w+/]{22,256})$/);
			expect(differing(line, removed[at]!)).toBe(1);
		}
	});

	it('fingerprint-digit changes one digit of each', () => {
		const { removed, added } = effect('fingerprint-digit', sdp);
		expect(removed).toEqual(having('a=fingerprint:'));
		for (const [at, line] of added.entries()) {
			expect(line).toMatch(/^a=fingerprint:sha-256 (?:[\dA-F]{2}:){31}[\dA-F]{2}$/);
			expect(differing(line, removed[at]!)).toBe(1);
		}
	});

	it.each([
		['no-fingerprint', 'a=fingerprint:'],
		['no-rtcp-mux', 'a=rtcp-mux'],
		['no-bundle', 'a=group:BUNDLE']
	])('%s removes all of its lines', (id, start) => {
		expect(effect(id, sdp)).toEqual({ removed: having(start), added: [] });
	});

	it('mid-removed removes the name of the first section', () => {
		expect(effect('mid-removed', sdp)).toEqual({ removed: [having('a=mid:')[0]], added: [] });
	});

	it('m-lines-swapped moves lines alone, and gives the same back when it is done again', () => {
		const after = change('m-lines-swapped', sdp)!;
		expect(compared(sdp, after)).toEqual({ removed: [], added: [] });
		const kinds = (text: string) => [...text.matchAll(/^m=(\w+)/gm)].map(([, kind]) => kind);
		const [first, second, ...others] = kinds(sdp);
		expect(kinds(after)).toEqual([second, first, ...others]);
		expect(change('m-lines-swapped', after)).toBe(sdp);
	});

	it('codec-removed takes VP8 and its retransmission, and nothing refers to them', () => {
		const { removed, added } = effect('codec-removed', sdp);
		expect(removed[0]).toMatch(/^m=video /);
		expect(added).toHaveLength(1);
		const [, vp8] = /^a=rtpmap:(\d+) VP8/m.exec(sdp)!;
		const [, rtx] = new RegExp(`^a=fmtp:(\\d+) apt=${vp8}\r$`, 'm').exec(sdp)!;
		const formats = (line: string) => line.split(' ').slice(3);
		const gone = formats(removed[0]!).filter((format) => !formats(added[0]!).includes(format));
		expect(gone).toEqual([vp8, rtx]);
		for (const line of removed.slice(1)) {
			expect(line).toMatch(new RegExp(`^a=(?:rtpmap|fmtp|rtcp-fb):(?:${vp8}|${rtx}) `));
		}
		const [section] = annotate(change('codec-removed', sdp)!).sections.filter(
			({ kind }) => kind === 'video'
		);
		expect(section!.codecs.has(vp8!) || section!.codecs.has(rtx!)).toBe(false);
	});

	it('direction is changed in what sends pictures alone', () => {
		const sending = annotate(sdp).sections.filter(
			({ kind, direction }) => kind === 'video' && /^send/.test(direction)
		);
		if (sending.length === 0) {
			expect(change('direction', sdp)).toBeNull();
			return;
		}
		const { removed, added } = effect('direction', sdp);
		expect(removed).toEqual(sending.map(({ direction }) => `a=${direction}`));
		expect(added.every((line) => /^a=(?:recvonly|inactive)$/.test(line))).toBe(true);
		const after = annotate(change('direction', sdp)!).sections;
		for (const { index } of sending) {
			expect(after[index]!.direction).toMatch(/^(?:recvonly|inactive)$/);
		}
	});

	it('no-candidates removes them and their end, where there are any', () => {
		const candidates = having('a=candidate:');
		const id = 'no-candidates';
		if (candidates.length === 0) expect(change(id, sdp)).toBeNull();
		else {
			const { removed, added } = effect(id, sdp);
			expect(added).toEqual([]);
			expect(new Set(removed)).toEqual(new Set([...candidates, ...having('a=end-of-candidates')]));
		}
	});

	it('relay-only is for what has a relay candidate beside others, and keeps it', () => {
		expect(change('relay-only', sdp)).toBeNull();
		const { removed, added } = effect('relay-only', withCandidates(name));
		expect(added).toEqual([]);
		expect(removed.length).toBe(having('a=candidate:').length + 2);
		expect(removed.some((line) => line.includes('typ relay'))).toBe(false);
		const left = change('relay-only', withCandidates(name))!;
		expect(left).toContain(`a=${RELAY.candidate}\r\n`);
		expect(change('relay-only', left)).toBeNull();
	});
});

describe('the role in DTLS', () => {
	const rolesOf = (text: string) => new Set(text.match(/^a=setup:.*(?=\r)/gm));

	it.each(OFFERS)('is decided in %s, where it was left open', (name) => {
		const offer = fixture(name);
		const after = change('setup-in-offer', offer)!;
		expect(rolesOf(after)).toEqual(new Set(['a=setup:active']));
		expect(after.replaceAll('a=setup:active', 'a=setup:actpass')).toBe(offer);
		expect(change('setup', offer)).toBeNull();
		expect(change('setup-actpass-in-answer', offer)).toBeNull();
	});

	it.each(ANSWERS)('is turned round in %s, or left open', (name) => {
		const answer = fixture(name);
		expect(rolesOf(answer)).toEqual(new Set(['a=setup:active']));
		const turned = change('setup', answer)!;
		expect(turned).toBe(answer.replaceAll('a=setup:active', 'a=setup:passive'));
		expect(change('setup', turned)).toBe(answer);
		const open = change('setup-actpass-in-answer', answer)!;
		expect(open).toBe(answer.replaceAll('a=setup:active', 'a=setup:actpass'));
		expect(change('setup-actpass-in-answer', open)).toBeNull();
		expect(change('setup-in-offer', answer)).toBeNull();
	});
});

describe('the first codec', () => {
	const section = (formats: string, ...lines: string[]) =>
		['v=0', 'm=audio 9 RTP/AVP 0', `m=video 9 RTP/AVP ${formats}`, ...lines, ''].join('\r\n');

	it('goes with all its payload types, whatever their parameters', () => {
		const text = section(
			'96 97 98 99 100',
			'a=rtpmap:96 H264/90000',
			'a=fmtp:96 packetization-mode=1',
			'a=rtpmap:97 rtx/90000',
			'a=fmtp:97 apt=96;rtx-time=3000',
			'a=rtpmap:98 h264/90000',
			'a=rtpmap:99 VP8/90000',
			'a=rtcp-fb:* nack',
			'a=rtpmap:100 red/90000'
		);
		const left = section(
			'99 100',
			'a=rtpmap:99 VP8/90000',
			'a=rtcp-fb:* nack',
			'a=rtpmap:100 red/90000'
		);
		expect(change('codec-removed', text)).toBe(left);
	});

	it('stays where only its helpers would be left', () => {
		const text = section(
			'96 97 98',
			'a=rtpmap:96 VP8/90000',
			'a=rtpmap:97 rtx/90000',
			'a=fmtp:97 apt=96',
			'a=rtpmap:98 ulpfec/90000'
		);
		expect(change('codec-removed', text)).toBeNull();
	});
});

describe('of a candidate', () => {
	it.each([
		['another-ufrag-candidate', 'ufrag m000', 'ufrag n000'],
		['another-port', ' 60091 typ', ' 9 typ'],
		['another-address', '192.0.2.7', '192.0.2.1']
	])('%s changes that alone', (id, from, to) => {
		expect(change(id, HOST.candidate)).toBe(HOST.candidate.replace(from, to));
	});

	it('the related address and port stay', () => {
		expect(change('another-port', SRFLX.candidate)).toContain(
			' 9 typ srflx raddr 192.0.2.7 rport 60091'
		);
		expect(change('another-address', SRFLX.candidate)).toContain(
			' 192.0.2.1 60091 typ srflx raddr 192.0.2.7'
		);
	});

	it('a port that is 9 already stays, as does a ufrag that is not there', () => {
		expect(change('another-port', HOST.candidate.replace('60091', '9'))).toBeNull();
		expect(change('another-ufrag-candidate', LOCAL.candidate)).toBeNull();
	});

	it('the whole line becomes a greeting', () => {
		expect(change('not-a-candidate', LOCAL.candidate)).toBe('hello');
	});
});

/** In how many places two texts of one length differ. */
function differing(one: string, other: string): number {
	expect(one).toHaveLength(other.length);
	return [...one].filter((character, at) => character !== other[at]).length;
}
