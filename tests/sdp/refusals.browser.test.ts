import { afterEach, describe, expect, it } from 'vitest';
import { diff } from '../../src/lib/sdp';
import { REFUSALS, type Rule } from '../../src/lib/sdp/diff/refusals';

const BROWSER = navigator.userAgent.includes('Firefox') ? 'Firefox' : 'Chromium';

const open: RTCPeerConnection[] = [];
afterEach(() => {
	for (const pc of open.splice(0)) pc.close();
});

/** Peers of which one has offered sound, picture and data, and the other has answered. */
async function negotiate(
	direction: RTCRtpTransceiverDirection = 'sendrecv',
	change: (offer: string) => string = (offer) => offer
) {
	const [john, jane] = [new RTCPeerConnection(), new RTCPeerConnection()];
	open.push(john, jane);
	john.addTransceiver('audio', { direction });
	john.addTransceiver('video', { direction });
	john.createDataChannel('chat');
	const { sdp = '' } = await john.createOffer();
	await john.setLocalDescription({ type: 'offer', sdp: change(sdp) });
	await jane.setRemoteDescription(john.localDescription!);
	await jane.setLocalDescription();
	return { john, jane, offer: john.localDescription!.sdp, answer: jane.localDescription!.sdp };
}

/** Whether the offerer takes a text as the answer. */
async function takes(john: RTCPeerConnection, sdp: string): Promise<boolean> {
	return john.setRemoteDescription({ type: 'answer', sdp }).then(
		() => true,
		() => false
	);
}

/** The session part and the sections of a description. */
const parts = (sdp: string) => sdp.split(/^(?=m=)/m) as [string, string, string, string];
/** Without the lines of an attribute. */
const without = (sdp: string, ...names: string[]) =>
	sdp.replace(new RegExp(`^a=(${names.join('|')})(:.*)?\r\n`, 'gm'), '');
/** Only the formats and codecs given, in the section for video. */
function onlyVideo(sdp: string, payloadType: string, codec: string): string {
	const [session, audio, video, data] = parts(sdp);
	const bare = without(video, 'rtpmap', 'fmtp', 'rtcp-fb');
	const head = bare.replace(/^(m=video \d+ \S+) .*/, `$1 ${payloadType}`);
	return `${session}${audio}${head}a=rtpmap:${payloadType} ${codec}\r\n${data}`;
}
const numberOf = (sdp: string, uri: string) =>
	new RegExp(`^a=extmap:(\\d+)\\S* ${uri}`, 'm').exec(sdp)?.[1] ?? '';
const MID = 'urn:ietf:params:rtp-hdrext:sdes:mid';

/** One way to break each rule, alone. */
const BREAKS: Record<
	Exclude<Rule, 'role-flip' | 'direction' | 'bundle-wider' | 'bundle-unasked'>,
	(answer: string) => string
> = {
	sections: (answer) => {
		const [session, audio, video, data] = parts(answer);
		return session + video + audio + data;
	},
	mid: (answer) =>
		answer.replace('a=mid:1\r\n', 'a=mid:7\r\n').replace(/^(a=group:BUNDLE .*)1/m, '$17'),
	profile: (answer) => answer.replaceAll('UDP/TLS/RTP/SAVPF', 'RTP/AVP'),
	'rejected-tag': (answer) => answer.replace(/^m=audio \d+/m, 'm=audio 0'),
	'rejected-member': (answer) => answer.replace(/^m=video \d+/m, 'm=video 0'),
	'bundle-stray': (answer) => answer.replace(/^a=group:BUNDLE 0 1 2/m, '$& 9'),
	'bundle-split': (answer) =>
		answer.replace(/^a=group:BUNDLE 0 1 2/m, 'a=group:BUNDLE 0 1\r\na=group:BUNDLE 2'),
	'ice-credentials': (answer) => without(answer, 'ice-ufrag', 'ice-pwd'),
	'ice-length': (answer) => answer.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:short'),
	'ice-too-long': (answer) => answer.replace(/^a=ice-pwd:.*/gm, `a=ice-pwd:${'a'.repeat(257)}`),
	'ice-characters': (answer) =>
		answer.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:abcdefghijk_mnopqrstuvwx'),
	'ice-other-characters': (answer) =>
		answer.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:abcdefghijk!mnopqrstuvwx'),
	'ice-dollar': (answer) => answer.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:abcdefghijk$mnopqrstuvwx'),
	fingerprint: (answer) => without(answer, 'fingerprint'),
	'setup-open': (answer) => answer.replaceAll('a=setup:active', 'a=setup:actpass'),
	'setup-missing': (answer) => without(answer, 'setup'),
	'rtcp-mux': (answer) => without(answer, 'rtcp-mux'),
	'rtcp-mux-inherited': (answer) => {
		const [session, audio, video, data] = parts(answer);
		return session + audio + without(video, 'rtcp-mux') + data;
	},
	'rtcp-mux-bundle-only': (answer) => {
		const [session, audio, video, data] = parts(answer);
		const only = without(video, 'rtcp-mux').replace(/^m=video \d+/, 'm=video 0');
		return `${session}${audio}${only}a=bundle-only\r\n${data}`;
	},
	codecs: (answer) => onlyVideo(answer, '120', 'FOO/90000'),
	'codecs-beside': (answer) => {
		const [session, audio, ...rest] = parts(answer);
		const [, tones = ''] = /^a=rtpmap:(\d+) telephone-event\/8000/m.exec(audio) ?? [];
		const bare = without(audio, 'rtpmap', 'fmtp', 'rtcp-fb');
		const head = bare.replace(/^(m=audio \d+ \S+) .*/, `$1 ${tones}`);
		return `${session}${head}a=rtpmap:${tones} telephone-event/8000\r\n${rest.join('')}`;
	},
	'payload-type': (answer) => {
		const [session, audio, video, data] = parts(answer);
		const vp8 = /^a=rtpmap:(\d+) VP8/m.exec(video)?.[1] ?? '';
		const more = audio.replace(/^(m=audio .*)\r\n/, `$1 ${vp8}\r\n`);
		return `${session}${more}a=rtpmap:${vp8} L16/48000\r\n${video}${data}`;
	},
	'extension-unasked': (answer) => {
		const [session, audio, ...rest] = parts(answer);
		return `${session}${audio}a=extmap:12 urn:example:other\r\n${rest.join('')}`;
	},
	'extension-number': (answer) =>
		answer.replace(new RegExp(`^a=extmap:\\d+ ${MID}`, 'gm'), `a=extmap:12 ${MID}`),
	'extension-twice': (answer) => {
		const [session, audio, ...rest] = parts(answer);
		const level = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
		const other = `a=extmap:${numberOf(answer, MID)} ${level}\r\n`;
		return `${session}${without(audio, 'extmap')}${other}${rest.join('')}`;
	},
	'sctp-port': (answer) => without(answer, 'sctp-port')
};

const rulesOf = (offer: string, answer: string) => {
	const { session, sections, refusedBy } = diff(offer, answer, 'answer');
	const findings = [...session, ...sections.flatMap((section) => section.findings)];
	return { rules: new Set(findings.map(({ rule }) => rule).filter(Boolean)), refusedBy };
};

describe('an answer that breaks a rule', () => {
	it('is the exception: what the browser answers keeps them all', async () => {
		const { john, offer, answer } = await negotiate();
		expect(rulesOf(offer, answer)).toEqual({ rules: new Set(), refusedBy: [] });
		expect(await takes(john, answer)).toBe(true);
	});

	it.each(Object.entries(BREAKS))('is refused or taken as said: %s', async (rule, spoil) => {
		const { john, offer, answer } = await negotiate();
		const spoilt = spoil(answer);
		expect(spoilt).not.toBe(answer);
		const { rules, refusedBy } = rulesOf(offer, spoilt);
		expect(rules).toContain(rule);
		const said: readonly string[] = REFUSALS[rule as Rule];
		expect(await takes(john, spoilt)).toBe(!said.includes(BROWSER));
		// Nothing else is wrong with it, or the browser would have had another reason.
		for (const other of rules) {
			const more: readonly string[] = REFUSALS[other as Rule];
			expect(said, String(other)).toEqual(expect.arrayContaining([...more]));
		}
		expect(refusedBy).toEqual([...said].sort());
	});

	it.each([
		['sendonly', /^a=(recvonly|inactive)/gm],
		['recvonly', /^a=(sendonly|inactive)/gm]
	] as const)('is refused or taken as said: direction beside %s', async (direction, line) => {
		const { john, offer, answer } = await negotiate(direction);
		const spoilt = answer.replace(line, 'a=sendrecv');
		expect(rulesOf(offer, spoilt).rules).toEqual(new Set(['direction']));
		expect(await takes(john, spoilt)).toBe(!(REFUSALS.direction as string[]).includes(BROWSER));
	});

	/** With these bundles, and no others. */
	const bundled = (sdp: string, ...groups: string[]) =>
		without(sdp, 'group').replace(
			/^t=.*\r\n/m,
			(line) => line + groups.map((mids) => `a=group:BUNDLE ${mids}\r\n`).join('')
		);

	it.each([
		['bundle-wider', 'one more section', ['0 1'], ['0 1 2'], ''],
		['bundle-wider', 'one more section, which is rejected', ['0 2'], ['0 2 1'], 'video'],
		['bundle-wider', 'a section of another bundle', ['0 1', '2'], ['0 1 2'], ''],
		['bundle-unasked', 'any, where none was offered', [], ['0 1 2'], ''],
		['bundle-unasked', 'a second one', ['0 1'], ['0 1', '2'], '']
	] as const)('is refused or taken as said: %s, %s', async (rule, _what, mine, theirs, kind) => {
		const { john, offer, answer } = await negotiate('sendrecv', (sdp) => bundled(sdp, ...mine));
		const rejected = answer.replace(new RegExp(`^m=${kind} \\d+`, 'm'), `m=${kind} 0`);
		const spoilt = bundled(kind === '' ? answer : rejected, ...theirs);
		const { rules, refusedBy } = rulesOf(offer, spoilt);
		expect(rules).toEqual(new Set([rule]));
		const said: readonly string[] = REFUSALS[rule];
		expect(await takes(john, spoilt)).toBe(!said.includes(BROWSER));
		expect(refusedBy).toEqual([...said]);
	});

	it('is refused or taken as said: another DTLS role in the association that stands', async () => {
		const { john, jane, offer, answer } = await negotiate();
		await john.setRemoteDescription({ type: 'answer', sdp: answer });
		for (const pc of [john, jane]) pc.onicecandidate = null;
		john.addTransceiver('video');
		await john.setLocalDescription();
		await jane.setRemoteDescription(john.localDescription!);
		await jane.setLocalDescription();
		const [again, reply] = [john.localDescription!.sdp, jane.localDescription!.sdp];
		const flipped = reply.replaceAll('a=setup:active', 'a=setup:passive');
		expect(flipped).not.toBe(reply);
		const rules = (sdp: string) =>
			diff(again, sdp, 'answer', { offer, answer })
				.sections.flatMap(({ findings }) => findings)
				.map(({ rule }) => rule);
		expect(rules(reply)).not.toContain('role-flip');
		expect(rules(flipped)).toContain('role-flip');
		const said: readonly string[] = REFUSALS['role-flip'];
		expect(await takes(john, flipped)).toBe(!said.includes(BROWSER));
	});
});

describe('what is no rule of browsers', () => {
	it.each([
		[
			'a bundle-only section with port 0',
			(answer: string) => {
				const [session, audio, video, data] = parts(answer);
				return `${session}${audio}${video.replace(/^m=video \d+/, 'm=video 0')}a=bundle-only\r\n${data}`;
			}
		],
		[
			'credentials in the tagged section only',
			(answer: string) => {
				const [session, audio, ...rest] = parts(answer);
				return session + audio + without(rest.join(''), 'ice-ufrag', 'ice-pwd', 'setup');
			}
		],
		['no bundle', (answer: string) => without(answer, 'group')],
		[
			'a section outside the bundle',
			(answer: string) => answer.replace(/^a=group:BUNDLE 0 1 2/m, 'a=group:BUNDLE 0 1')
		]
	])('%s is taken, and nothing is held against it', async (_what, vary) => {
		const { john, offer, answer } = await negotiate();
		const varied = vary(answer);
		expect(varied).not.toBe(answer);
		const { refusedBy, sections, session } = diff(offer, varied, 'answer');
		expect(refusedBy).toEqual([]);
		const findings = [...session, ...sections.flatMap((section) => section.findings)];
		expect(findings.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
		expect(await takes(john, varied)).toBe(true);
	});

	it('a raised level of H.264 is against the specification all the same', async () => {
		const { john, offer, answer } = await negotiate();
		const lowered = (sdp: string) => sdp.replace(/;?level-asymmetry-allowed=1/g, '');
		const raised = lowered(answer).replace(/(profile-level-id=....)1f/g, '$134');
		// Not every Firefox has H.264: then there is no level that could be raised.
		const has = /profile-level-id/.test(answer);
		const levels = diff(lowered(offer), raised, 'answer').sections.flatMap(({ findings }) =>
			findings.filter(({ about }) => about === 'level')
		);
		expect(levels.length > 0).toBe(has);
		expect(await takes(john, raised)).toBe(true);
	});
});
