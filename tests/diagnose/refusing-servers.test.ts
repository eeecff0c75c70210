import { describe, expect, it } from 'vitest';
import { candidate, exchanged, failed, peers } from './made-call';

describe('servers that refuse', () => {
	const error = (errorCode: number, url = 'turn:t.example:3478?transport=udp', text = '') => ({
		url,
		errorCode,
		errorText: text
	});

	it.each([
		[401, 'turn.unauthorized'],
		[403, 'turn.forbidden'],
		[437, 'turn.allocation-mismatch'],
		[438, 'turn.stale-nonce'],
		[486, 'turn.quota'],
		[508, 'turn.insufficient-capacity'],
		[701, 'turn.unreachable'],
		[699, 'turn.error']
	])('with %i are told as what it means', (code, id) => {
		const call = exchanged();
		call.event('john', 'icecandidateerror', error(code));
		const found = failed(call).findings.find((one) => one.id === id);
		expect(found).toMatchObject({ severity: 'will bite' });
		expect(found!.claim).toContain('turn:t.example:3478');
		expect(found!.claim).toContain(String(code));
	});

	it('a STUN server that is not reached does no harm in a call that works', () => {
		const call = exchanged();
		call.event('john', 'icecandidateerror', error(701, 'stun:s.example:3478'));
		call.both('connecting', 'checking').both('connected', 'connected');
		expect(call.first).toMatchObject({ id: 'stun.unreachable', severity: 'worth knowing' });
	});

	it('a TURN server that is not reached does no harm where another gave a relay', () => {
		const call = exchanged().gather(
			'john',
			candidate('8.8.4.4', 1, 'typ relay raddr 0.0.0.0 rport 0')
		);
		call.event('john', 'icecandidateerror', error(701));
		expect(failed(call).findings.find(({ id }) => id === 'turn.unreachable')!.severity).toBe(
			'worth knowing'
		);
	});

	it('is the last that was left where relays alone are allowed and all is gathered', () => {
		const urls = ['turn:t.example:3478', 'turn:other.example'];
		const call = peers({ iceTransportPolicy: 'relay', iceServers: [{ urls }] });
		call.agree().event('john', 'icecandidateerror', error(401));
		const weight = () => call.findings.find(({ id }) => id === 'turn.unauthorized');
		expect(weight()).toMatchObject({ severity: 'worth knowing' });
		call.changed('john', { iceGatheringState: 'complete' });
		expect(weight()).toMatchObject({ severity: 'breaks the call' });
		expect(weight()!.claim).toContain('John has no relay');
	});

	it('is the last that was left where each server that there is has refused', () => {
		const iceServers = [{ urls: ['turn:t.example:3478?transport=tcp'] }];
		const call = peers({ iceTransportPolicy: 'relay', iceServers }).agree();
		call.event('john', 'icecandidateerror', error(701));
		const unreachable = call.findings.find(({ id }) => id === 'turn.unreachable');
		expect(unreachable).toMatchObject({ severity: 'worth knowing' });
		call.event('john', 'icecandidateerror', error(401));
		expect(call.first).toMatchObject({ id: 'turn.unauthorized', severity: 'breaks the call' });
		const other = failed(call).findings.find(({ id }) => id === 'turn.unreachable');
		expect(other).toMatchObject({ severity: 'worth knowing' });
		expect(other!.claim).toContain('another of its addresses was reached');
	});

	it('is not said to be done without where nothing came about so far', () => {
		const call = exchanged();
		call.event('john', 'icecandidateerror', error(401));
		expect(call.findings[0]).toMatchObject({ id: 'turn.unauthorized', severity: 'worth knowing' });
		expect(call.findings[0]!.claim).not.toMatch(/came about|gave/);
	});

	it('what is no error is none', () => {
		const call = exchanged();
		call.event('john', 'icecandidateerror', { url: null, errorCode: null, errorText: null });
		expect(call.ids).toEqual([]);
	});
});
