import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/lib/inspect';

const LINES = [
	's=<b>a name</b>',
	'i=<a href="x">go</a> and <i>so</i>',
	'a=fmtp:111 <script>1</script>',
	'a=mid:"><svg onload="1">'
];
const withLine = (line: string, end = '\r\n') =>
	['v=0', 'o=- 1 1 IN IP4 192.0.2.1', line, 't=0 0', 'm=audio 9 RTP/AVP 0', ''].join(end);

const sdpOf = (text: string) => {
	const found = recognise(text);
	return 'descriptions' in found ? found.descriptions.map(({ sdp }) => sdp) : [];
};

describe('a description with tags of its own', () => {
	it.each(LINES)('is whole: %s', (line) => {
		expect(sdpOf(withLine(line))).toEqual([withLine(line)]);
		expect(sdpOf(withLine(line, '\n'))).toEqual([withLine(line, '\n')]);
	});

	it.each(['<sdp>', '<div><pre>'])(
		'ends at the tag that was opened in front of it: %s',
		(opened) => {
			const closed = opened.replaceAll('<', '</').replace(/(<\/\w+>)(<\/\w+>)?/, '$2$1');
			for (const end of ['\r\n', '\\r\\n']) {
				const sdp = withLine('s=<b>a name</b>', end).slice(0, -end.length);
				const [found = ''] = sdpOf(`${opened}${sdp}${closed}`);
				expect(found.trimEnd().split(/\r?\n/)).toEqual(
					withLine('s=<b>a name</b>').trimEnd().split('\r\n')
				);
			}
		}
	);
});
