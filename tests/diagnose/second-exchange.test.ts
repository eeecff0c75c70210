import { describe, expect, it } from 'vitest';
import { diagnose, type Diagnosis } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';
import { inSection, parts } from './damages';

const crlf = (sdp: string) => sdp.replace(/\r?\n/g, '\r\n');
const OFFER = crlf(fixture('chromium-offer-gathered'));
const ANSWER = crlf(fixture('chromium-answer-gathered'));

/** The next version of a description (RFC 8866, 5.2). */
const next = (sdp: string) =>
	sdp.replace(/^(o=\S+ \S+) (\d+)/m, (_, who: string, version: string) => {
		return `${who} ${Number(version) + 1}`;
	});
const withAuthor = (sdp: string, id: string) => sdp.replace(/^(o=\S+) \S+/m, `$1 ${id}`);
const withCredentials = (sdp: string) =>
	sdp
		.replace(/^a=ice-ufrag:.*/gm, 'a=ice-ufrag:Nw1x')
		.replace(/^a=ice-pwd:.*/gm, 'a=ice-pwd:abcdefghijklmnopqrstuvwx');
const withCertificate = (sdp: string) =>
	sdp
		.replace(/^(a=fingerprint:\S+ )..:/gm, '$100:')
		.replace(/^(a=fingerprint:\S+ .*):..$/gm, '$1:00');
const rejecting = (sdp: string, at: number) =>
	inSection(sdp, at, (section) => section.replace(/^(m=\S+) \d+/, '$1 0'));
const renamed = (sdp: string, at: number, mid: string) =>
	inSection(sdp, at, (section) => section.replace(/^a=mid:.*/m, `a=mid:${mid}`)).replace(
		new RegExp(`^(a=group:BUNDLE.*) ${at}\\b`, 'm'),
		`$1 ${mid}`
	);
const without = (sdp: string, at: number) => {
	const all = parts(sdp) as string[];
	return [...all.slice(0, at + 1), ...all.slice(at + 2)]
		.join('')
		.replace(new RegExp(`^(a=group:BUNDLE.*) ${at}\\b`, 'm'), '$1');
};
const swapped = (sdp: string) => {
	const [session, one, other, ...more] = parts(sdp);
	return [session, other, one, ...more].join('');
};

/** What is said of an offer and its answer where another exchange stands. */
function look(offer: string, answer: string, before = { offer: OFFER, answer: ANSWER }): Diagnosis {
	return diagnose({
		kind: 'exchange',
		offer: { sdp: offer, of: 'pasted-3' },
		answer: { sdp: answer, of: 'pasted-4' },
		standing: {
			offer: { sdp: before.offer, of: 'pasted-1' },
			answer: { sdp: before.answer, of: 'pasted-2' }
		}
	});
}
const idsOf = ({ findings }: Diagnosis) => findings.map(({ id }) => id);

describe('an offer that goes on with a connection', () => {
	it('is right where it has what the connection has, or more behind it', () => {
		expect(idsOf(look(next(OFFER), next(ANSWER)))).toEqual([]);
	});

	it.for([
		[
			'lacks a section',
			(sdp: string) => without(sdp, 1),
			'offer.sections-gone',
			'A browser refuses'
		],
		['has two in another order', swapped, 'offer.sections-moved', 'A browser refuses'],
		[
			'has another name for one',
			(sdp: string) => renamed(sdp, 1, 'camera'),
			'offer.mid-changed',
			'Chromium refuses'
		],
		[
			'has another kind in the place of one',
			(sdp: string) =>
				inSection(sdp, 1, () =>
					parts(sdp)[1]
						.replace('a=mid:0', 'a=mid:1')
						.replace(/^a=(msid|ssrc).*\r\n/gm, '')
				),
			'offer.kind-changed',
			'A browser refuses'
		]
	] as const)('is refused where it %s', ([, change, id, sentence]) => {
		const [offer, answer] = [OFFER, ANSWER].map((sdp) => change(next(sdp)));
		const diagnosis = look(offer!, answer!);
		expect(idsOf(diagnosis)[0]).toBe(id);
		expect(diagnosis.verdict?.sentence).toContain(`${sentence} this offer`);
		expect(diagnosis.findings[0]!.because).not.toEqual([]);
	});

	it('with another name for a section is said to be refused by who refuses it alone', () => {
		const [offer, answer] = [OFFER, ANSWER].map((sdp) => renamed(next(sdp), 1, 'camera'));
		const [found] = look(offer!, answer!).findings;
		expect(found!.refusedBy).toEqual(['Chromium']);
		expect(found!.claim).toContain('Chromium insists on it');
	});

	it('gives no payload type another meaning', () => {
		const as = (sdp: string, vp8: string, vp9: string) =>
			next(sdp)
				.replace('a=rtpmap:96 VP8/', `a=rtpmap:96 ${vp8}/`)
				.replace('a=rtpmap:98 VP9/', `a=rtpmap:98 ${vp9}/`);
		const remapped = 'offer.payload-type-remapped';
		const found = (vp8: string, vp9: string, before = { offer: OFFER, answer: ANSWER }) =>
			look(as(OFFER, vp8, vp9), as(ANSWER, vp8, vp9), before).findings.filter(
				({ id }) => id === remapped
			);
		const [one] = found('VP9', 'VP8');
		expect(one).toMatchObject({ severity: 'worth knowing', isCertain: true });
		expect(one!.claim).toContain('Payload type 96 was VP8 in this connection, and is VP9');
		expect(one!.because).toHaveLength(2);
		// Names of codecs have no case, and a place that was given up is another section’s.
		expect(found('vp8', 'VP9')).toEqual([]);
		expect(found('VP9', 'VP8', { offer: OFFER, answer: rejecting(ANSWER, 1) })).toEqual([]);
		const other = look(withCredentials(as(OFFER, 'VP9', 'VP8')), as(ANSWER, 'VP9', 'VP8'), {
			offer: withAuthor(OFFER, '777777'),
			answer: ANSWER
		});
		expect(idsOf(other)).not.toContain(remapped);
	});

	it('may have another section where one was rejected', () => {
		const before = { offer: OFFER, answer: rejecting(ANSWER, 1) };
		const change = (sdp: string) => renamed(next(sdp), 1, 'screen');
		expect(idsOf(look(change(OFFER), change(ANSWER), before))).toEqual([]);
	});

	it('is looked at by itself where another connection begins, though one program writes one session id', () => {
		const other = (sdp: string) => withCredentials(without(sdp, 1));
		expect(idsOf(look(other(OFFER), other(ANSWER)))).not.toContain('offer.sections-gone');
		// One session id of one side for all, and versions that count on.
		const counted = look(next(other(OFFER)), withAuthor(next(other(ANSWER)), '777777'));
		expect(idsOf(counted)).not.toContain('offer.sections-gone');
		const stranger = (sdp: string) => withAuthor(next(without(sdp, 1)), '777777');
		expect(idsOf(look(stranger(OFFER), stranger(ANSWER)))).not.toContain('offer.sections-gone');
	});
});

describe('a second answer to one offer', () => {
	const beside = (first: string, second: string) =>
		diagnose({
			kind: 'description',
			role: 'answer',
			given: { sdp: second, of: 'pasted-3' },
			rival: { given: { sdp: first, of: 'pasted-2' }, isFirst: true }
		});
	const other = withCertificate(withCredentials(withAuthor(ANSWER, '777777')));

	it('of another side will bite where one connection is given both', () => {
		const { findings } = beside(ANSWER, other);
		expect(findings[0]).toMatchObject({
			id: 'negotiation.two-answerers',
			severity: 'will bite',
			isCertain: false
		});
	});

	it('is none of that offer where its sections are others', () => {
		expect(idsOf(beside(ANSWER, without(other, 1)))).not.toContain('negotiation.two-answerers');
	});

	it('of the same side is the same answer', () => {
		expect(idsOf(beside(ANSWER, next(ANSWER)))).not.toContain('negotiation.two-answerers');
	});
});

describe('an answer to it', () => {
	it('may not restart ICE where the offer does not', () => {
		const diagnosis = look(next(OFFER), withCredentials(next(ANSWER)));
		expect(idsOf(diagnosis)).toEqual(['answer.restart-not-offered']);
		expect(diagnosis.verdict?.sentence).toBe('Firefox refuses this answer, Chromium accepts it.');
	});

	it('has not restarted ICE where a server copies the origin of the offer, and nobody has', () => {
		const [, id] = /^o=\S+ (\S+)/m.exec(OFFER)!;
		const before = { offer: OFFER, answer: withAuthor(ANSWER, id!) };
		expect(idsOf(look(next(OFFER), withAuthor(next(ANSWER), id!), before))).toEqual([]);
	});

	it('nor where it copies the origin the second time alone', () => {
		const [, id] = /^o=\S+ (\S+)/m.exec(OFFER)!;
		expect(idsOf(look(next(OFFER), withAuthor(next(ANSWER), id!)))).toEqual([]);
	});

	it('restarts ICE where the offer does', () => {
		expect(idsOf(look(withCredentials(next(OFFER)), withCredentials(next(ANSWER))))).toEqual([]);
	});

	it('is of the side that answered before', () => {
		const other = withCertificate(withCredentials(withAuthor(next(ANSWER), '777777')));
		expect(idsOf(look(next(OFFER), other))).toEqual(['negotiation.two-answerers']);
		// One of these alone may change in a connection that goes on.
		for (const same of [
			withAuthor(next(ANSWER), '777777'),
			withCertificate(withAuthor(next(ANSWER), '777777')),
			withCredentials(withAuthor(next(ANSWER), '777777'))
		]) {
			expect(idsOf(look(next(OFFER), same))).not.toContain('negotiation.two-answerers');
		}
		// Whoever restarts may find another.
		expect(idsOf(look(withCredentials(next(OFFER)), other))).not.toContain(
			'negotiation.two-answerers'
		);
	});
});
