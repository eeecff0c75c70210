import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { fixture } from './fixtures';

const only = (text: string) => {
	const [line] = annotate(text).lines;
	if (line === undefined) throw new Error('There is no line.');
	return line;
};

describe('lines', () => {
	it('keeps each line ending, whichever it is', () => {
		const { lines } = annotate('v=0\r\ns=-\nt=0 0\ra=x\r\n\n');
		expect(lines.map(({ text, ending }) => [text, ending])).toEqual([
			['v=0', '\r\n'],
			['s=-', '\n'],
			['t=0 0', '\r'],
			['a=x', '\r\n'],
			['', '\n']
		]);
	});

	it('numbers the lines from 1', () => {
		expect(annotate('v=0\ns=-').lines.map(({ number }) => number)).toEqual([1, 2]);
	});

	it('has no lines where there is no text', () => {
		expect(annotate('').lines).toEqual([]);
	});

	it('keeps a last line that has no ending', () => {
		expect(annotate('v=0\r\ns=-').lines.at(-1)).toMatchObject({ text: 's=-', ending: '' });
	});
});

describe('sections', () => {
	it('puts what stands in front of the first m= line into the session part', () => {
		const { session, sections } = annotate(fixture('chromium-offer-created'));
		expect(session.lines.map(({ type }) => type).join('')).toBe('vostaaa');
		expect(sections.map(({ kind, mid }) => [kind, mid])).toEqual([
			['audio', '0'],
			['video', '1'],
			['application', '2']
		]);
	});

	it('finds a section by its mid', () => {
		const description = annotate(fixture('chrome-2016-plan-b-offer'));
		expect(description.sectionOf('video')?.index).toBe(1);
		expect(description.sectionOf('constructor')).toBeUndefined();
	});

	it('tells a rejected section from one that is bundle-only', () => {
		const [, video] = annotate(fixture('jsep-answer')).sections;
		const [, bundled] = annotate(fixture('jsep-offer')).sections;
		expect([video?.isRejected, bundled?.isRejected, bundled?.isBundleOnly]).toEqual([
			true,
			false,
			true
		]);
	});

	it('takes the direction and the role of the session part where a section has none', () => {
		const [section] = annotate('a=recvonly\na=setup:passive\nm=audio 9 RTP/AVP 0').sections;
		expect(section?.direction).toBe('recvonly');
		expect(section?.effective('setup')?.fields.get('role')).toBe('passive');
	});
});

describe('what is not SDP', () => {
	it.each(['hello', '=', 'A=1', '1=2', ' v=0', '\u0000', '{"type":"offer"}'])(
		'keeps %j, marks it and says why',
		(text) => {
			expect(only(text)).toMatchObject({ text, type: '', known: false, spec: null });
			expect(only(text).problem).toMatch(/one letter and an equals sign/);
			expect(only(text).tokens).toMatchObject([{ name: 'text', value: text }]);
		}
	);

	it('marks an empty line', () => {
		expect(annotate('v=0\n\ns=-').lines[1]?.problem).toMatch(/empty/);
	});

	it('keeps a line of a type that SDP does not have', () => {
		expect(only('q=1')).toMatchObject({ known: false, type: 'q' });
		expect(only('q=1').explanation).toMatch(/No specification/);
	});

	it.each([
		['a=candidate:1 1 udp', /ends before its priority/],
		['a=candidate:1 1 udp 99 1.2.3.4 5 typ', /“typ” has no value/],
		['a=candidate:1 1 udp 99 1.2.3.4 99999 typ host', /port must be/],
		['a=fingerprint:sha-256 AA:BB', /32 bytes/],
		['a=fingerprint:sha-256 nonsense', /row of bytes/],
		['a=setup:both', /actpass, active, passive or holdconn/],
		['a=rtpmap:200 VP8/90000', /0 to 127/],
		['a=rtpmap:96 VP8', /^The clock-rate is missing\.$/],
		['a=imageattr:flob', /^The direction is missing\.$/],
		['a=rtpmap:96 VP8 90000', /^There is a space where “\/” should be\.$/],
		['a=rtcp:x', /port must be a number from 0 to 65535/],
		['a=ptime:fast', /time must be a number/],
		['a=maxptime:', /missing/],
		['a=framerate:29,97', /frame rate must be a number/],
		['a=connection:old', /new or existing/],
		['a=tls-id:short', /20 to 255/],
		['a=remote-candidates:1 192.0.2.3', /component, an address and a port/],
		['b=AS:x', /bandwidth must be a number/],
		['a=ice-ufrag:abc', /4 to 256/],
		['a=rtcp-mux:yes', /more on the line/],
		['a=extmap:0 urn:x', /1 to 255/],
		['a=extmap:1/up urn:x', /direction must be/],
		['a=sctp-port:70000', /0 to 65535/],
		['a=ssrc:99999999999 cname:x', /32 bits/],
		['a=simulcast:q;h', /send or recv before/],
		['a=simulcast:send ', /missing/],
		['a=mid:', /missing/],
		['a=fmtp:96', /missing/],
		['a=fmtp:97 apt=96', /no payload type “97”/]
	])('tells what is wrong with %s', (line, problem) => {
		const { lines } = annotate(`m=video 9 UDP/TLS/RTP/SAVPF\n${line}`);
		expect(lines.at(-1)).toMatchObject({ text: line, known: true });
		expect(lines.at(-1)?.problem).toMatch(problem);
	});

	it('tells when a line stands in the wrong part', () => {
		expect(only('a=mid:0').problem).toMatch(
			/^This line belongs in a section, after its m= line\.$/
		);
		expect(annotate('m=audio 9 RTP/AVP 0\na=ice-lite').lines[1]?.problem).toMatch(/session part/);
	});

	it('tells when a registered attribute stands in the wrong part', () => {
		expect(only('a=T38MaxBitRate:14400').problem).toMatch(/after its m= line/);
		expect(annotate('m=audio 9 RTP/AVP 0\na=cname:x').lines[1]?.problem).toMatch(/after a=ssrc/);
	});

	it.each(['a=', 'a=:1'])('tells that %s names no attribute', (text) => {
		expect(only(text)).toMatchObject({
			problem: 'The attribute has no name.',
			explanation: 'The attribute has no name.'
		});
	});

	it('makes no sentence with what is no number', () => {
		for (const text of ['b=AS:x', 'b=TIAS:1e9', 'a=max-message-size:x', 'a=rtcp:x']) {
			const line = annotate(`m=video 9 UDP/TLS/RTP/SAVPF\n${text}`).lines[1];
			expect(line?.problem).toMatch(/must be/);
			expect(JSON.stringify(line)).not.toMatch(/NaN|Invalid/);
		}
		expect(JSON.stringify(only('t=x 99999999999'))).not.toMatch(/NaN|Invalid/);
	});

	it('tells of a group that names no section', () => {
		expect(only('a=group:BUNDLE 7').problem).toBe('No section has the mid “7”.');
	});

	it('tells of a mid and of a payload type that come twice', () => {
		const twice = annotate('m=audio 9 RTP/AVP 0 0\na=mid:0\nm=audio 9 RTP/AVP 0\na=mid:0');
		expect(twice.lines[0]?.problem).toMatch(/twice/);
		expect(twice.lines[3]?.problem).toMatch(/already has the mid/);
	});
});

describe('plain data', () => {
	it('can be carried by JSON and structuredClone', () => {
		const json = annotate(fixture('firefox-simulcast-offer')).toJSON();
		expect(JSON.parse(JSON.stringify(json))).toEqual(json);
		expect(structuredClone(json)).toEqual(json);
		expect(json.lines[0]).toMatchObject({ section: -1, text: 'v=0', ending: '\r\n', known: true });
	});
});

describe('text from strangers', () => {
	it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>'])(
		'says %s as it is, and never as anything but text',
		(payload) => {
			const line = only(`s=${payload}`);
			expect(line.explanation).toBe(`The session is called “${payload}”.`);
			expect(line.tokens[1]?.value).toBe(payload);
		}
	);

	it('answers to names that every object has as to unknown ones', () => {
		for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
			expect(only(`a=${name}:1`)).toMatchObject({ known: false, attribute: name });
			const { lines } = annotate(
				`m=video 9 UDP/TLS/RTP/SAVPF 96\na=rtpmap:96 ${name}/90000\na=fmtp:96 ${name}=1\na=candidate:1 1 udp 1 1.2.3.4 5 typ host ${name} 1`
			);
			for (const { explanation, tokens } of lines) {
				expect(typeof explanation).toBe('string');
				for (const { meaning } of tokens) expect(typeof meaning).toBe('string');
			}
		}
	});

	it('keeps sentences short, however long a value is', () => {
		expect(only(`s=${'x'.repeat(1e6)}`).explanation.length).toBeLessThan(120);
	});
});
