import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { DEMANDS } from '../../src/lib/diagnose/description/unreadable';
import { annotate, type Line } from '../../src/lib/sdp';
import { costOfLength } from '../tools/growth';
import { inSection, parts, without } from './damages';
import { added, BYTES, extensions, fingerprint, OFFER, tracks, TRIED } from './unreadable-lines';

const look = (sdp: string, role: 'offer' | 'answer' = 'offer') =>
	diagnose({ kind: 'description', role, given: { sdp, of: 'pasted-1' } }).findings;
const idsOf = (sdp: string, role: 'offer' | 'answer' = 'offer') =>
	look(sdp, role).map(({ id }) => id);

describe('a line that a browser cannot read', () => {
	it.each(TRIED)('%s', (id, wrong, right) => {
		const found = look(wrong).find((one) => one.id === id);
		expect(found).toMatchObject({ severity: 'breaks the call' });
		expect(found!.claim).toMatch(/^Line \d+ .*\.$/);
		expect(found!.because.length).toBeGreaterThan(0);
		expect(idsOf(right)).not.toContain(id);
	});

	it('is tried for each demand', () => {
		const tried = new Set(TRIED.map(([id]) => id));
		expect(DEMANDS.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
	});

	it('is so wherever it stands, but for demands that say that they look around', () => {
		const texts = [
			...new Set(TRIED.flatMap(([, wrong, right]) => `${wrong}${right}`.split('\r\n')))
		];
		const lines = texts.filter((text) => /^[^mv]=/.test(text) || text.includes('x'));
		const head = 'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0';
		// What lines refer to is in one section, and not in the other.
		const others = lines.filter((text) => !/^a=(?:rtpmap|rid):/.test(text));
		const everywhere = [
			...lines,
			'm=audio 9 UDP/TLS/RTP/SAVPF 0 96',
			...lines,
			'm=video 9 UDP/TLS/RTP/SAVPF 0 96',
			...others
		].join('\r\n');
		const { lines: placed } = annotate(`${head}\r\n${everywhere}\r\n`);
		const alone = DEMANDS.filter(({ looksAround }) => !looksAround);
		for (const text of lines) {
			const same = placed.filter((line) => line.text === text);
			expect(same.length, text).toBeGreaterThan(1);
			const [{ type, attribute }] = same as [Line];
			const name = type === 'a' ? attribute : type;
			for (const { id, fault } of alone.filter(({ on }) => !on || on.includes(name))) {
				expect(new Set(same.map(fault)).size, `${id}: ${text}`).toBe(1);
			}
		}
	});

	it('is no attribute that is called by the letter of a line', () => {
		const ids = new Set(idsOf(OFFER));
		for (const letter of 'vosciuepbtrzkm') {
			expect(idsOf(added(`a=${letter}:x`)).filter((id) => !ids.has(id))).toEqual([]);
		}
	});

	it('is found in a time that grows with the length of the text', () => {
		const ended = (count: number) => OFFER + '\r\n'.repeat(count);
		expect(costOfLength(ended, 1000, (sdp) => look(sdp))).toBeLessThan(6);
	});

	it('is said once with how many more there are', () => {
		const [found] = look(added('x=1\r\nx=2\r\nx=3')).filter(
			({ id }) => id === 'sdp.unknown-line-type'
		);
		expect(found!.claim).toContain('(and 2 more have this fault)');
		expect(found!.because).toHaveLength(3);
	});
});

describe('what is wrong with more than a line', () => {
	it.each([
		['sdp.line-ends', OFFER.replaceAll('\r\n', '\r'), OFFER.replaceAll('\r\n', '\n')],
		['sdp.empty-last-line', `${OFFER}\r\n`, OFFER],
		[
			'sdp.ice-credentials-too-long',
			OFFER.replaceAll(/^a=ice-pwd:.*/gm, `a=ice-pwd:${'a'.repeat(257)}`),
			OFFER.replaceAll(/^a=ice-pwd:.*/gm, `a=ice-pwd:${'a'.repeat(256)}`)
		],
		[
			'sdp.no-ice-credentials',
			OFFER.replaceAll(/^a=ice-ufrag:.*/gm, 'a=ice-ufrag:'),
			OFFER.replaceAll(/^a=ice-ufrag:.*/gm, 'a=ice-ufrag:abcd')
		],
		[
			'sdp.fingerprint-length',
			fingerprint(`a=fingerprint:sha-256 ${BYTES.slice(3)}`),
			fingerprint(`a=fingerprint:sha-256 ${BYTES}`)
		],
		[
			'sdp.setup-unknown',
			OFFER.replaceAll('a=setup:actpass', 'a=setup:nobody'),
			OFFER.replaceAll('a=setup:actpass', 'a=setup:active')
		],
		[
			'offer.transport-not-repeated',
			inSection(OFFER, 1, (section) => without(section, 'ice-ufrag', 'ice-pwd')),
			inSection(OFFER, 1, (section) =>
				without(section, 'ice-ufrag', 'ice-pwd').replace('a=mid:1', 'a=mid:1\r\na=bundle-only')
			)
		],
		[
			'sdp.bundle-names-twice',
			OFFER.replace('BUNDLE 0 1 2', 'BUNDLE 0 1 1 2'),
			OFFER.replace('BUNDLE 0 1 2', 'BUNDLE 1 0 2')
		],
		[
			'sdp.bundles-overlap',
			OFFER.replace('BUNDLE 0 1 2', 'BUNDLE 0 1\r\na=group:BUNDLE 1 2'),
			OFFER.replace('BUNDLE 0 1 2', 'BUNDLE 0 1\r\na=group:BUNDLE 2')
		],
		[
			'offer.rejected-in-bundle',
			OFFER.replace(/^m=audio \d+/m, 'm=audio 0'),
			OFFER.replace(/^m=video \d+/m, 'm=video 0')
		],
		[
			'sdp.extension-repeated',
			added('a=extmap:14 urn:a\r\na=extmap:14 urn:a'),
			added('a=extmap:14 urn:a')
		],
		['sdp.extension-id-in-bundle', extensions('urn:a', 'urn:b'), extensions('urn:a', 'urn:a')],
		['sdp.track-twice', tracks('stream one', 'stream one'), tracks('stream one', 'stream two')],
		[
			'sdp.retransmission-of-nothing',
			OFFER.replace(/^a=fmtp:(\d+) apt=\d+/m, 'a=fmtp:$1 apt=58'),
			OFFER
		],
		[
			'sdp.no-codec-named',
			inSection(OFFER, 1, (section) => without(section, 'rtpmap', 'fmtp', 'rtcp-fb')),
			inSection(
				OFFER,
				1,
				(section) => `${without(section, 'rtpmap', 'fmtp', 'rtcp-fb')}a=rtpmap:96 VP8/90000\r\n`
			)
		]
	])('%s', (id, wrong, right) => {
		const found = look(wrong).find((one) => one.id === id);
		expect(found?.claim).toMatch(/[.”]$/);
		expect(found!.because.length).toBeGreaterThan(0);
		expect(idsOf(right)).not.toContain(id);
	});

	it('that an answer has no port of SCTP, and not that an offer has none', () => {
		const none = OFFER.replace(/^a=sctp-port:.*/m, 'a=sctp-port:0');
		expect(idsOf(none, 'answer')).toContain('answer.sctp-port-of-none');
		expect(idsOf(OFFER, 'answer')).not.toContain('answer.sctp-port-of-none');
		expect(idsOf(none)).not.toContain('answer.sctp-port-of-none');
	});

	it('a nameless section, as each browser sees it', () => {
		const refused = (sdp: string) => look(sdp).find(({ id }) => id === 'sdp.no-mid')?.refusedBy;
		// Chromium calls it 0, and finds that name taken.
		expect(refused(OFFER.replace('a=mid:1\r\n', ''))).toEqual(['Chromium']);
		// Firefox looks for the first of the bundle.
		expect(refused(OFFER.replace('a=mid:0\r\n', ''))).toEqual(['Firefox']);
		const words = OFFER.replace('a=mid:1\r\n', '').replace('a=mid:0\r\n', 'a=mid:sound\r\n');
		expect(refused(words.replace('BUNDLE 0', 'BUNDLE sound'))).toEqual([]);
	});

	it('where Firefox reads no further, and what it lacks then', () => {
		const cut = (sdp: string, role?: 'offer' | 'answer') =>
			look(sdp, role).find(({ id }) => id === 'sdp.cut-off');
		const behindVideo = OFFER.replace('\r\nm=application', '\r\n\r\nm=application');
		expect(cut(behindVideo)).toMatchObject({ refusedBy: [], severity: 'breaks the call' });
		expect(cut(behindVideo)!.claim).toContain('a section is lost');
		// An answer has to have them all.
		expect(cut(behindVideo, 'answer')).toMatchObject({ refusedBy: ['Firefox'] });
		// The line of RTCP of this section comes later.
		const [session, audio, video, data] = parts(OFFER);
		const inVideo = [session, audio, video.replace('\r\n', '\r\n\r\n'), data].join('');
		expect(cut(inVideo)).toMatchObject({ refusedBy: ['Firefox'] });
		expect(cut(added('a=nobody-knows:\0'))).toBeDefined();
		expect(cut(`${OFFER}\r\n`)).toBeUndefined();
		expect(cut(OFFER)).toBeUndefined();
	});
});
