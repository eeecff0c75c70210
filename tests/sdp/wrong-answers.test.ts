import { describe, expect, it } from 'vitest';
import { diff, type DescriptionDiff } from '../../src/lib/sdp';
import { exchange, exchanges } from './exchanges';
import { finding, wrong as faults } from './small-answers';

const compared = (name: string) => {
	const { offer, answer } = exchange(name);
	return diff(offer, answer, 'answer');
};
/** What breaks a rule, once for all sections. */
const wrong = (of: DescriptionDiff) => [...new Set(faults(of))];

describe('answers with which real calls failed', () => {
	it('says that the sections stand in another order, and that this is another offer', () => {
		const of = compared('sections-in-another-order');
		expect(of.refusedBy).toEqual(['Chromium', 'Firefox']);
		expect(of.summary).toMatch(
			/^Chromium and Firefox refuse this answer as a whole\. The sections stand in another order: offered audio “audio” and video “video”, answered video “video” and audio “audio”\./
		);
		expect(finding(of, 'type')?.meaning).toMatch(/this looks like another offer/);
		expect(wrong(of)).toEqual(['sections', 'type', 'setup']);
		// Each is compared with the section that was meant.
		expect(of.sections.map(({ kind }) => kind)).toEqual(['audio', 'video']);
		expect(finding(of, 'codecs')?.meaning).toMatch(/^1 of 4 offered codecs kept/);
	});

	it('misses encryption and ICE in an answer of a telephone', () => {
		const of = compared('answer-in-the-clear');
		expect(of.refusedBy).toEqual(['Chromium', 'Firefox']);
		expect(wrong(of)).toEqual(['profile', 'ICE', 'fingerprint', 'setup']);
		expect(finding(of, 'profile')?.meaning).toMatch(
			/^UDP\/TLS\/RTP\/SAVPF was offered, RTP\/AVP is answered: .* would leave media unencrypted/
		);
	});

	it('finds sound in a section for video, which had to be rejected', () => {
		const of = compared('sound-in-a-video-section');
		expect(finding(of, 'codecs')?.meaning).toMatch(
			/^No offered codec is left, so no media can flow\. PCMU in a section for video: .* rejected with port 0 \(RFC 3264, 6\)/
		);
		expect(finding(of, 'payload types')?.meaning).toMatch(
			/Payload type 0 is PCMU, 8 kHz \(video\) in section “0” and PCMU, 8 kHz \(audio\) in section “1”/
		);
		expect(of.sections.map(({ outcome }) => outcome)).toEqual(['wrong', 'narrowed']);
	});

	it('has one verdict where a rejected section is named in the bundle', () => {
		const of = compared('rejected-in-its-bundle');
		expect(finding(of, 'BUNDLE')).toMatchObject({
			verdict: 'wrong',
			meaning:
				'Section “0” is rejected and must not be in the bundle (RFC 9143, 7.3.3). Chromium and Firefox refuse the whole answer.'
		});
		expect(of.summary).toMatch(/^Chromium and Firefox refuse this answer as a whole\. Section “0”/);
	});

	it('says that nobody said sendrecv where it is only the default', () => {
		const of = compared('no-direction-answered');
		expect(finding(of, 'direction')?.meaning).toMatch(
			/^Offered recvonly, answered sendrecv \(no line says so: it is the default, RFC 8866, 6\.7\): the answer asks for a direction that was not offered\./
		);
		expect(wrong(of)).toEqual(['direction']);
	});

	it('knows that browsers refuse an answer without rtcp-mux', () => {
		const of = compared('no-rtcp-mux-answered');
		expect(of.refusedBy).toEqual(['Chromium', 'Firefox']);
		expect(finding(of, 'rtcp-mux')?.meaning).toMatch(/rtcpMuxPolicy is always require/);
		expect(finding(of, 'rtcp-mux')?.meaning).toMatch(/refuse the whole answer\.$/);
	});

	it('finds a level that was raised', () => {
		const of = compared('level-raised');
		expect(wrong(of)).toEqual(['level']);
		expect(finding(of, 'level')?.meaning).toMatch(
			/^H264 level 3\.1 was offered, level 5\.2 is answered: unless both sides say level-asymmetry-allowed=1/
		);
		expect(of.summary).toMatch(/^The answer is against the rules\. H264 level 3\.1/);
	});

	it('misses the credentials of ICE and the fingerprint', () => {
		const of = compared('no-ice-no-fingerprint');
		expect(of.refusedBy).toEqual(['Chromium', 'Firefox']);
		expect(wrong(of)).toEqual(['ICE', 'fingerprint']);
		expect(finding(of, 'ICE')?.meaning).toMatch(/no a=ice-ufrag and a=ice-pwd, in this section/);
	});

	it('finds a DTLS role that changes while the association stands', () => {
		const [first, second] = exchanges('dtls-role-flipped');
		const alone = diff(second!.offer, second!.answer);
		expect(wrong(alone)).toEqual([]);
		const of = diff(second!.offer, second!.answer, 'answer', first);
		expect(finding(of, 'setup')).toMatchObject({ verdict: 'wrong' });
		expect(finding(of, 'setup')?.meaning).toMatch(
			/^actpass → active: the answerer is passive in the DTLS association that stands\./
		);
		// The section that is new has no association of its own to keep, but that of the bundle.
		expect(of.sections.map(({ outcome }) => outcome)).toEqual(['wrong', 'wrong']);
		// With a new certificate a new association begins, in which the roles are free.
		const renewed = second!.answer.replaceAll('sha-256 5A', 'sha-256 5B');
		expect(wrong(diff(second!.offer, renewed, 'answer', first))).toEqual([]);
	});
});
