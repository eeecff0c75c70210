import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidText, toMermaid } from '../../src/lib/trace/mermaid';
import { Recording } from '../trace/recording';
import { callWithSecrets, CANDIDATE } from './samples';

/** Every line that a diagram of ours may have. */
const LINE =
	/^(sequenceDiagram|%% \d+ entries of earlier attempts are left out|participant (john as John|jane as Jane)|rect rgba\(128, 128, 128, 0\.12\)|end|note over (john|jane|john,jane): .+|(john|jane)(->>|-->>|--x)(john|jane): .+)$/;

/** The lines of a diagram without their indentation. */
function lines(one: Recording): string[] {
	return toMermaid(one.entries)
		.trimEnd()
		.split('\n')
		.map((line) => line.trim());
}

function drawn(record: (one: Recording) => void): string[] {
	const one = new Recording();
	one.attempt();
	record(one);
	return lines(one).slice(3);
}

describe('a session as a Mermaid diagram', () => {
	it('of nothing has both participants', () => {
		expect(toMermaid([])).toBe(
			'sequenceDiagram\n\tparticipant john as John\n\tparticipant jane as Jane\n'
		);
	});

	it('shows the last attempt, and says how much the earlier ones had', () => {
		const all = lines(callWithSecrets());
		expect(all[1]).toBe('%% 3 entries of earlier attempts are left out');
		expect(all.filter((line) => line.includes('new RTCPeerConnection()'))).toHaveLength(1);
	});

	it('draws a call as an arrow to oneself, with how it was settled and how long it took', () => {
		const all = drawn((one) => {
			one.done('john', 'createOffer');
			const call = one.call('jane', 'setRemoteDescription', { type: 'offer', sdp: '' });
			one.event('john', 'negotiationneeded');
			one.error('jane', 'setRemoteDescription', call, { name: 'OperationError', message: 'no' });
			one.call('john', 'createAnswer');
		});
		expect(all).toEqual([
			'john->>john: createOffer() ✓ 1 ms',
			'jane->>jane: setRemoteDescription(offer) ✕ OperationError 2 ms',
			'note over john: negotiationneeded',
			'john->>john: createAnswer() … pending'
		]);
	});

	it('draws a message as a dashed arrow, and crosses out one that was not delivered', () => {
		const all = drawn((one) => {
			one.sent('john', 1, { description: { type: 'offer', sdp: '' } });
			one.delivered('jane', 1, 'description');
			one.sent('jane', 1, { candidate: null });
		});
		expect(all).toEqual([
			'john-->>jane: offer',
			'note over jane: receives description',
			'jane--xjohn: no more candidates (waiting for John)'
		]);
	});

	it('notes that a message was altered on its way', () => {
		const all = drawn((one) => {
			const answer = { description: { type: 'answer', sdp: '' } };
			one.sent('jane', 1, answer);
			one.altered('john', 1, answer, { removed: ['a', 'b'], added: ['c'] });
			one.delivered('john', 1, 'description');
		});
		expect(all[1]).toBe('note over john: description altered: 2 lines');
	});

	// webrtc-pc, 4.8.2: the empty string ends the candidates of one transport.
	it('notes what is broken on purpose, and that it was refused', () => {
		const all = drawn((one) => {
			one.trace.record({ kind: 'deed', name: 'drop', peer: 'jane', data: { do: 'drop' } });
			const data = { error: { name: 'InvalidStateError', message: '' } };
			one.trace.record({ kind: 'deed', name: 'fail', peer: 'jane', data });
		});
		expect(all).toEqual([
			'note over john,jane: on purpose: drop',
			'note over john,jane: refused: InvalidStateError'
		]);
	});

	it('calls a candidate without a text the end of candidates', () => {
		const all = drawn((one) => one.sent('jane', 1, { candidate: { candidate: '', sdpMid: '0' } }));
		expect(all).toEqual(['jane--xjohn: no more candidates (waiting for John)']);
	});

	it('counts events that come in a row', () => {
		const all = drawn((one) => {
			one.event('john', 'icecandidate', { candidate: CANDIDATE });
			one.event('john', 'icecandidate', { candidate: CANDIDATE });
			one.event('jane', 'icecandidate', { candidate: CANDIDATE });
			one.event('john', 'icecandidate', { candidate: null });
			one.changed('john', { iceGatheringState: 'complete', signalingState: 'stable' });
		});
		expect(all).toEqual([
			'note over john: icecandidate ×2',
			'note over jane: icecandidate',
			'note over john: icecandidate null, gathering is over',
			'note over john: signalingState → stable',
			'note over john: iceGatheringState → complete'
		]);
	});

	it('shades each step, and closes what it opened', () => {
		const all = drawn((one) => {
			one.begin('john-creates-offer');
			one.done('john', 'createOffer');
			one.end('john-creates-offer');
			one.begin('john-sends-offer');
			one.fail('john-sends-offer', { name: 'TypeError', message: '' });
		});
		expect(all).toEqual([
			'rect rgba(128, 128, 128, 0.12)',
			'note over john,jane: john creates offer',
			'john->>john: createOffer() ✓ 1 ms',
			'end',
			'rect rgba(128, 128, 128, 0.12)',
			'note over john,jane: john sends offer',
			'note over john,jane: refused: TypeError',
			'end'
		]);
	});

	it('has only lines that Mermaid knows', () => {
		for (const line of lines(callWithSecrets())) expect(line).toMatch(LINE);
	});
});

describe('text in a diagram', () => {
	it.each([
		['a;b', 'a#59;b'],
		['#1', '#35;1'],
		['one\r\ntwo\u2028three', 'one two three'],
		['%%{init: {}}%%', '#37;#37;#123;init: #123;#125;#125;#37;#37;'],
		['<script>alert(1)</script>', '#60;script#62;alert(1)#60;/script#62;'],
		['', '–']
	])('%j is written as %j', (text, expected) => {
		expect(mermaidText(text)).toBe(expected);
	});

	it('never breaks a diagram, whatever is in the data', () => {
		const any = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('end', 'x;end', '\nend\n', 'a\njohn->>jane: x', '#quot;', '%%')
		);
		fc.assert(
			fc.property(any, any, (name, more) => {
				const all = drawn((one) => {
					one.begin(name);
					one.call('john', name, { type: more });
					one.event('jane', name, { kind: more });
					one.changed('john', { signalingState: more });
					one.sent('john', 1, { description: { type: more, sdp: '' } });
					one.sent('john', 2, { candidate: { candidate: more } });
					one.lost('jane', more);
				});
				for (const line of all) {
					expect(line).toMatch(LINE);
					const words = line.slice(line.indexOf(': ') + 2).replace(/#\d+;/g, '');
					if (line.includes(': ')) expect(words).not.toMatch(/[;#\n\r]|%%/);
				}
			})
		);
	});
});
