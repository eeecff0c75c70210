import { describe, expect, it } from 'vitest';
import { findingsOf } from './concluded';
import { sdp } from './fixtures';

const host = (address: string) =>
	`candidate:1 1 udp 2122260223 ${address} 61120 typ host generation 0`;
const srflx = (address: string) =>
	`candidate:2 1 udp 1686052607 ${address} 36004 typ srflx raddr 10.1.12.193 rport 61120 generation 0`;
const listOf = (...lines: string[]) => lines.map((line) => `${line}\n`).join('');
const idsOf = async (text: string) => (await findingsOf(text)).map(({ id }) => id);

const UNREADABLE = [
	'candidate:3 1 udp 1853300479 10.17.131.21 35042 typ  raddr 172.17.42.1 rport 35042 generation 0',
	'candidate:3 1 udp 1853300479 8.8.4.4 65536 typ host',
	'candidate:3 1 udp 1853300479 8.8.4.4 5000'
];

describe('of a list in which something cannot be read, nothing is said of all', () => {
	it.each(['123.456.7.89', 'x.x.x.x', '<public ip>', '[redacted]', 'MY_IP'])(
		'where an address is masked: %s',
		async (mask) => {
			expect(await idsOf(listOf(host('10.1.12.193'), srflx(mask)))).toEqual([
				'ice.masked-addresses'
			]);
		}
	);

	it.each(UNREADABLE)('where a candidate is none: %s', async (line) => {
		for (const text of [listOf(host('10.1.12.193'), line), listOf(line, host('10.1.12.193'))])
			expect(await idsOf(text)).toEqual(['ice.candidate-unreadable']);
	});

	it('and it is, where all can be read', async () => {
		expect(await idsOf(listOf(host('10.1.12.193'), host('10.1.12.194')))).toEqual([
			'ice.only-private'
		]);
	});

	it('nor of the candidates of a description', async () => {
		const bare = sdp('chromium-offer-gathered').replaceAll(/^a=candidate:.*\r\n/gm, '');
		const withLines = (...lines: string[]) =>
			bare.replace(/^a=mid:.*\r\n/m, (mid) => mid + lines.map((line) => `a=${line}\r\n`).join(''));
		expect(await idsOf(withLines(host('10.1.12.193')))).toContain('ice.only-private');
		for (const line of UNREADABLE.slice(1)) {
			const ids = await idsOf(withLines(host('10.1.12.193'), line));
			expect(ids).toContain('sdp.candidate-unreadable');
			expect(ids).not.toContain('ice.only-private');
			const alone = await idsOf(withLines(line).replaceAll(/^a=ice-options:.*\r\n/gm, ''));
			expect(alone).toContain('sdp.candidate-unreadable');
			expect(alone).not.toContain('ice.no-candidates');
		}
		const none = await idsOf(bare.replaceAll(/^a=ice-options:.*\r\n/gm, ''));
		expect(none).toContain('ice.no-candidates');
	});
});

describe('a candidate alone that cannot be read', () => {
	it.each([
		[UNREADABLE[0]!, 'has "raddr" where a candidate has its type'],
		[UNREADABLE[1]!, 'has "65536" where a candidate has its port'],
		[UNREADABLE[2]!, 'has fewer words than a candidate'],
		[`a=${UNREADABLE[0]!}`, 'has "raddr" where a candidate has its type']
	])('is said to be none: %s', async (line, fault) => {
		expect(await findingsOf(listOf(line))).toMatchObject([
			{ id: 'ice.candidate-unreadable', claim: `A candidate ${fault}, and cannot be read.` }
		]);
	});

	it('is not, where a console shortened it or an address is masked', async () => {
		for (const line of ['candidate:1 1 u…typ host', host('(my own ip)'), host('xx')])
			expect(await idsOf(listOf(line))).not.toContain('ice.candidate-unreadable');
	});

	it('nor where it is whole', async () => {
		expect(await idsOf(listOf(host('8.8.4.4')))).toEqual([]);
	});
});
