import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/lib/rtc/refusal-of';
import { faultOfUrl } from '../../src/lib/servers/url';
import { faultsOfServer } from '../../src/lib/servers/server';
import { URLS } from './urls';

const LOGIN = { username: 'a', credential: 'b' };
const isRefusedHere = (urls: readonly string[], login: Partial<typeof LOGIN> = LOGIN) =>
	refusalOf({ iceServers: [{ urls: [...urls], ...login }] }) !== null;

describe('the constructor of a connection', () => {
	const sure = URLS.filter(([url]) => faultOfUrl(url)?.weight !== 'refused by some');
	it.each(sure)('refuses what is said to be refused, and nothing else: %j (%s)', (url, fault) => {
		expect(isRefusedHere([url])).toBe(fault !== null);
	});

	it('refuses some of what is said to be refused by some', () => {
		const some = URLS.filter(([url]) => faultOfUrl(url)?.weight === 'refused by some');
		const here = some.filter(([url]) => isRefusedHere([url]));
		expect(here.length).toBeGreaterThan(0);
		expect(here.length).toBeLessThan(some.length);
	});

	it.each([[{}], [{ username: 'a' }], [{ username: 'a', credential: '' }]])(
		'refuses TURN with no more than %j, as is said',
		(login) => {
			expect(isRefusedHere(['turn:a.example'], login)).toBe(true);
			const server = { urls: ['turn:a.example'], username: '', credential: '', ...login };
			expect(faultsOfServer(server)[0]).toMatchObject({ id: 'servers.no-credentials' });
		}
	);

	it('says in its own words what nobody could know, and leaves nothing open', () => {
		expect(refusalOf({ iceServers: [{ urls: 'nonsense' }] })).toMatch(/nonsense/);
		expect(refusalOf({})).toBeNull();
	});
});
