import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { exchanges, type Exchange } from '../sdp/exchanges';

const [FIRST, SECOND] = exchanges('dtls-role-flipped') as [Exchange, Exchange];
const FLIPPED = 'answer.dtls-role-flipped';

type Change = (sdp: string) => string;
const withAuthor =
	(id: string): Change =>
	(sdp) =>
		sdp.replace(/^(o=\S+) \S+/m, `$1 ${id}`);
const withVersion =
	(version: string): Change =>
	(sdp) =>
		sdp.replace(/^(o=\S+ \S+) \S+/m, `$1 ${version}`);
const withCredentials =
	(name: string): Change =>
	(sdp) =>
		sdp
			.replace(/^a=ice-ufrag:.*/gm, `a=ice-ufrag:${name}`)
			.replace(/^a=ice-pwd:.*/gm, `a=ice-pwd:${name.repeat(8)}`);
/** The first section with another name. */
const renamed: Change = (sdp) => sdp.replace(/^a=mid:\S+/m, 'a=mid:other');
const first = (sdp: string, kind: string) => sdp.replace(/^m=\S+/m, `m=${kind}`);
const all =
	(...changes: readonly Change[]): Change =>
	(sdp) =>
		changes.reduce((changed, change) => change(changed), sdp);
const same: Change = (sdp) => sdp;

/** A side with another session id, and other credentials: with the certificate that it had. */
const anew = (id: string) => all(withAuthor(id), withCredentials(id));

const maskedIn = (sdp: string) =>
	sdp.split(/\r?\n/).flatMap((line, at) => (/^a=ice-/.test(line) ? [at + 1] : []));

/** What is said of the second exchange, in which the roles flip where it is of the session of the first. */
function ids(offer: Change, answer: Change, before: Change = same, isMasked = false): string[] {
	const given = (sdp: string, of: string) => ({
		sdp,
		of,
		...(isMasked && { masked: maskedIn(sdp) })
	});
	return diagnose({
		kind: 'exchange',
		offer: given(offer(SECOND.offer), 'pasted-3'),
		answer: given(answer(SECOND.answer), 'pasted-4'),
		standing: {
			offer: given(before(FIRST.offer), 'pasted-1'),
			answer: given(before(FIRST.answer), 'pasted-2')
		}
	}).findings.map(({ id }) => id);
}

describe('two exchanges with the same certificates are of two sessions', () => {
	it('where both sides have other session ids and other credentials, whatever their sections are', () => {
		expect(ids(anew('3001'), anew('4001'))).not.toContain(FLIPPED);
		const video = (change: Change) => all(change, (sdp) => first(sdp, 'video'));
		expect(ids(video(anew('3001')), video(anew('4001')))).not.toContain(FLIPPED);
	});

	it('where a program writes one session id in all of its connections, and does not count', () => {
		const constant = withVersion('0');
		for (const [offer, answer] of [
			[all(constant, withCredentials('abcd')), anew('4001')],
			[anew('3001'), all(constant, withCredentials('abcd'))]
		] as const) {
			expect(ids(offer, answer)).not.toContain(FLIPPED);
		}
	});

	it('where their session ids are the same, and a section that is used has become another', () => {
		const change = (name: string) => all(withCredentials(name), renamed);
		expect(ids(change('abcd'), change('efgh'))).not.toContain(FLIPPED);
	});

	it('where nothing but masks are the same', () => {
		const change = (id: string) => all(withAuthor(id), withCredentials('XXXX'));
		expect(ids(change('3001'), change('4001'), withCredentials('XXXX'), true)).not.toContain(
			FLIPPED
		);
	});
});

describe('two exchanges are of one session', () => {
	it.each<[where: string, offer: Change, answer: Change]>([
		['both sides have their session ids and credentials', same, same],
		['ICE restarts', withCredentials('abcd'), withCredentials('efgh')],
		['a server writes another session id', same, withAuthor('4001')],
		['the offer has another session id', withAuthor('3001'), same],
		[
			'both write other session ids and keep their credentials',
			withAuthor('3001'),
			withAuthor('4001')
		],
		['ICE restarts, and a server writes another id', withCredentials('abcd'), anew('4001')],
		['the same server offers', anew('3001'), withCredentials('efgh')]
	])('where %s', (_, offer, answer) => {
		expect(ids(offer, answer)[0]).toBe(FLIPPED);
	});
});
