import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configured } from '../../src/lib/rtc/configured';
import { keepNetwork, recallNetwork } from '../../src/lib/rtc/keep-network';
import { recallConfiguration } from '../../src/lib/rtc/network';
import { NOTHING_SET, type Network } from '../../src/lib/servers/network';

const SET: Network = {
	...NOTHING_SET,
	servers: [{ urls: ['turn:turn.example.org'], username: 'ada', credential: 'pw' }],
	policy: 'relay'
};

function forget() {
	vi.restoreAllMocks();
	keepNetwork(NOTHING_SET, false);
	localStorage.clear();
	sessionStorage.clear();
}
beforeEach(forget);
afterEach(forget);

describe('what was set for connections', () => {
	it('is nothing at first', () => {
		expect(recallNetwork()).toEqual({ network: NOTHING_SET, isKept: false });
		expect(recallConfiguration()).toBeNull();
	});

	it('is the tab’s own, where nobody asked for more', () => {
		expect(keepNetwork(SET, false)).toBe(true);
		expect(recallNetwork()).toEqual({ network: SET, isKept: false });
		expect(localStorage.length).toBe(0);
		sessionStorage.clear();
		expect(recallConfiguration()).toBeNull();
	});

	it('is kept on this machine where it was asked for, and no longer than that', () => {
		keepNetwork(SET, true);
		expect(recallNetwork()).toEqual({ network: SET, isKept: true });
		expect(sessionStorage.length).toBe(0);
		keepNetwork(SET, false);
		expect(localStorage.length).toBe(0);
		expect(recallNetwork().isKept).toBe(false);
		keepNetwork(NOTHING_SET, false);
		expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
	});

	it.each(['not JSON', '{"servers":[{"urls":"stun:x"}]}', 'null'])(
		'is as good as never kept where it is %s',
		(text) => {
			localStorage.setItem('parley:network', text);
			expect(recallNetwork()).toEqual({ network: NOTHING_SET, isKept: false });
			expect(recallConfiguration()).toBeNull();
		}
	);

	it('is used by this page where the browser forbids storage, which is told', () => {
		for (const name of ['setItem', 'getItem', 'removeItem'] as const) {
			vi.spyOn(Storage.prototype, name).mockImplementation(() => {
				throw new DOMException('forbidden', 'SecurityError');
			});
		}
		expect(keepNetwork(SET, true)).toBe(false);
		expect(recallNetwork()).toEqual({ network: SET, isKept: false });
	});
});

describe('a connection', () => {
	const made = (set: RTCConfiguration | null, own?: RTCConfiguration) => {
		const pc = new (configured(RTCPeerConnection, set))(own);
		const { iceTransportPolicy, bundlePolicy } = pc.getConfiguration();
		pc.close();
		return { pc, iceTransportPolicy, bundlePolicy };
	};

	it('is made with what was set, and is the browser’s own', () => {
		const { pc, ...rest } = made({ iceTransportPolicy: 'relay' });
		expect(pc).toBeInstanceOf(RTCPeerConnection);
		expect(rest).toEqual({ iceTransportPolicy: 'relay', bundlePolicy: 'balanced' });
	});

	it('is made with what a step asks for, whatever was set', () => {
		const { pc, ...rest } = made(
			{ iceTransportPolicy: 'relay', bundlePolicy: 'max-bundle' },
			{ iceTransportPolicy: 'all' }
		);
		expect(pc.signalingState).toBe('closed');
		expect(rest).toEqual({ iceTransportPolicy: 'all', bundlePolicy: 'max-bundle' });
	});

	it('is made by the browser’s own class where nothing was set', () => {
		expect(configured(RTCPeerConnection, null)).toBe(RTCPeerConnection);
	});
});
