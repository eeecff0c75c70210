import { describe, expect, it } from 'vitest';
import { browserPageIn } from '../../src/lib/inspect/browser-page';
import { costOfLength } from '../tools/growth';

describe('a page of a browser that was copied is known by its own headings', () => {
	it.each([
		['about:webrtc\n\nPeerConnection', 'firefox'],
		['## about:webrtc:', 'firefox'],
		['▼ show raw candidates\n', 'firefox'],
		['Raw Local Candidate\tRaw Remote Candidate\n', 'firefox'],
		['Local SDP (Offer)\nv=0', 'firefox'],
		['ICE(PC:{0a1b} 1700000000000000 (id=1 url=https://a.example/)): peer', 'firefox'],
		['chrome://webrtc-internals/\nRead Stats From: Standardized', 'chromium'],
		['> Create Dump\n', 'chromium'],
		['Create a WebRTC-Internals dump\n', 'chromium'],
		['Stats graphs for candidate-pair (state=failed, id=CP1)', 'chromium'],
		['ICE connection state: new => checking', 'chromium']
	])('%j', (text, page) => {
		expect(browserPageIn(text)).toBe(page);
	});

	it.each([
		'WebRTC: ICE failed, add a STUN server and see about:webrtc for more details',
		'WebRTC: ICE failed, your TURN server appears to be broken, see about:webrtc for more details peer.js:12',
		'I looked at about:webrtc and chrome://webrtc-internals and saw nothing.',
		'In chrome://webrtc-internals I press Create Dump, and the ICE candidate grid is empty.',
		'Please open about:webrtc, press “show raw candidates” and paste the Local SDP (Offer).',
		'How do I read the Stats Tables and the Stats graphs for candidate-pair?',
		'Chrome (chrome://webrtc-internals): connected'
	])('and not by what somebody says of it: %j', (text) => {
		expect(browserPageIn(text)).toBeNull();
	});

	it.each(['  ', '> ', 'about:webrtc', 'Stats graphs for a', 'ICE connection state: '])(
		'many of %j cost what they are long',
		(one) => {
			expect(costOfLength((count) => one.repeat(count), 400, browserPageIn)).toBeLessThan(6);
		}
	);
});
