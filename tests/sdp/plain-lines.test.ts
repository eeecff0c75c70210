import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { ATTRIBUTE_RULES, LINE_RULES } from '../../src/lib/sdp/grammar';

const only = (text: string) => annotate(text).lines[0];
const inSection = (text: string) => annotate(`m=audio 9 RTP/AVP 0\n${text}`).lines[1];
const meaningOf = (text: string, name: string) =>
	only(text)?.tokens.find((token) => token.name === name)?.meaning;

describe('the session part', () => {
	it.each([
		[
			'o=- 7 2 IN IP4 127.0.0.1',
			'Session 7, version 2 of its description; the address is a placeholder.'
		],
		[
			'o=bob 7 2 IN IP4 192.168.1.2',
			'Session 7, version 2 of its description, made by “bob”; it was made at 192.168.1.2.'
		],
		['t=3724394400 0', 'The session begins at 2018-01-08 10:00 UTC and has no end.'],
		[
			't=3724394400 3724398000',
			'The session begins at 2018-01-08 10:00 UTC and ends at 2018-01-08 11:00 UTC.'
		],
		['k=prompt', 'The user is to be asked for an encryption key: obsolete, and not to be used.'],
		[
			'z=2882844526 -1h',
			'The clocks change once while the session repeats: its times move with them.'
		],
		[
			'b=AS:2500',
			'This side wants to receive at most 2.5 Mbit/s, headers of RTP, UDP and IP included.'
		],
		['b=CT:1000', 'All media of the session together take at most 1 Mbit/s.']
	])('%s', (text, sentence) => {
		expect(only(text)).toMatchObject({ problem: null, explanation: sentence });
	});

	it('tells what a real address in o= tells', () => {
		expect(meaningOf('o=- 1 1 IN IP4 10.0.0.7', 'unicast-address')).toMatch(/is a private address/);
		expect(meaningOf('o=- 1 1 IN IP4 0.0.0.0', 'unicast-address')).toMatch(/^A placeholder/);
	});

	it.each(['s=', 'e=', 'p= ', 'i='])('misses what %s should say', (text) => {
		expect(only(text)?.problem).toMatch(/missing|may not be empty/);
		expect(only(text)?.explanation).not.toMatch(/: \./);
	});

	it('says in which unit a bandwidth is', () => {
		expect(meaningOf('b=TIAS:1', 'bwtype')).toMatch(/: bit\/s\.$/);
		expect(meaningOf('b=AS:1', 'bwtype')).toMatch(/: kbit\/s\.$/);
	});
});

describe('amounts', () => {
	it.each([
		['a=max-message-size:1073741823', '1073741823 bytes (1 GiB)'],
		['a=max-message-size:262144', '262144 bytes (256 KiB)'],
		['a=max-message-size:1', '1 byte'],
		['b=TIAS:999999', '1 Mbit/s'],
		['b=TIAS:999', '999 bit/s']
	])('%s says %s', (text, words) => {
		expect(inSection(text)?.explanation).toContain(` ${words}`);
	});
});

describe('transport', () => {
	it('says that SCTP port 0 closes the association', () => {
		expect(inSection('a=sctp-port:0')?.explanation).toMatch(/^Port 0 closes the SCTP association/);
	});

	it('reads the candidates that SIP chose three words at a time', () => {
		const line = inSection('a=remote-candidates:1 192.0.2.3 45664 2 192.0.2.3 45665');
		expect(line?.explanation).toBe(
			'These candidates of the other side were chosen: 192.0.2.3 port 45664 for component 1 and 192.0.2.3 port 45665 for component 2.'
		);
		expect(line?.tokens.slice(2).map(({ meaning }) => meaning)).toEqual([
			'The component, 1: 1 for RTP, 2 for RTCP.',
			expect.stringMatching(/^192\.0\.2\.3 is an address/),
			'Its port, 45664.',
			'The component, 2: 1 for RTP, 2 for RTCP.',
			expect.stringMatching(/^192\.0\.2\.3 is an address/),
			'Its port, 45665.'
		]);
	});
});

describe('every word that a rule names', () => {
	it.each([...LINE_RULES, ...ATTRIBUTE_RULES])('has a meaning in %s', (_, rule) => {
		if (typeof rule.shape !== 'string') return;
		const names = [...rule.shape.matchAll(/\{([^}.*]+)/g)].map(([, name]) => name ?? '');
		expect(names.filter((name) => !rule.meanings.has(name))).toEqual([]);
	});
});
