import { describe, expect, it } from 'vitest';
import {
	attributeOf,
	bindingError,
	bindingRequest,
	bindingSuccess,
	fieldsOf,
	fingerprintHolds,
	fromHex,
	integrityHolds,
	readMessage,
	readXorMappedAddress,
	StunError,
	toHex,
	type Check,
	type StunMessage
} from '../../src/lib/stun';
import { Chance } from '../tools/chance';
import { PASSWORD, REQUEST, RESPONSE_4, RESPONSE_6 } from './vectors';

const mappedIn = (message: StunMessage) =>
	readXorMappedAddress(attributeOf(message, 'XOR-MAPPED-ADDRESS')!.value, message.transactionId);

const textOf = (message: StunMessage, name: string) =>
	fieldsOf(message).find((field) => field.name === name)?.text;

describe('the examples of RFC 5769', () => {
	it('are read, and are signed as they say', async () => {
		for (const bytes of [REQUEST, RESPONSE_4, RESPONSE_6]) {
			const message = readMessage(bytes);
			expect(await integrityHolds(message, PASSWORD)).toBe(true);
			expect(await integrityHolds(message, `${PASSWORD}x`)).toBe(false);
			expect(fingerprintHolds(message)).toBe(true);
		}
	});

	it('say what they say: the request who, how much, and what it is', () => {
		const request = readMessage(REQUEST);
		expect(request.type).toBe('Binding request');
		expect(textOf(request, 'USERNAME')).toBe('evtj:h6vY');
		expect(textOf(request, 'SOFTWARE')).toBe('STUN test client');
		expect(textOf(request, 'PRIORITY')).toBe('1845494271 = 110 × 2^24 + 1 × 2^8 + (256 − 1)');
		expect(textOf(request, 'ICE-CONTROLLED')).toBe('932ff9b151263b36');
	});

	it('say where the request came from, over IPv4 and IPv6', () => {
		expect(mappedIn(readMessage(RESPONSE_4))).toEqual({ address: '192.0.2.1', port: 32853 });
		expect(mappedIn(readMessage(RESPONSE_6))).toEqual({
			address: '2001:db8:1234:5678:11:2233:4455:6677',
			port: 32853
		});
	});
});

const CHECK: Check = {
	transactionId: fromHex('b7e7a701bc34d686fa87dfae'),
	receiver: 'evtj',
	sender: 'h6vY',
	priority: 1853824767,
	role: 'controlling',
	tieBreaker: 0x932ff9b151263b36n,
	useCandidate: true,
	password: PASSWORD
};

describe('a check that is written', () => {
	it('is read as what it was written from', async () => {
		const request = readMessage(await bindingRequest(CHECK));
		expect(request.attributes.map(({ name }) => name)).toEqual([
			'USERNAME',
			'PRIORITY',
			'ICE-CONTROLLING',
			'USE-CANDIDATE',
			'MESSAGE-INTEGRITY',
			'FINGERPRINT'
		]);
		expect(textOf(request, 'USERNAME')).toBe('evtj:h6vY');
		expect(textOf(request, 'PRIORITY')).toMatch(/^1853824767 = 110 /);
		expect(await integrityHolds(request, PASSWORD)).toBe(true);
		expect(fingerprintHolds(request)).toBe(true);
	});

	it('is signed otherwise where one letter of the password is another', async () => {
		const right = await bindingRequest(CHECK);
		const wrong = await bindingRequest({ ...CHECK, password: `W${PASSWORD.slice(1)}` });
		const signature = (bytes: Uint8Array) =>
			attributeOf(readMessage(bytes), 'MESSAGE-INTEGRITY')!.value;
		expect(toHex(signature(wrong))).not.toBe(toHex(signature(right)));
		expect(await integrityHolds(readMessage(wrong), PASSWORD)).toBe(false);
	});

	it('is nominated by the controlling side alone', async () => {
		const request = readMessage(
			await bindingRequest({ ...CHECK, role: 'controlled', useCandidate: false })
		);
		expect(attributeOf(request, 'USE-CANDIDATE')).toBeUndefined();
		expect(attributeOf(request, 'ICE-CONTROLLED')).toBeDefined();
		expect(attributeOf(request, 'ICE-CONTROLLING')).toBeUndefined();
	});

	it('cannot be signed with nothing', async () => {
		await expect(bindingRequest({ ...CHECK, password: '' })).rejects.toThrow('empty');
	});

	it.each(['192.0.2.1', '10.0.0.255', '::1', '2001:db8::', 'fe80::1:0:0:1', '1:0:2:0:0:3:0:4'])(
		'is answered with where it came from: %s',
		async (address) => {
			const from = { address, port: 51344 };
			const response = readMessage(await bindingSuccess(CHECK.transactionId, from, PASSWORD));
			expect(response.type).toBe('Binding success response');
			expect(mappedIn(response)).toEqual({
				...from,
				address: address === '1:0:2:0:0:3:0:4' ? '1:0:2::3:0:4' : address
			});
			expect(await integrityHolds(response, PASSWORD)).toBe(true);
		}
	);

	it('is refused with a code and a reason, which nobody signs', () => {
		const refusal = readMessage(bindingError(CHECK.transactionId, 401, 'Unauthorized'));
		expect(refusal.type).toBe('Binding error response');
		expect(refusal.attributes.map(({ name }) => name)).toEqual(['ERROR-CODE', 'FINGERPRINT']);
		expect(toHex(attributeOf(refusal, 'ERROR-CODE')!.value.subarray(0, 4))).toBe('00000401');
		expect(textOf(refusal, 'ERROR-CODE')).toBe('401 Unauthorized');
		expect(fingerprintHolds(refusal)).toBe(true);
	});

	it('is not answered where that is a name', async () => {
		const from = { address: 'f2a1.local', port: 9 };
		await expect(bindingSuccess(CHECK.transactionId, from, PASSWORD)).rejects.toThrow(SyntaxError);
	});
});

describe('the fields of a message', () => {
	it('are all of its bytes, one after the other', async () => {
		for (const bytes of [REQUEST, RESPONSE_4, RESPONSE_6, await bindingRequest(CHECK)]) {
			let end = 0;
			for (const field of fieldsOf(readMessage(bytes))) {
				expect(field.start).toBe(end);
				expect(field.value).toBeGreaterThanOrEqual(field.start);
				expect(field.text).not.toBe('');
				end = field.end;
			}
			expect(end).toBe(bytes.length);
		}
	});

	it('say that an attribute is unknown, and whether it may be skipped', () => {
		const unknown = (code: string) =>
			fieldsOf(
				readMessage(fromHex(`0001 0008 2112a442 ${'00'.repeat(12)} ${code} 0002 abcd 0000`))
			);
		expect(unknown('7777').at(-1)).toMatchObject({ name: 'attribute 0x7777', text: 'abcd' });
		expect(unknown('7777').at(-1)!.meaning).toContain('has to understand');
		expect(unknown('c001').at(-1)!.meaning).toContain('may skip');
	});

	it('say why a request was refused', () => {
		const refusal = fromHex(
			`0111 0014 2112a442 ${'00'.repeat(12)} 0009 0010 00000401 556e617574686f72697a6564`
		);
		expect(fieldsOf(readMessage(refusal)).at(-1)).toMatchObject({
			name: 'ERROR-CODE',
			text: '401 Unauthorized'
		});
	});
});

describe('bytes that are no message', () => {
	const broken = (change: (bytes: Uint8Array) => void, length = REQUEST.length) => {
		const bytes = REQUEST.slice(0, length);
		change(bytes);
		return () => readMessage(bytes);
	};

	it.each([
		['nothing', () => readMessage(new Uint8Array()), 0, '20 bytes'],
		['too few for a header', broken(() => {}, 19), 19, '20 bytes'],
		['the first bits of RTP', broken((bytes) => (bytes[0] = 0x80)), 0, 'first two bits'],
		['another cookie', broken((bytes) => (bytes[7] = 0)), 4, 'magic cookie'],
		['an odd length', broken((bytes) => (bytes[3] = 0x59)), 2, 'multiple of 4'],
		['too short a message', broken(() => {}, 80), 2, 'there are 60'],
		['an attribute that does not end', broken((bytes) => (bytes[23] = 0xff)), 22, 'does not end']
	])('are named as that: %s', (_, read, offset, said) => {
		expect(read).toThrow(StunError);
		expect(read).toThrow(said);
		try {
			read();
		} catch (error) {
			expect((error as StunError).offset).toBe(offset);
		}
	});

	it('throw nothing else, whatever they are', () => {
		const chance = new Chance(5389);
		for (let time = 0; time < 3000; time += 1) {
			const bytes = REQUEST.slice(0, chance.whole(0, REQUEST.length));
			for (let change = chance.whole(0, 3); change > 0 && bytes.length > 0; change -= 1) {
				bytes[chance.whole(0, bytes.length - 1)] = chance.whole(0, 255);
			}
			if (bytes.length >= 4 && chance.whole(0, 1)) bytes[3] = bytes.length - 20;
			try {
				const message = readMessage(bytes);
				expect(fieldsOf(message).at(-1)!.end).toBe(bytes.length);
			} catch (error) {
				expect(error).toBeInstanceOf(StunError);
			}
		}
	});
});
