import { describe, expect, it } from 'vitest';
import { diagnose, type Finding } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';
import { inSection, without } from './damages';

const crlf = (sdp: string) => sdp.replace(/\r?\n/g, '\r\n');
const OFFER = crlf(fixture('chromium-offer-gathered'));
const ANSWER = crlf(fixture('chromium-answer-gathered'));

/** With these formats alone in a section. */
const only = (sdp: string, at: number, ...maps: string[]) =>
	inSection(sdp, at, (section) =>
		[
			without(section, 'rtpmap', 'fmtp', 'rtcp-fb').replace(
				/^(m=\S+ \d+ \S+) .*/,
				`$1 ${maps.map((map) => map.split(' ')[0]).join(' ')}`
			),
			...maps.map((map) => `a=rtpmap:${map}\r\n`)
		].join('')
	);
const TONES = '126 telephone-event/8000';

const ofOffer = (sdp: string) =>
	diagnose({ kind: 'description', role: 'offer', given: { sdp, of: 'pasted-1' } }).findings;
const ofBoth = (offer: string, answer: string) =>
	diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'pasted-1' },
		answer: { sdp: answer, of: 'pasted-2' }
	}).findings;
const find = (all: readonly Finding[], id: string) => all.find((one) => one.id === id);

describe('an offer of codecs that no browser has', () => {
	it.for([
		['GSM', 0, ['3 GSM/8000']],
		['G729', 0, ['18 G729/8000', TONES]],
		['AMR-WB', 0, ['97 AMR-WB/16000/1', '13 CN/8000']],
		['VP8', 0, ['96 VP8/90000']],
		['H263-1998', 1, ['98 H263-1998/90000', '99 rtx/90000']],
		['MP4V-ES', 1, ['98 MP4V-ES/90000']]
	] as const)('is said to give nothing: %s in section %i', ([name, at, maps]) => {
		const found = find(ofOffer(only(OFFER, at, ...maps)), 'sdp.no-browser-codec');
		expect(found?.severity).toBe('breaks a part');
		expect(found?.claim).toContain(name);
	});

	it.for([
		['PCMU beside them', ['3 GSM/8000', '0 PCMU/8000']],
		['a codec that nobody here knows', ['110 lyra/16000']],
		['key presses alone, which carry what they carry', [TONES]]
	] as const)('is none with %s', ([, maps]) => {
		expect(find(ofOffer(only(OFFER, 0, ...maps)), 'sdp.no-browser-codec')).toBeUndefined();
	});

	it('is no matter between two that both have them', () => {
		const [offer, answer] = [OFFER, ANSWER].map((sdp) => only(sdp, 0, '3 GSM/8000'));
		expect(find(ofBoth(offer!, answer!), 'sdp.no-browser-codec')?.severity).toBe('worth knowing');
		// What becomes of another section is another matter.
		const apart = answer!.replace(/^m=video \d+/m, 'm=video 0');
		expect(find(ofBoth(offer!, apart), 'sdp.no-browser-codec')?.severity).toBe('worth knowing');
		const refused = answer!.replace(/^m=audio \d+/m, 'm=audio 0');
		expect(find(ofBoth(offer!, refused), 'sdp.no-browser-codec')?.severity).toBe('breaks a part');
	});
});

describe('an answer that keeps of the codecs', () => {
	it.for(['126 telephone-event/8000', '13 CN/8000', '63 red/48000/2'])(
		'%s alone leaves none for sound',
		(map) => {
			const offer = only(OFFER, 0, '111 opus/48000/2', '63 red/48000/2', '13 CN/8000', TONES);
			const found = find(ofBoth(offer, only(ANSWER, 0, map)), 'answer.no-media-codec-left');
			expect(found?.severity).toBe('breaks a part');
			expect(found?.refusedBy).toEqual([]);
			expect(found?.claim).toContain('no audio flows');
		}
	);

	it('one that carries sound is right, and so is what was all that was offered', () => {
		const offer = only(OFFER, 0, '111 opus/48000/2', TONES);
		const kept = only(ANSWER, 0, '111 opus/48000/2', TONES);
		expect(find(ofBoth(offer, kept), 'answer.no-media-codec-left')).toBeUndefined();
		const [mine, theirs] = [OFFER, ANSWER].map((sdp) => only(sdp, 0, TONES));
		expect(find(ofBoth(mine!, theirs!), 'answer.no-media-codec-left')).toBeUndefined();
	});
});

describe('a payload type in the sections of a bundle', () => {
	const reused = (sdp: string, map: string) =>
		inSection(sdp, 0, (one) => {
			const number = /^a=rtpmap:(\d+) VP8/m.exec(sdp)![1]!;
			return `${one.replace(/^m=audio.*/m, `$& ${number}`)}a=rtpmap:${number} ${map}\r\n`;
		});
	const ID = 'sdp.payload-type-in-bundle';

	it('that stands for two codecs will bite', () => {
		const found = find(ofOffer(reused(OFFER, 'telephone-event/8000')), ID);
		expect(found?.severity).toBe('will bite');
		expect(found?.because).toHaveLength(2);
	});

	it('may stand for two where they share no transport', () => {
		const apart = without(reused(OFFER, 'telephone-event/8000'), 'group');
		expect(find(ofOffer(apart), ID)).toBeUndefined();
	});

	it('may stand for one codec in several', () => {
		expect(find(ofOffer(OFFER), ID)).toBeUndefined();
		expect(find(ofOffer(reused(OFFER, 'VP8/90000')), ID)).toBeUndefined();
	});
});

describe('candidates of another component', () => {
	it('are named as what they are where only that keeps them from a pair', () => {
		const other = ANSWER.replace(/^(a=candidate:\S+) 1 /gm, '$1 2 ');
		const found = find(ofBoth(OFFER, other), 'ice.no-pair-possible');
		expect(found?.claim).toContain('of component 2');
		expect(found?.todo).toContain('component 1');
	});
});
