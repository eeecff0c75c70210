import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { conclude } from '../../src/lib/inspect/conclude';
import { sdp } from './fixtures';

const CHROMIUM = sdp('chromium-offer-gathered');
const FIREFOX = sdp('firefox-offer-gathered');

/** What may be wrong itself, wherever a text ends: no sections, and a bundle that names others than are there. */
const OF_ITSELF = /^sdp\.(?:no-sections|bundle-stranger)$/;

/** What breaks the call, as far as a text tells. */
function breaksIn(text: string): readonly string[] {
	const found = recognise(text);
	if (!('descriptions' in found)) return [];
	return conclude(found).flatMap(({ findings }) =>
		findings.filter(({ severity }) => severity === 'breaks the call').map(({ id }) => id)
	);
}

/** Each seventeenth of the places where a text can be cut, behind its first lines. */
const placesIn = (text: string) =>
	Array.from({ length: Math.floor((text.length - 120) / 17) }, (_, at) => 120 + 17 * at);

describe('a description that stops where its text does', () => {
	it.for([
		['Chromium', CHROMIUM],
		['Firefox', FIREFOX]
	] as const)('is not blamed for what is missing, wherever it was cut: %s', ([, whole]) => {
		const isBlamed = (at: number) =>
			breaksIn(whole.slice(0, at).trimEnd()).some((id) => !OF_ITSELF.test(id));
		expect(placesIn(whole).filter(isBlamed)).toEqual([]);
	});

	it.for([
		['Chromium', CHROMIUM],
		['Firefox', FIREFOX]
	] as const)('nor where the file then has a line end of its own kind: %s', ([, whole]) => {
		const isBlamed = (at: number) =>
			breaksIn(`${whole.slice(0, at).trimEnd()}\n`).some((id) => !OF_ITSELF.test(id));
		expect(placesIn(whole).filter(isBlamed)).toEqual([]);
	});

	const HEAD = CHROMIUM.slice(0, CHROMIUM.indexOf('a=ice-ufrag')).replaceAll('\r\n', '\n');
	const MOST = CHROMIUM.slice(0, CHROMIUM.indexOf('a=rtpmap:63')).replaceAll('\r\n', '\n');

	it.for([
		['behind the first lines of a section', `${HEAD}`],
		['within a candidate there', `${HEAD}a=candidate:2\n`],
		['within the head of the next section', `${MOST}m=v\n`],
		['in the first letter of a line', `${MOST}a\n`],
		['in front of the name of an attribute', `${MOST}a=\n`],
		['within what a source says', `${MOST}a=ssrc:2\n`],
		['within its codecs, and in front of the other sections', MOST],
		['within a program that has a line in quotes each', quoted(MOST.trimEnd()).slice(0, -12)],
		['within quotes that are never closed', `sdp: "${MOST.trimEnd().replaceAll('\n', '\n↵')}`],
		['behind the prefix of a log', logged(`${HEAD}a`)]
	])('is not whole though a line end is behind it: %s', ([, text]) => {
		expect(breaksIn(text!)).toEqual([]);
		const found = recognise(text!);
		expect('descriptions' in found && found.descriptions.map(({ lost }) => lost)).toEqual([
			'broken off'
		]);
	});

	it.for([
		'm=video 0 UDP/TLS/RTP/SAVPF 120\r\nc=IN IP4 0.0.0.0\r\na=mid:1\r\na=inactive\r\n',
		'm=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:2\r\n',
		'm=audio 0 UDP/TLS/RTP/SAVPF 0\r\n'
	])('is whole with a section at its end that is rejected: %s', (section) => {
		for (const text of [CHROMIUM + section, (CHROMIUM + section).trimEnd()]) {
			const found = recognise(text);
			expect('descriptions' in found && found.descriptions[0]!.lost).toBeNull();
		}
	});

	it.for(['\nThanks, and sorry for the long text.', '\nThat is offer a', '\n\nplan b\n', '\n'])(
		'is whole with words behind it: %j',
		(words) => {
			const found = recognise(CHROMIUM + words);
			expect('descriptions' in found && found.descriptions[0]!.lost).toBeNull();
		}
	);

	it('is whole with lines behind it', () => {
		expect(breaksIn(`${HEAD}a=candidate:2\n\nThat was the offer, and it was refused.\n`)).toContain(
			'sdp.candidate-unreadable'
		);
	});

	it.for(['a=ice-pwd', 'a=fingerprint', 'a=mid', 'a=rtcp-mux'])(
		'is whole where %s alone is missing, with a line end and without',
		(name) => {
			const whole = CHROMIUM.replaceAll(new RegExp(`^${name}.*\r\n`, 'gm'), '');
			for (const text of [whole, whole.trimEnd(), whole.replaceAll('\r\n', '\n')])
				expect(breaksIn(text)).not.toEqual([]);
		}
	);

	it.for([
		['a size that is no number', 'a=max-message-size:many\n'],
		['a port that is no number', 'a=candidate:1 1 udp 2122260223 192.0.2.1 fifty typ host\n'],
		['a role that there is not', 'a=setup:foo\n']
	])('is whole where its last line is %s', ([, line]) => {
		expect(breaksIn(CHROMIUM + line!.replace('\n', '\r\n'))).not.toEqual([]);
	});
});

/** As a program has it: each line in quotes. */
function quoted(text: string): string {
	return text.replace(/^.*$/gm, (line) => `'${line}\\r\\n' +`);
}

/** As a log has it: each line behind its time. */
function logged(text: string): string {
	return text.replace(/^/gm, 'Mar  9 20:21:02 edge1 media[11823]: ');
}
