import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';
import { DAMAGES, inSection, without } from './damages';
import { found, idsOf, look, OFFER } from './looked-at';

/** The finding by which each damage is named; none for what is no fault. */
const NAMED: Readonly<Record<keyof typeof DAMAGES, string | null>> = {
	'it has no m= section': 'sdp.no-sections',
	'no section has ICE credentials': 'sdp.no-ice-credentials',
	'no section has a password for ICE': 'sdp.no-ice-credentials',
	'no section has a user name for ICE': 'sdp.no-ice-credentials',
	'the password for ICE is short': 'sdp.ice-credentials-length',
	'the user name for ICE is short': 'sdp.ice-credentials-length',
	'there is no fingerprint': 'sdp.no-fingerprint',
	'there is neither ICE nor a fingerprint': 'sdp.not-for-browsers',
	'there are keys in place of the fingerprint': 'sdp.sdes',
	'there are keys beside the fingerprint': null,
	'no section has a name, though they are bundled': 'sdp.no-mid',
	'no section has a name, and none is bundled': 'sdp.no-mid',
	'two sections have one name': 'sdp.mid-twice',
	'the bundle names a section that is not there': 'sdp.bundle-stranger',
	'the bundle begins with a section that is not there': 'sdp.bundle-stranger',
	'there is no rtcp-mux': 'sdp.no-rtcp-mux',
	'the second section has no rtcp-mux': 'sdp.rtcp-mux-not-repeated',
	'the DTLS role is not named': 'offer.no-setup',
	'the DTLS role is fixed': 'offer.setup-fixed',
	'the DTLS role is left open': null,
	'the user name for ICE comes twice': 'sdp.attribute-twice',
	'o= stands in front of v=': 'sdp.line-order',
	's= stands in front of o=': 'sdp.line-order',
	't= stands in front of s=': 'sdp.line-order',
	'there is no v=': 'sdp.missing-line',
	'there is no o=': 'sdp.missing-line',
	'there is no s=': 'sdp.missing-line',
	'there is no t=': 'sdp.missing-line',
	'there is no c=': 'sdp.no-connection-line',
	'a section has two directions': 'sdp.two-directions',
	'a payload type stands for two codecs': 'sdp.payload-type-twice',
	'a number stands for two header extensions': 'sdp.extension-id-twice',
	'the line behind rtcp-mux was joined to it': 'sdp.glued-lines',
	'the line behind mid was joined to it': 'sdp.glued-lines',
	'an attribute that nobody knows is added': null,
	'line ends are LF alone': null
};

describe('of a description is said', () => {
	it.each(Object.entries(NAMED))('what is wrong with it, where %s', (name, id) => {
		const before = found(OFFER);
		const { findings } = look(DAMAGES[name]!(OFFER));
		const news = findings.filter((one) => !before.includes(one.id));
		if (id === null) expect(idsOf(news)).toEqual([]);
		else expect(idsOf(news)).toContain(id);
		for (const { claim, todo, because } of news) {
			expect(claim).toMatch(/^[^]+[.:!?”]$/);
			expect(todo.length).toBeGreaterThan(20);
			expect(because.length).toBeGreaterThan(0);
		}
	});

	it('nothing that matters where a browser has made it, and how much was looked at', () => {
		const { findings, checks, verdict } = look(OFFER);
		expect(findings.filter(({ severity }) => severity !== 'worth knowing')).toEqual([]);
		expect(checks).toBeGreaterThan(15);
		expect(verdict?.sentence).toBe('A browser accepts this offer.');
	});

	it('no verdict where it is an answer without its offer, but for a fault of its own', () => {
		const answer = fixture('chromium-answer-gathered').replace(/\r?\n/g, '\r\n');
		expect(look(answer, 'answer').verdict).toBeNull();
		const verdict = look(without(answer, 'fingerprint'), 'answer').verdict;
		expect(verdict?.sentence).toBe('A browser refuses this answer.');
		expect(verdict?.words).toEqual([
			{ browser: 'Chromium', text: 'Called with SDP without DTLS fingerprint.' },
			{ browser: 'Firefox', text: 'no fingerprint attribute' }
		]);
	});

	it('that a telephone made it, once, and no more of what follows', () => {
		const telephone = [
			'v=0',
			'o=- 1 1 IN IP4 192.0.2.1',
			's=-',
			'c=IN IP4 192.0.2.1',
			't=0 0',
			'm=audio 4000 RTP/AVP 8',
			'a=rtpmap:8 PCMA/8000',
			''
		].join('\r\n');
		const { findings } = look(telephone);
		expect(findings[0]).toMatchObject({ id: 'sdp.not-for-browsers', under: null });
		expect(findings[0]!.claim).toContain('as telephones make it (RTP/AVP)');
		expect(idsOf(findings)).not.toContain('sdp.no-ice-credentials');
	});

	it('that what a lost line end takes with it follows from it', () => {
		for (const name of ['rtcp-mux', 'mid']) {
			const { findings } = look(DAMAGES[`the line behind ${name} was joined to it`]!(OFFER));
			expect(findings[0]!.id).toBe('sdp.glued-lines');
		}
		const glued = DAMAGES['the line behind rtcp-mux was joined to it']!(OFFER);
		const { findings } = look(glued);
		expect(findings.filter(({ severity }) => severity === 'breaks the call')).toMatchObject(
			findings
				.filter(({ severity }) => severity === 'breaks the call')
				.map((_, at) => ({ under: at === 0 ? null : 'sdp.glued-lines' }))
		);
		// What is missing beside is not explained by it.
		const other = look(without(glued, 'sctp-port')).findings;
		expect(other.find(({ id }) => id === 'sdp.sctp-port')?.under ?? null).toBeNull();
	});

	it('that a plus sign was lost in the password or the user name of ICE, and of no other value', () => {
		for (const name of ['ice-pwd', 'ice-ufrag']) {
			const lost = OFFER.replaceAll(new RegExp(`(a=${name}:..)(.*)`, 'g'), '$1 $2');
			const [first, ...others] = look(lost).findings;
			expect(first).toMatchObject({ id: 'sdp.lost-plus', isCertain: false });
			expect(first!.claim).toContain(`a=${name} of the offer`);
			expect(idsOf(others)).not.toContain('sdp.malformed-line');
		}
		const plus = OFFER.replaceAll(/(a=ice-pwd:..)(.*)/g, '$1+$2');
		expect(found(plus)).not.toContain('sdp.lost-plus');
		expect(found(OFFER.replaceAll(/(a=ice-pwd:.*)/g, '$1 '))).not.toContain('sdp.lost-plus');
	});

	it('that the DTLS role is not named, where nothing tells an offer from an answer', () => {
		const open = without(OFFER, 'setup');
		expect(idsOf(look(open, null).findings)).toContain('sdp.no-setup');
		expect(idsOf(look(OFFER, null).findings)).not.toContain('sdp.no-setup');
		expect(idsOf(look(open, 'answer').findings)).not.toContain('sdp.no-setup');
		// Without DTLS there is no role.
		expect(idsOf(look(without(open, 'fingerprint'), null).findings)).not.toContain('sdp.no-setup');
	});

	it('that an answer leaves the DTLS role open, and not that an offer does', () => {
		const said = look(OFFER, 'answer').findings.find(({ id }) => id === 'sdp.setup-open');
		expect(said).toMatchObject({ severity: 'worth knowing', isCertain: false });
		for (const role of ['active', 'passive']) {
			const decided = OFFER.replaceAll('a=setup:actpass', `a=setup:${role}`);
			expect(idsOf(look(decided, 'answer').findings)).not.toContain('sdp.setup-open');
		}
		for (const role of ['offer', null] as const) {
			expect(idsOf(look(OFFER, role).findings)).not.toContain('sdp.setup-open');
		}
	});

	it('no stranger in the bundle, where a program has yet to fill in the name of a section', () => {
		const filled = (name: string) => OFFER.replace('a=mid:1', `a=mid:${name}`);
		const ids = (name: string) => {
			const sdp = filled(name);
			const line = sdp.split('\r\n').indexOf(`a=mid:${name}`) + 1;
			const given = { sdp, of: 'pasted-1', masked: [line] };
			return idsOf(diagnose({ kind: 'description', role: 'offer', given }).findings);
		};
		expect(ids('${mid}')).not.toContain('sdp.bundle-stranger');
		expect(found(filled('video'))).toContain('sdp.bundle-stranger');
	});

	it('that its last line does not end, as something that may be the copy’s alone', () => {
		const [finding] = look(OFFER.replace(/\r\n$/, '')).findings.filter(
			({ id }) => id === 'sdp.no-last-line-end'
		);
		expect(finding).toMatchObject({ isCertain: false, severity: 'worth knowing' });
		expect(finding!.claim).toContain('Chromium refuses it');
	});

	it('that simulcast cannot tell its streams apart, and not where the extension is there', () => {
		const streams = 'a=rid:h send\r\na=rid:l send\r\na=simulcast:send h;l\r\n';
		const withIt = inSection(OFFER, 1, (section) => section + streams);
		const bare = inSection(OFFER, 1, (section) => without(section, 'extmap') + streams);
		expect(found(withIt)).not.toContain('sdp.simulcast-without-rid');
		expect(found(bare)).toContain('sdp.simulcast-without-rid');
	});

	it('that two tracks in one section are Plan B, and not two streams of one track', () => {
		const withTracks = (...tracks: string[]) =>
			inSection(OFFER, 1, (section) =>
				tracks.reduce(
					(all, track, at) => `${all}a=ssrc:${at + 1} msid:${track}\r\n`,
					without(section, 'ssrc', 'ssrc-group')
				)
			);
		expect(found(withTracks('s one', 's two'))).toContain('sdp.plan-b');
		expect(found(withTracks('s one', 's one'))).not.toContain('sdp.plan-b');
		expect(found(withTracks('s one', 'r one'))).not.toContain('sdp.plan-b');
		const repeated = withTracks('s one', 's other');
		expect(found(repeated)).toContain('sdp.plan-b');
		const repairing = inSection(repeated, 1, (section) => `${section}a=ssrc-group:FID 1 2\r\n`);
		expect(found(repairing)).not.toContain('sdp.plan-b');
	});

	it('that a rejected section lacks nothing', () => {
		const bare = inSection(OFFER, 2, (section) =>
			without(section, 'ice-ufrag', 'ice-pwd', 'fingerprint', 'setup').replace(
				/^m=application \d+/,
				'm=application 0'
			)
		).replace('BUNDLE 0 1 2', 'BUNDLE 0 1');
		expect(found(bare).filter((id) => id.startsWith('sdp.no-'))).toEqual([]);
	});

	it('a malformed line in a finding of its own, and at most five of them', () => {
		const damaged = OFFER + 'a=ptime:long\r\n'.repeat(8);
		const malformed = look(damaged).findings.filter(({ id }) => id === 'sdp.malformed-line');
		expect(malformed).toHaveLength(5);
		expect(malformed.at(-1)!.claim).toContain('So have 3 more lines');
	});
});

describe('a blank in front of the name of an attribute', () => {
	it.each(['mid:', 'ice-ufrag:', 'rtcp-mux', 'fingerprint:', 'setup:'])(
		'(%s) is read past by Firefox, and Chromium refuses the line',
		(name) => {
			const sdp = OFFER.replaceAll(`\r\na=${name}`, `\r\na= ${name}`);
			expect(sdp).not.toBe(OFFER);
			const { verdict, findings } = look(sdp);
			expect(verdict?.sentence).toBe('Chromium refuses this offer, Firefox accepts it.');
			expect(idsOf(findings)[0]).toBe('sdp.no-line-of-sdp');
			expect(findings[0]!.because[0]).toMatchObject({
				text: expect.stringContaining(`a= ${name}`) as string
			});
			expect(idsOf(findings).filter((id) => /mid|ice|mux|fingerprint|setup/.test(id))).toEqual([]);
		}
	);

	it('is said once with the other lines that are none', () => {
		const sdp = OFFER.replace('\r\na=mid:', '\r\n\r\na= mid:');
		expect(found(sdp).filter((id) => id === 'sdp.no-line-of-sdp')).toHaveLength(1);
	});
});

describe('a fault that each section has', () => {
	it.each([
		['a short password', /^a=ice-pwd:.*/gm, 'a=ice-pwd:tooshort', 'sdp.ice-credentials-length'],
		[
			'a fingerprint that is cut',
			/^(a=fingerprint:sha-256 .{20}).*/gm,
			'$1',
			'sdp.fingerprint-length'
		]
	])('(%s) is said once', (_, lines, damage, id) => {
		expect(OFFER.match(/^m=/gm)!.length).toBeGreaterThan(1);
		const found = idsOf(look(OFFER.replace(lines, damage)).findings);
		expect(found.filter((one) => one === id || one === 'sdp.malformed-line')).toEqual([id]);
	});
});
