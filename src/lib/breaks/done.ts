/**
 * What each ready-made change has done, completing “The offer to Jane: …”, by its name. Apart from the changes
 * themselves, which nobody needs who only tells of them.
 */
export const DONE: Readonly<Record<string, string>> = {
	'another-ufrag': 'one character of the ufrag changed',
	'another-password': 'one character of the ICE password changed',
	'no-candidates': 'all its candidates removed',
	'relay-only': 'all its candidates but those of a relay removed',
	'fingerprint-digit': 'one digit of the fingerprint changed',
	'no-fingerprint': 'the fingerprint removed',
	setup: 'the DTLS role turned round',
	'setup-in-offer': 'its sender begins DTLS, whatever the answer would choose',
	'setup-actpass-in-answer': 'the DTLS role left open',
	direction: 'it says that no picture is sent',
	'm-lines-swapped': 'the first two sections swapped',
	'mid-removed': 'the name of a section removed',
	'no-rtcp-mux': 'a=rtcp-mux removed',
	'no-bundle': 'the bundle removed',
	'codec-removed': 'the first codec for pictures removed',
	'another-ufrag-candidate': 'one character of its ufrag changed',
	'another-port': 'its port changed to 9',
	'another-address': 'its address changed to 192.0.2.1',
	'not-a-candidate': '“hello” put in its place'
};
