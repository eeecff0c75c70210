import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';
import { hasMask } from '../../src/lib/inspect/masked';
import { withoutColours } from '../../src/lib/inspect/unwrap/colours';
import { costOfLength } from '../tools/growth';
import { findingsOf, headOf, mattersIn } from './concluded';
import { sdp } from './fixtures';

const OFFER = sdp('chromium-offer-gathered');
const ANSWER = sdp('firefox-answer-gathered');

/** An offer in which all addresses are hidden so. */
const hiding = (mask: string, text = OFFER) =>
	text
		.replaceAll(/(?<=^[oc]=.*IN IP4 )\S+$/gm, mask)
		.replaceAll(/(?<=^a=rtcp:\d+ IN IP4 )\S+$/gm, mask)
		.replaceAll(/(?<=^a=candidate:\S+ \d \w+ \d+ )\S+/gm, mask)
		.replaceAll(/(?<=^a=candidate:.* raddr )\S+/gm, mask);

const notesOf = (text: string) => {
	const found = recognise(text);
	return 'notes' in found ? found.notes.map(({ id }) => id) : [];
};

const MASKS = [
	'MY_IP',
	'ip',
	'YOUR_IP',
	'PUBLIC_IP',
	'SERVER_PUBLIC_IP',
	'EXTERNAL_IP',
	'IP_ADDRESS',
	'HOST_IP',
	'JANUS_IP',
	'yourPublicIp',
	'myip',
	'my-ip-address',
	'your.ip.here',
	'IP_1',
	'SERVER1_IP',
	'$IP',
	'$PUBLIC_IP',
	'%IP%',
	'__IP__',
	'--IP--',
	'-hidden-',
	'"ip"',
	'my.ip.add.ress',
	'@IP@',
	'A.B.C.D',
	'a.b.c.d',
	'xx.yy.zz.ww',
	'aaa.bbb.ccc.ddd',
	'abc.def.ghi.jkl',
	'nnn.nnn.nnn.nnn',
	'10.x.y.z',
	'1xx.2xx.3.4',
	'50.20.Z.Z',
	'192.168.x',
	'46.1**.**.7',
	'хх.ххх',
	'█.█.█.█',
	'███████',
	'•••',
	'***',
	'xx',
	'123.456.7.89',
	'192.0.2.256',
	'999.999.999.999',
	'REDACTED',
	'[redacted]',
	'(hidden)',
	'<snip>',
	'<my.public.ip>',
	'<server>',
	'[my ip]',
	'(my ip)',
	'<public ip of the server>'
];

describe('an address that was masked is blamed for nothing, and the rest is judged:', () => {
	it.for(MASKS)('%s', async (mask) => {
		const text = hiding(mask);
		const ids = (await findingsOf(text)).map(({ id }) => id);
		expect([ids.filter((id) => id !== 'ice.masked-addresses'), notesOf(text)]).toEqual([
			[],
			['masked']
		]);
		const head = await headOf(text);
		expect('conclusions' in head && head.conclusions[0]!.verdict).toMatchObject({ isGood: true });
		const faulty = text.replaceAll(/^a=rtcp-mux\r\n/gm, '');
		expect(await mattersIn(faulty)).toContain('sdp.no-rtcp-mux');
	});

	it('what a program fills in as well', async () => {
		for (const mask of ['{{ip}}', '${ip}']) {
			expect(await mattersIn(hiding(mask))).toEqual([]);
			expect(notesOf(hiding(mask))).toEqual(['filled-in']);
		}
	});

	it('in both of an exchange', async () => {
		const both = await mattersIn(`${OFFER}\n${ANSWER}`);
		expect(await mattersIn(`${hiding('MY_IP')}\n${hiding('YOUR_IP', ANSWER)}`)).toEqual(both);
	});

	it('in loose candidates', () => {
		const lines = ['(my ip)', 'MY_IP', '{{ip}}', '<my ip>'].map(
			(mask) => `candidate:1 1 udp 2122260223 ${mask} 50001 typ host generation 0\n`
		);
		expect(recognise(lines.join(''))).toMatchObject({
			candidates: lines.map((line) => ({ text: line.trim() }))
		});
	});

	it('and no candidate is one of a private network alone, where another is masked', async () => {
		const [host, from] = [
			'192.168.1.4 5000 typ host',
			'5000 typ srflx raddr 192.168.1.4 rport 5000'
		];
		const of = (...lines: string[]) =>
			OFFER.replaceAll(/^a=candidate:.*\r\n/gm, '').replaceAll(
				/^a=mid:.*\r\n/gm,
				(mid) => mid + lines.map((line) => `a=candidate:1 1 udp 2130706431 ${line}\r\n`).join('')
			);
		const named = async (text: string) => (await findingsOf(text)).map(({ id }) => id);
		expect(await named(of(host))).toContain('ice.only-private');
		for (const mask of ['MY_IP', '(my ip)', '<public ip>'])
			expect(await named(of(host, `${mask} ${from}`))).not.toContain('ice.only-private');
	});
});

describe('a line that has no mask is judged beside those that have', () => {
	it('as the name of a host behind a masked address', async () => {
		let at = 0;
		const text = OFFER.replaceAll(/(?<=^c=IN IP4 )\S+$/gm, () => (at++ ? 'foo.example' : 'MY_IP'));
		expect(at).toBeGreaterThan(1);
		expect(await mattersIn(text)).toContain('sdp.connection-name');
	});

	it('as a password that is too short, behind a masked one', async () => {
		let at = 0;
		const text = OFFER.replaceAll(/(?<=^a=ice-pwd:)\S+$/gm, () => (at++ ? 'short' : '<pwd>'));
		expect(await mattersIn(text.replace(/^a=group.*\r\n/m, ''))).toContain(
			'sdp.ice-credentials-length'
		);
	});
});

describe('no mask is', () => {
	it.for([
		'foo.example',
		'my-host',
		'my_host',
		'host',
		'server',
		'ip-10-0-0-1',
		'ip-10-0-0-1.ec2.internal',
		'ip.example.org',
		'ip_service',
		'my-ip.example.org',
		'clip',
		'tulip.org',
		'1.2.3.com',
		'a.b.c.org',
		'turn.local',
		'x.org',
		'(null)',
		'<nil>',
		'null',
		'"foo.example"',
		'foo-',
		'undefined',
		'[object Object]',
		'[2001:db8::1]',
		'[fe80::1%eth0]',
		'(192.0.2.1)',
		'192.0.2.255',
		'192.0.2.1234',
		'192.0.2',
		'fe80::1'
	])('%s in the place of an address', (address) => {
		expect(hasMask(`c=IN IP4 ${address}`)).toBe(false);
		expect(hasMask(`a=candidate:1 1 udp 2130706431 ${address} 5000 typ host`)).toBe(false);
	});

	it.for(['foo.example', 'my-host', 'ip-10-0-0-1', '(null)'])(
		'%s, which is a fault in c=',
		async (name) => {
			expect(await mattersIn(OFFER.replaceAll(/(?<=^c=IN IP4 )\S+$/gm, name))).toContain(
				'sdp.connection-name'
			);
		}
	);
});

const FULL = Array.from({ length: 32 }, () => 'A1').join(':');

describe('a secret is masked', () => {
	it.for([
		[
			'a=ice-ufrag:',
			['<ufrag>', 'xx', 'XXXX', 'UFRAG', 'YOUR_UFRAG', '••••', '[redacted]', 'USER']
		],
		['a=ice-ufrag:', ['$UFRAG', '{ufrag}', '__UFRAG__', 'ab**', '????', '---', 'REMOVED', 'ufrag']],
		[
			'a=ice-pwd:',
			['<pwd>', 'xx', 'PASSWORD', 'MY_PWD', '••••••••', '(hidden)', 'abXXXXXX', 'PWD']
		],
		['a=fingerprint:sha-256 ', ['<fingerprint>', 'FINGERPRINT', 'xx', '12:34:56:..:EF', 'HASH']],
		[
			'a=fingerprint:sha-256 ',
			['FINGERPRINT256', 'xx:xx:xx', '12:34:**:**', 'XX:XX:XX:XX', '[my fingerprint]']
		],
		['a=fingerprint:', ['<fingerprint>', 'sha-256 ████', 'REDACTED']]
	] as [string, string[]][])('in %s %j', async ([name, values]) => {
		for (const value of values) {
			const text = OFFER.replaceAll(
				new RegExp(`^${name}.*$`, 'gm'),
				name + value.replaceAll('$', '$$$$')
			);
			const ids = (await findingsOf(text)).map(({ id }) => id);
			expect([value, ids, notesOf(text)]).toEqual([value, [], ['masked']]);
		}
	});

	it('of an answer alone, which is not held against its offer', async () => {
		const answer = sdp('chromium-answer-gathered');
		for (const line of ['a=ice-ufrag:REDACTED', 'a=ice-pwd:secret', 'a=fingerprint:sha-256 xx']) {
			const name = line.slice(0, line.indexOf(':'));
			const text = `${OFFER}\n${answer.replaceAll(new RegExp(`^${name}:.*$`, 'gm'), line)}`;
			const head = await headOf(text);
			expect('conclusions' in head && head.conclusions.map(({ verdict }) => verdict)).toMatchObject(
				[{ sentence: 'A browser accepts this answer.' }]
			);
			expect([line, await mattersIn(text)]).toEqual([line, []]);
		}
	});

	it.for([
		[
			'a=ice-ufrag:',
			['abcd', 'xXxX', 'user', 'test', 'x9xx', 'null', 'KEY/', 'IPIP', 'ab', 'hash']
		],
		['a=ice-pwd:', ['pQ7rStUvWxYz0123456711ab', 'passwordpasswordpassword12', 'short', '(null)']],
		['a=ice-pwd:', ['XXxxXXxxXXxxXXxxXXxxXXxx', 'abcdXXXXXXXXXXXXXXXXXX12']],
		['a=fingerprint:sha-256 ', [FULL, FULL.toLowerCase(), 'A1:B2:C3', 'undefined', 'A1B2C3']]
	] as [string, string[]][])('and not in %s %j', ([name, values]) => {
		expect(values.filter((value) => hasMask(name + value))).toEqual([]);
	});
});

describe('an m behind a bracket', () => {
	it('begins a word of a mask, where no colour is set', () => {
		const text = 'c=IN IP4 [my ip]\r\na=candidate:1 1 udp 1 [my ip] 5 typ host\r\n';
		expect(withoutColours(text)).toBe(text);
	});

	it('sets a colour back, where one was set, and still begins a word', () => {
		expect(withoutColours('[32mINFO[m v=0\n[1;31mERROR[0m c=IN IP4 [my ip]\n')).toBe(
			'INFO v=0\nERROR c=IN IP4 [my ip]\n'
		);
	});
});

it('masks are looked for in time in proportion to the length', () => {
	for (const unit of ['(a-a_', 'x.', '[my ', 'xx:', '--a', 'ip_', '$a.']) {
		const line = (count: number) => `a=candidate:1 1 udp 1 ${unit.repeat(count)} 5 typ host`;
		expect(costOfLength(line, 2000, hasMask)).toBeLessThan(8);
	}
});
