import { describe, expect, it } from 'vitest';
import { costOfLength } from '../tools/growth';
import { statedType } from '../../src/lib/inspect/stated-type';
import { findingsOf, headOf } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('chromium-answer-gathered');
const written = (text: string) => text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
const sentenceOf = async (text: string) => (await headOf(text)).sentence;

/** A type as a program states it of an offer; that of an answer is written like it. */
const VALUES = [
	['an enumeration of Python', 'type=SdpType.OFFER'],
	['one with its value', 'type=<SdpType.OFFER: 1>'],
	['one with its name as the value', "type_=<SdpType.offer: 'offer'>"],
	['one of Dart', 'type: RTCSdpType.offer'],
	['one within a class, of Kotlin', 'type=SessionDescription.Type.OFFER'],
	['one of C++', 'type: webrtc::SdpType::kOffer'],
	['one of Go', 'Type: webrtc.SDPTypeOffer'],
	['one that is quoted', "'type': 'SdpType.OFFER'"],
	['a word', 'kind=OFFER'],
	['an argument', "'offer'"],
	['an argument of C++', 'rtc::Description::Type::Offer'],
	['an argument without quotes', 'OFFER']
];
const ofAnswer = (value: string) =>
	value.replace('OFFER', 'ANSWER').replaceAll('offer', 'answer').replace('Offer', 'Answer');

describe('a type that a program prints is of its description', () => {
	const behind = (text: string, value: string) => `Desc(sdp='${written(text)}', ${value})\n`;
	const inFront = (text: string, value: string) => `Desc(${value}, sdp='${written(text)}')\n`;

	it.each(VALUES)('behind it: %s', async (_, value) => {
		const text = behind(OFFER, value!) + behind(ANSWER, ofAnswer(value!));
		expect(await sentenceOf(text)).toBe('An offer and its answer.');
		const turned = behind(ANSWER, ofAnswer(value!)) + behind(OFFER, value!);
		expect(await sentenceOf(turned)).toBe('An offer and its answer.');
	});

	it.each(VALUES)('in front of it: %s', async (_, value) => {
		const text = inFront(OFFER, value!) + inFront(ANSWER, ofAnswer(value!));
		expect(await sentenceOf(text)).toBe('An offer and its answer.');
	});

	it('and a value in angle brackets opens no element', async () => {
		const text =
			`Desc(sdp='${written(OFFER)}', state=<State.NEW: 0>)\n` +
			`answer: Desc(kind=answer, sdp='${written(ANSWER)}')\n`;
		expect(await sentenceOf(text)).toBe('An offer and its answer.');
	});
});

describe('no type is stated', () => {
	const stated = (behind: string) => statedType(`v=0${behind}`, 0, 3, 0).type;

	it.each([
		['by a member of something else', "', type: offer.type)"],
		['by a call', "', type: SdpType.offer())"],
		['by a longer word', "', type=SdpType.OFFERED)"],
		['by an argument that is not the last', "', offer, done)"],
		['by the next call', "')\nDesc(type=SdpType.ANSWER, sdp='v=0"],
		['by a word behind the call', "'), ANSWER)"]
	])('%s', (_, behind) => {
		expect(stated(behind)).toBe(null);
	});

	it('with the certainty of a member by what carries it', async () => {
		const text = `{'type': 'm.call.answer', 'sdp': '${written(OFFER)}'}`;
		const found = (await findingsOf(text)).find(({ id }) => id === 'sdp.setup-open');
		expect(found).toMatchObject({ severity: 'worth knowing', isCertain: false });
	});
});

it('it is looked for in time that does not grow with the text', () => {
	for (const unit of ['type', 'type:', ':', 'a::', 'type=<', '<a', 'sdp.']) {
		const text = (count: number) => `v=0', type=${unit.repeat(count)}`;
		expect(costOfLength(text, 2000, (all) => statedType(all, 0, 3, 0))).toBeLessThan(8);
	}
});
