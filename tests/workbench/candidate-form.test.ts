import { describe, expect, it } from 'vitest';
import { fieldsOf, withField } from '../../src/lib/ui/workbench/candidate-form';

const LINE =
	'candidate:842163049 1 udp 1677729535 192.0.2.7 46154 typ srflx raddr 10.0.0.1 rport 46154 generation 0 ufrag aB3d network-cost 50';
const written = (changes: object = {}) =>
	JSON.stringify(
		{ candidate: LINE, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'aB3d', ...changes },
		null,
		'\t'
	);

const valuesOf = (text: string) =>
	Object.fromEntries(fieldsOf(text)!.map(({ name, value }) => [name, value]));

describe('the form of a candidate', () => {
	it('has each word of the line that is a value, and the members beside it', () => {
		expect(valuesOf(written())).toEqual({
			foundation: '842163049',
			component: '1',
			transport: 'udp',
			priority: '1677729535',
			address: '192.0.2.7',
			port: '46154',
			type: 'srflx',
			raddr: '10.0.0.1',
			rport: '46154',
			generation: '0',
			ufrag: 'aB3d',
			'network-cost': '50',
			sdpMid: '0',
			sdpMLineIndex: '0',
			usernameFragment: 'aB3d'
		});
	});

	it('says what a value means, as it is now', () => {
		const type = () => fieldsOf(written())!.find(({ name }) => name === 'type')!;
		expect(type().meaning).toMatch(/\S/);
		const host = withField(written(), type().at, 'host');
		const meaning = fieldsOf(host)!.find(({ name }) => name === 'type')!.meaning;
		expect(meaning).toMatch(/\S/);
		expect(meaning).not.toBe(type().meaning);
	});

	it.each(fieldsOf(written())!.map((field) => [field.name, field] as const))(
		'changes %s, and nothing else',
		(name, { at }) => {
			const changed = withField(written(), at, '7');
			expect(valuesOf(changed)).toEqual({ ...valuesOf(written()), [name]: '7' });
		}
	);

	it.each(fieldsOf(written())!.map((field) => [field.name, field] as const))(
		'keeps every field where it is while %s is empty',
		(name, { at }) => {
			const emptied = withField(written(), at, '');
			expect(valuesOf(emptied)).toEqual({ ...valuesOf(written()), [name]: '' });
			const before = fieldsOf(written())!.find((one) => one.at === at)!.value;
			expect(withField(emptied, at, before)).toBe(written());
		}
	);

	it('has null for an empty member, and makes no two words of one', () => {
		expect(JSON.parse(withField(written(), 'sdpMid', ''))).toMatchObject({ sdpMid: null });
		expect(JSON.parse(withField(written(), 'sdpMLineIndex', '2'))).toMatchObject({
			sdpMLineIndex: 2
		});
		expect(valuesOf(withField(written(), 4, ' 192.0.2.7 1'))['address']).toBe('192.0.2.71');
	});

	it.each(['', '{', '[]', '"x"', '{"sdpMid":"0"}', written({ candidate: '' })])(
		'is none for %j',
		(text) => {
			expect(fieldsOf(text)).toBeNull();
		}
	);
});
