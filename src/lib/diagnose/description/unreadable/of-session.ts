import { describeAddress } from '../../../ice';
import { BOTH_BROWSERS } from '../../../sdp';
import { said, wordsIn, type Demand } from './demand';

/** What browsers want of the lines that are no attributes, but for m=. */
export const OF_SESSION: readonly Demand[] = [
	{
		id: 'sdp.version',
		on: ['v'],
		fault: ({ value }) =>
			value === '0' ? null : `names the version ${said(value)}; there is 0 alone`,
		refusedBy: ['Firefox'],
		todo: 'Write v=0. The number that grows with each offer is the third of o=.',
		source: 'RFC 8866, 5.1'
	},
	{
		id: 'sdp.origin-fields',
		on: ['o'],
		fault: (line) =>
			wordsIn(line).length < 6 ? `has ${wordsIn(line).length} fields, and o= has 6` : null,
		refusedBy: BOTH_BROWSERS,
		todo: 'Write o=- with an id, a version and IN IP4 127.0.0.1.',
		source: 'RFC 8866, 5.2'
	},
	{
		id: 'sdp.origin-number',
		on: ['o'],
		fault: (line) => {
			const [, id = '0', version = '0'] = wordsIn(line);
			const odd = [id, version].find((word) => !/^\d+$/.test(word));
			return odd === undefined ? null : `has ${said(odd)} where o= has a number`;
		},
		refusedBy: ['Firefox'],
		todo: 'Make id and version whole numbers.',
		source: 'RFC 8866, 5.2'
	},
	{
		id: 'sdp.times',
		on: ['t'],
		fault: ({ value }) =>
			/^\d+ +\d+ *$/.test(value) ? null : 'has not the two numbers that t= has',
		refusedBy: ['Firefox'],
		todo: 'Write t=0 0: a call is not bound to a time.',
		source: 'RFC 8866, 5.9'
	},
	{
		id: 'sdp.connection-fields',
		on: ['c'],
		fault: (line) =>
			wordsIn(line).length < 3 ? `has ${wordsIn(line).length} fields, and c= has 3` : null,
		refusedBy: BOTH_BROWSERS,
		todo: 'Write c=IN IP4 0.0.0.0: with ICE the address does not count, but it has to be there.',
		source: 'RFC 8866, 5.7'
	},
	{
		id: 'sdp.connection-name',
		on: ['c'],
		fault: (line) => {
			const [, type, address] = wordsIn(line);
			// What was masked in copying was a number when it was handed over.
			const isMasked = address !== undefined && describeAddress(address).scope === 'masked';
			return type === 'IP4' && address !== undefined && !isMasked && !/^[\d./]+$/.test(address)
				? `has the name ${said(address)} for an address`
				: null;
		},
		refusedBy: ['Firefox'],
		todo: 'Write an address in numbers; with ICE it does not count, and may be 0.0.0.0.',
		source: 'RFC 8866, 5.7'
	},
	{
		id: 'sdp.bandwidth-kind',
		on: ['b'],
		fault: ({ value }) =>
			value.includes(':') ? null : 'does not say of which kind its bandwidth is',
		refusedBy: ['Chromium'],
		todo: 'Write b=AS: with kilobits or b=TIAS: with bits for each second.',
		source: 'RFC 8866, 5.8'
	},
	{
		id: 'sdp.bandwidth-number',
		on: ['b'],
		fault: ({ value }) => {
			const [, amount] = /^(?:AS|TIAS):(.*)$/.exec(value) ?? [];
			return amount === undefined || /^\d+$/.test(amount)
				? null
				: `has ${said(amount)} where a bandwidth is a whole number`;
		},
		refusedBy: BOTH_BROWSERS,
		todo: 'Write a whole number, or take the line out.',
		source: 'RFC 8866, 5.8'
	}
];
