import { expect, it } from 'vitest';
import { checkServers } from '../../src/lib/preflight/servers';
import type { Judged } from '../../src/lib/servers/judged';

const SERVERS = [{ urls: ['stun:a.example'], username: '', credential: '' }];
const check = (...found: Judged[]) =>
	checkServers({ servers: SERVERS, test: () => Promise.resolve(found) });

const GOOD: Judged = { status: 'good', says: ['stun:a.example answered.', 'More.'], todo: null };
const BAD: Judged = { status: 'bad', says: ['turn:b.example refuses.'], todo: 'Mend it.' };
const OPEN: Judged = { status: 'unknown', says: ['Not seen.'], todo: null };

it('nobody is asked where none is set, in one line', async () => {
	const test = () => Promise.reject(new Error('asked'));
	expect(await checkServers({ servers: [], test })).toEqual({
		status: 'good',
		says: 'None is set, and none is needed for a call on one machine: nobody is asked.'
	});
});

it('says of each that it answered', async () => {
	expect(await check(GOOD, GOOD)).toMatchObject({
		status: 'good',
		says: 'stun:a.example answered. stun:a.example answered.'
	});
});

it('says what is wrong with the first, and how many more there are', async () => {
	expect(await check(GOOD, BAD, BAD)).toEqual({
		status: 'bad',
		says: 'turn:b.example refuses. 1 more: see Settings, Network.',
		todo: 'Mend it.'
	});
	expect(await check(GOOD, OPEN)).toMatchObject({ status: 'unknown', says: 'Not seen.' });
});
