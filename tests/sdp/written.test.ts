import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';

const SECTION = 'm=video 9 UDP/TLS/RTP/SAVPF 96\na=rtpmap:96 VP8/90000\n';
const inSection = (text: string) => {
	const found = annotate(SECTION + text).lines.at(-1);
	if (found === undefined) throw new Error('There is no line.');
	return found;
};
const sectionOf = (text: string) => {
	const [section] = annotate(SECTION + text).sections;
	if (section === undefined) throw new Error('There is no section.');
	return section;
};

const END = 'There is a space at the end of the line, where nothing may stand.';

describe('the name of an attribute is a token', () => {
	it.each([
		['a= mid:0', 'The name of an attribute may not have a space in it.'],
		['a=mid :0', 'There is a space behind “mid”, where a colon should be.'],
		['a=rtpmap 97 VP8/90000', 'There is a space behind “rtpmap”, where a colon should be.'],
		['a=ice-lite x', 'There is a space behind “ice-lite”, where the line should end.'],
		['a==d', 'The name of an attribute may not have “=” in it.'],
		['a=a=b:c', 'The name of an attribute may not have “=” in it.'],
		['a=foo bar', 'The name of an attribute may not have a space in it.'],
		['a=foo@bar:1', 'The name of an attribute may not have “@” in it.'],
		['a=rtcp-mux\t', 'The name of an attribute may not have a tab in it.'],
		['a=mid\u0000:0', 'The name of an attribute may not have the character U+0000 in it.'],
		['a=größe:1', 'The name of an attribute may not have “ö” in it.'],
		['a=x"y', 'The name of an attribute may not have “"” in it.'],
		['a=(x)', 'The name of an attribute may not have “(” in it.'],
		['a=T38/x:1', 'The name of an attribute may not have “/” in it.'],
		['a=\u{1F600}', 'The name of an attribute may not have “\u{1F600}” in it.'],
		['a= ', 'The name of an attribute may not have a space in it.']
	])('%j', (text, problem) => {
		expect(inSection(text).problem).toBe(problem);
		expect(inSection(text).explanation).not.toMatch(/which no known specification defines/);
	});

	it.each(['a=x!#$%&*+-.^_`{|}~9', 'a=X-custom.name:1', "a=it's:1"])(
		'%s is one that nobody defines, and no problem',
		(text) => {
			expect(inSection(text)).toMatchObject({ problem: null, known: false });
			expect(inSection(text).explanation).toMatch(/which no known specification defines/);
		}
	);
});

describe('a space behind an attribute that has no value', () => {
	it.each(['recvonly', 'sendonly', 'inactive', 'rtcp-mux', 'bundle-only', 'end-of-candidates'])(
		'“a=%s ” is marked, and counts as browsers count it',
		(name) => {
			expect(inSection(`a=${name} `)).toMatchObject({
				attribute: name,
				known: true,
				problem: END
			});
			expect(inSection(`a=${name} `).explanation).toBe(inSection(`a=${name}`).explanation);
			expect(sectionOf(`a=${name} `).attribute(name)).toBeDefined();
		}
	);

	it('is the direction of the section all the same', () => {
		expect(sectionOf('a=recvonly ').direction).toBe('recvonly');
		expect(sectionOf('a=recvonly please').direction).toBe('recvonly');
		expect(sectionOf('a= recvonly').direction).toBe('sendrecv');
		expect(sectionOf('a=recvonly\t').direction).toBe('sendrecv');
	});

	it('gives no name, no codec and no number to what stands behind the space', () => {
		expect(sectionOf('a=mid 0').mid).toBeNull();
		expect(sectionOf('a=rtpmap 97 VP8/90000').codecs.has('97')).toBe(false);
	});

	it('is named in registered attributes without a rule too', () => {
		expect(inSection('a=T38FaxVersion 0')).toMatchObject({
			problem: 'The name of an attribute may not have a space in it.'
		});
	});
});

describe('a colon and nothing behind it', () => {
	it.each(['a=recvonly:', 'a=rtcp-mux:', 'a=x-unheard-of:'])('%s', (text) => {
		expect(inSection(text).problem).toBe('There is a colon, and no value behind it.');
	});

	it('belongs to a=rtcp-xr, which may ask for nothing', () => {
		expect(inSection('a=rtcp-xr:').problem).toBeNull();
	});
});

describe('spaces', () => {
	it.each([
		['a=mid:0 ', END],
		['a=rtpmap:97 VP8/90000 ', END],
		['a=setup:actpass  ', END],
		['a=ice-options:trickle ', END],
		['a=candidate:1 1 udp 1 192.0.2.1 5 typ host ', 'There is a space at the end of the line.'],
		['a=group:BUNDLE  0', 'There are two spaces where one should be.'],
		['a=ice-options:trickle  renomination', 'There are two spaces where one should be.'],
		['a=mid: 0', 'There is a space where the identification-tag should be.'],
		['a=rtpmap:97  VP8/90000', 'There is a space where the encoding should be.'],
		['a=setup: active', 'There is a space where the role should be.']
	])('%j', (text, problem) => {
		const only = annotate(
			text.startsWith('a=group') ? `${text}\n${SECTION}a=mid:0` : SECTION + text
		);
		const line = only.lines.find((one) => one.text === text);
		expect(line?.problem).toBe(problem);
	});

	it('are marked on m= and o= lines, too', () => {
		const { lines } = annotate(
			'o=- 1 1 IN IP4 127.0.0.1 \nm=audio 9 RTP/AVP 0  8\nm=audio 9 RTP/AVP 0 '
		);
		expect(lines.map(({ problem }) => problem)).toEqual([
			END,
			'There are two spaces where one should be.',
			END
		]);
	});

	it('may stand where the value is text', () => {
		const { lines } = annotate('s=A name \ni=Two  spaces \na=tool:x ');
		expect(lines.map(({ problem }) => problem)).toEqual([null, null, null]);
	});
});

describe('what is marked and can be read is still explained', () => {
	it.each(['a=mid:0 ', 'a=candidate:3$3 1 udp 1 192.0.2.1 5 typ host'])('%s', (text) => {
		expect(inSection(text).problem).not.toBeNull();
		expect(inSection(text).explanation).not.toMatch(/cannot be read/);
	});
});

describe('an old hint about streams', () => {
	it.each([
		['a=msid-semantic: WMS', /^An old hint/],
		['a=msid-semantic:WMS', /^An old hint/],
		['a=msid-semantic:  WMS', /^An old hint/],
		['a=msid-semantic: WMS  *', /^An old hint/],
		['a=msid-semantic: WMS a b ', /^An old hint.*: a and b\.$/]
	])('%j is no statement about what is sent', (text, sentence) => {
		const [line] = annotate(text).lines;
		expect(line?.problem).toBeNull();
		expect(line?.explanation).toMatch(sentence);
		expect(line?.explanation).not.toMatch(/sends/);
	});

	it.each(['a=msid-semantic:', 'a=msid-semantic: '])('%j lacks its word', (text) => {
		expect(annotate(text).lines[0]?.problem).toBe('The semantic is missing.');
	});
});

describe('the version', () => {
	it('is called what it is where there is no such version', () => {
		const [line] = annotate('v=1').lines;
		expect(line?.problem).toBe('The version must be 0.');
		expect(line?.explanation).toBe(
			'This says version “1” of SDP, which does not exist: there is 0 only.'
		);
		expect(line?.tokens.at(-1)?.meaning).toBe('A version that does not exist.');
		expect(annotate('v=0').lines[0]?.explanation).toMatch(/^This is SDP, version 0/);
	});
});
