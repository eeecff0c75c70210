import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/lib/diagnose';
import { fixture } from '../sdp/fixtures';
import { inSection, parts } from './damages';

const crlf = (name: string) => fixture(name).replace(/\r?\n/g, '\r\n');
/** Without its section for data. */
const ofMedia = (name: string) =>
	(parts(crlf(name)) as string[])
		.filter((part) => !part.startsWith('m=application'))
		.join('')
		.replace(/^(a=group:BUNDLE 0 1) 2/m, '$1');
type Directions = readonly (string | null)[];

/** A description whose sections for media have these directions; null for one that is rejected. */
const having = (name: string, directions: Directions, read = ofMedia) =>
	directions.reduce(
		(sdp: string, direction, at) =>
			inSection(sdp, at, (section) =>
				direction === null
					? section.replace(/^(m=\S+) \d+/, '$1 0')
					: section.replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)/m, `a=${direction}`)
			),
		read(name)
	);

const look = (offered: Directions, answered: Directions, read = ofMedia) =>
	diagnose({
		kind: 'exchange',
		offer: { sdp: having('chromium-offer-gathered', offered, read), of: 'pasted-1' },
		answer: { sdp: having('chromium-answer-gathered', answered, read), of: 'pasted-2' }
	}).findings.filter(({ id }) => id.startsWith('media.'));

describe('directions', () => {
	it.each([
		[
			['recvonly', 'recvonly'],
			['inactive', 'inactive']
		],
		[
			['recvonly', 'sendrecv'],
			['recvonly', 'inactive']
		],
		[
			['sendrecv', 'sendrecv'],
			['inactive', null]
		]
	])('by which nothing flows at all break what was wanted: %j, %j', (offered, answered) => {
		const [first] = look(offered, answered);
		expect(first).toMatchObject({ id: 'media.no-direction', severity: 'breaks a part' });
		expect(first!.claim).toMatch(/^Nothing flows in any section: .*audio.*; .*video/);
	});

	it('do not break a call that carries data', () => {
		const all = ['recvonly', 'recvonly'];
		const [first] = look(all, ['inactive', 'inactive'], crlf);
		expect(first).toMatchObject({ id: 'media.no-direction', severity: 'worth knowing' });
	});

	it('that are inactive on both sides are on hold', () => {
		const [first] = look(['inactive', 'inactive'], ['inactive', 'inactive']);
		expect(first).toMatchObject({ id: 'media.no-direction', severity: 'worth knowing' });
	});

	it('by which something flows are named where something does not', () => {
		const [first] = look(['sendrecv', 'recvonly'], ['sendrecv', 'recvonly']);
		expect(first).toMatchObject({ id: 'media.no-direction', severity: 'worth knowing' });
		expect(first!.claim).toContain('Nothing flows in video');
	});

	it('tell that the answerer sends nothing, and nothing where it sends, or was not to', () => {
		const both = ['sendrecv', 'sendrecv'];
		expect(look(both, ['recvonly', 'recvonly'])).toMatchObject([
			{ id: 'media.answerer-sends-nothing', severity: 'worth knowing' }
		]);
		expect(look(both, ['sendrecv', 'recvonly'])).toEqual([]);
		expect(look(['sendonly', 'sendonly'], ['recvonly', 'recvonly'])).toEqual([]);
	});
});
