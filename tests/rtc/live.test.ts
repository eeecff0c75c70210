import { describe, expect, it, vi } from 'vitest';
import { LivePeers } from '../../src/lib/rtc/live';

const pc = { name: 'a connection' } as unknown as RTCPeerConnection;
const local = { id: 'a stream' } as MediaStream;
const NOTHING = { pc: null, local: null, remote: null };

describe('what is alive', () => {
	it('is nothing at first', () => {
		const live = new LivePeers();
		expect([live.john, live.jane]).toEqual([NOTHING, NOTHING]);
	});

	it('is kept by peer, and added to what was told before', () => {
		const live = new LivePeers();
		live.update('john', { pc });
		live.update('john', { local });
		expect(live.john).toEqual({ pc, local, remote: null });
		expect(live.jane).toEqual(NOTHING);
	});

	it('is forgotten peer by peer', () => {
		const live = new LivePeers();
		live.update('john', { pc });
		live.update('jane', { pc });
		live.forget('john');
		expect(live.john).toEqual(NOTHING);
		expect(live.jane.pc).toBe(pc);
	});

	it('is another object after each change, so that whoever compares it sees that it changed', () => {
		const live = new LivePeers();
		const before = live.peers;
		expect(live.peers).toBe(before);
		live.update('john', { local });
		expect(live.peers).not.toBe(before);
		expect(before.john).toEqual(NOTHING);
		expect(live.peers.john.local).toBe(local);
	});

	it('is told to whoever follows, until they end it', () => {
		const live = new LivePeers();
		const told = vi.fn();
		const end = live.subscribe(told);
		live.update('john', { pc });
		live.forget('john');
		end();
		live.update('john', { pc });
		expect(told).toHaveBeenCalledTimes(2);
	});
});
