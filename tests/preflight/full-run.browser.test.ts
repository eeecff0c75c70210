import { afterEach, expect, test, vi } from 'vitest';
import { createWalk } from '../../src/lib/call/walk';
import { checkFullRun } from '../../src/lib/preflight/full-run';

afterEach(() => vi.unstubAllGlobals());

test('a run of all steps is good in this browser, and leaves nothing behind', async () => {
	let made: ReturnType<typeof createWalk> | undefined;
	const verdict = await checkFullRun({
		createWalk: (input, steps) => (made = createWalk(input, steps)),
		patience: 20_000
	});
	expect(verdict).toMatchObject({
		status: 'good',
		says: expect.stringMatching(/^All 20 steps ran/)
	});
	expect(made!.actor.getSnapshot().status).toBe('stopped');
});

test('a step that the browser refuses is found and named', async () => {
	vi.stubGlobal(
		'RTCPeerConnection',
		class extends RTCPeerConnection {
			override createAnswer(): Promise<never> {
				return Promise.reject(new DOMException('no codecs', 'OperationError'));
			}
		}
	);
	const verdict = await checkFullRun({ createWalk, patience: 20_000 });
	expect(verdict).toMatchObject({
		status: 'bad',
		says: 'The step jane-creates-answer was refused. OperationError: no codecs'
	});
});

test('a call that never connects is found, with how far it came', async () => {
	vi.stubGlobal(
		'RTCPeerConnection',
		class extends RTCPeerConnection {
			override async addIceCandidate() {}
			override setRemoteDescription(description: RTCSessionDescriptionInit) {
				const sdp = description.sdp!.replace(/a=(candidate|end-of-candidates).*\r\n/g, '');
				return super.setRemoteDescription({ ...description, sdp });
			}
		}
	);
	const verdict = await checkFullRun({ createWalk, patience: 1500 });
	expect(verdict.status).toBe('bad');
	expect(verdict.says).toMatch(
		/of 20 steps were performed; John’s connection is|gave up on the connection/
	);
});
