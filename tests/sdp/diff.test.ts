import { describe, expect, it } from 'vitest';
import { annotate, diff, type SectionDiff } from '../../src/lib/sdp';
import { fixture, FIXTURES } from './fixtures';

const between = (before: string, after: string) => diff(fixture(before), fixture(after));
const finding = (section: SectionDiff | undefined, about: string) =>
	section?.findings.find((found) => found.about === about);

/** An audio section to vary. */
const offer = (...lines: string[]) =>
	['o=john 1 1 IN IP4 0.0.0.0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0 8', ...lines].join('\n');
const answer = (...lines: string[]) =>
	['o=jane 2 1 IN IP4 0.0.0.0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0 8', ...lines].join('\n');

describe('an offer and its answer', () => {
	it('recognises them by their origin, and without it by actpass', () => {
		expect(between('chromium-offer-created', 'chromium-answer-created').relation).toBe('answer');
		const [first, second] = ['a=setup:actpass', 'a=setup:active'].map(
			(l) => `m=audio 9 RTP/AVP 0\n${l}`
		);
		expect(diff(first ?? '', second ?? '').relation).toBe('answer');
		expect(diff(first ?? '', second ?? '', 'revision').relation).toBe('revision');
	});

	it('takes annotations as well as text', () => {
		expect(diff(annotate(offer()), annotate(answer())).relation).toBe('answer');
	});

	it('accepts what is answered as it was offered', () => {
		const { sections, summary } = between('chromium-offer-created', 'chromium-answer-created');
		expect(sections.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
		expect(summary).toBe('Of 3 offered sections: 3 accepted.');
	});

	it('settles actpass → active: the answerer becomes the DTLS client', () => {
		const { sections } = between('chromium-offer-created', 'chromium-answer-created');
		expect(finding(sections[0], 'setup')).toMatchObject({
			verdict: 'settled',
			meaning:
				'actpass → active: the answerer is the DTLS client and sends the ClientHello, the offerer is the server.'
		});
	});

	it.each([
		['actpass', 'passive', 'settled', /offerer is the DTLS client/],
		['active', 'passive', 'settled', /offerer is the DTLS client/],
		['passive', 'active', 'settled', /answerer is the DTLS client/],
		['actpass', 'actpass', 'wrong', /an answer must choose/],
		['passive', 'passive', 'wrong', /do not go together/],
		['active', 'active', 'wrong', /do not go together/]
	])('judges the roles %s → %s', (offered, answered, verdict, meaning) => {
		const { sections } = diff(offer(`a=setup:${offered}`), answer(`a=setup:${answered}`));
		expect(finding(sections[0], 'setup')).toMatchObject({ verdict });
		expect(finding(sections[0], 'setup')?.meaning).toMatch(meaning);
	});

	it.each([
		['sendrecv', 'sendrecv', 'kept', /both ways/],
		['sendrecv', 'recvonly', 'narrowed', /offerer to the answerer only/],
		['sendrecv', 'sendonly', 'narrowed', /answerer to the offerer only/],
		['sendrecv', 'inactive', 'narrowed', /no media/],
		['sendonly', 'recvonly', 'kept', /offerer to the answerer only/],
		['recvonly', 'sendonly', 'kept', /answerer to the offerer only/],
		['sendonly', 'sendrecv', 'wrong', /not offered/],
		['inactive', 'inactive', 'kept', /no media/]
	])('judges the directions %s → %s', (offered, answered, verdict, meaning) => {
		const { sections } = diff(offer(`a=${offered}`), answer(`a=${answered}`));
		expect(finding(sections[0], 'direction')).toMatchObject({ verdict });
		expect(finding(sections[0], 'direction')?.meaning).toMatch(meaning);
	});

	it('calls a section with port 0 rejected', () => {
		const { sections, session } = between('jsep-offer', 'jsep-answer');
		expect(sections.map(({ outcome }) => outcome)).toEqual(['narrowed', 'rejected', 'accepted']);
		expect(session.find(({ about }) => about === 'BUNDLE')).toMatchObject({
			verdict: 'narrowed',
			meaning: 'One transport for a1 and d1; v1 is rejected, and so not in it.'
		});
	});

	it('compares codecs by what they are, not by their payload types', () => {
		const { sections } = between('chromium-offer-created', 'firefox-answer-created');
		expect(finding(sections[0], 'codecs')).toMatchObject({ verdict: 'narrowed' });
		expect(finding(sections[0], 'codecs')?.meaning).toBe(
			'5 of 8 offered codecs kept, without red, CN and telephone-event; opus is preferred.'
		);
	});

	it('finds no common codec where only the profile differs', () => {
		const h264 = (pt: number, profile: string, role: string) =>
			`o=${role} ${pt} 1 IN IP4 0.0.0.0\nm=video 9 UDP/TLS/RTP/SAVPF ${pt}\na=rtpmap:${pt} H264/90000\na=fmtp:${pt} packetization-mode=1;profile-level-id=${profile}`;
		const codecs = (offered: string, answered: string) =>
			finding(diff(h264(96, offered, 'john'), h264(97, answered, 'jane')).sections[0], 'codecs');
		expect(codecs('42e01f', '42e034')?.verdict).toBe('kept');
		expect(codecs('42e01f', '640c1f')?.verdict).toBe('wrong');
	});

	it('says which header extensions are dropped', () => {
		const { sections } = between('firefox-max-bundle-offer', 'firefox-max-bundle-answer');
		expect(finding(sections[1], 'header extensions')).toMatchObject({
			verdict: 'narrowed',
			meaning: '4 of 5 header extensions kept, without playout delay.'
		});
	});

	it('says that simulcast was refused, or accepted', () => {
		const refused = between('chromium-simulcast-offer', 'chromium-simulcast-answer');
		expect(finding(refused.sections[1], 'simulcast')?.verdict).toBe('refused');
		const accepted = between('chromium-simulcast-offer', 'sfu-answer');
		expect(finding(accepted.sections[1], 'simulcast')?.verdict).toBe('kept');
	});

	it('lets the full agent control where the other is ICE-lite', () => {
		const { session } = between('chromium-simulcast-offer', 'sfu-answer');
		expect(session.find(({ about }) => about === 'ICE role')?.meaning).toBe(
			'The offerer controls ICE, because the answerer is ICE-lite: it chooses the pair that is used.'
		);
	});

	it('misses sections that the answer lacks, and wonders at those it adds', () => {
		const two = `${answer()}\nm=video 9 UDP/TLS/RTP/SAVPF 31`;
		expect(diff(offer(), two).sections.map(({ outcome }) => outcome)).toEqual([
			'accepted',
			'unasked'
		]);
		const twoOffered = `${offer()}\nm=video 9 UDP/TLS/RTP/SAVPF 31`;
		expect(diff(twoOffered, answer()).sections[1]?.outcome).toBe('missing');
	});

	it('counts a single thing as one', () => {
		const one = (id: number) =>
			[`o=x ${id} 1 IN IP4 0.0.0.0`, 'm=audio 9 RTP/AVP 0', 'a=extmap:1 urn:x'].join('\n');
		const { sections } = diff(one(1), one(2));
		expect(finding(sections[0], 'codecs')?.meaning).toBe('The offered codec is kept.');
		expect(finding(sections[0], 'header extensions')?.meaning).toBe(
			'The header extension is kept.'
		);
	});

	it.each([
		['actpass', 'holdconn', 'settled', 'actpass → holdconn: no connection is made for now.'],
		['actpass', '', 'wrong', 'actpass was offered, and the answer names no DTLS role: it must.']
	])('judges the roles %s → %j too', (offered, answered, verdict, meaning) => {
		const roles = diff(
			offer(`a=setup:${offered}`),
			answered === '' ? answer() : answer(`a=setup:${answered}`)
		);
		expect(finding(roles.sections[0], 'setup')).toMatchObject({ verdict, meaning });
	});

	it('knows no ICE role where there is no ICE', () => {
		expect(diff(offer(), answer()).session).toEqual([]);
		const ice = 'a=ice-ufrag:abcd';
		expect(diff(offer(ice), answer(ice)).session).toMatchObject([{ about: 'ICE role' }]);
	});

	it('finds what an answer may not change', () => {
		const video = answer('a=mid:1').replace('m=audio', 'm=video');
		expect(finding(diff(offer('a=mid:0'), video).sections[0], 'm')).toMatchObject({
			verdict: 'wrong',
			meaning: 'Audio was offered, video is answered: the kind may not change.'
		});
		const renamed = diff(offer('a=mid:0'), answer('a=mid:1')).sections[0];
		expect(finding(renamed, 'mid')?.meaning).toMatch(/“0” in the offer and “1” in the answer/);
		expect(renamed?.summary).toBe('Audio is answered against the rules: mid.');
		const revived = diff(offer().replace(' 9 ', ' 0 '), answer()).sections[0];
		expect(finding(revived, 'm')?.meaning).toMatch(/^The offer had port 0/);
	});

	it('tells less from what is against the rules', () => {
		const { sections } = diff(offer('a=setup:active', 'a=rtcp-mux'), answer('a=setup:active'));
		expect(sections[0]?.summary).toBe(
			'Audio is accepted with less than was offered: rtcp-mux; answered against the rules: setup.'
		);
	});

	it.each([
		['send a;b;c', 'recv a;b', 'narrowed', '2 of 3 simulcast versions kept.'],
		['send a,b;c', 'recv b;c', 'kept', 'Simulcast with 2 versions is accepted.'],
		['send a;b', 'send a;b', 'wrong', 'No simulcast version of the offer is in the answer.']
	])('compares simulcast: %s, %s', (offered, answered, verdict, meaning) => {
		const rids = (streams: string) => {
			const [direction, names = ''] = streams.split(' ');
			const lines = names.split(/[,;]/).map((id) => `a=rid:${id} ${direction}`);
			return [`a=simulcast:${streams}`, ...lines];
		};
		const { sections } = diff(offer(...rids(offered)), answer(...rids(answered)));
		expect(finding(sections[0], 'simulcast')).toMatchObject({ verdict, meaning });
	});

	it('tells one encrypted header extension from another', () => {
		const encrypted = (name: string) =>
			`a=extmap:4 urn:ietf:params:rtp-hdrext:encrypt urn:ietf:params:rtp-hdrext:${name}`;
		const { sections } = diff(
			offer(encrypted('sdes:mid'), encrypted('toffset')),
			answer(encrypted('toffset'))
		);
		expect(finding(sections[0], 'header extensions')?.meaning).toBe(
			'1 of 2 header extensions kept, without MID, encrypted.'
		);
	});

	it('compares anything with anything', () => {
		for (const before of FIXTURES) {
			for (const after of ['', 'nonsense\n\n', fixture('safari-offer')]) {
				for (const relation of ['answer', 'revision'] as const) {
					expect(diff(fixture(before), after, relation).summary).toMatch(/\.$/);
				}
			}
		}
	});
});
