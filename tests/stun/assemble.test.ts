import { describe, expect, it } from 'vitest';
import { bindingRequest, fieldsOf, fromHex, readMessage } from '../../src/lib/stun';
import { assembleCheck, isCheck } from '../../src/lib/stun/assemble';
import { PEER_NAMES, otherPeer, type PeerName, type SessionView } from '../../src/lib/trace';
import { entries, viewAfter } from '../focus/recorded';

/** The steps of the recorded call, in the order in which they were performed. */
const STEPS = [...new Set(entries.flatMap(({ step }) => (step === undefined ? [] : [step])))];
const after = (step: string) => viewAfter(STEPS.indexOf(step) + 1);

function checkIn(view: SessionView, from: PeerName) {
	const result = assembleCheck(view, from);
	if (!isCheck(result)) throw new Error(result.why);
	return result;
}

const valueIn = (view: SessionView, peer: PeerName, name: string) =>
	new RegExp(`^a=${name}:(\\S+)`, 'm').exec(
		view.peers[peer].descriptions.currentLocalDescription!.sdp
	)![1];

describe('the check of a call', () => {
	const view = after('remaining-candidates');

	it.each(PEER_NAMES)('is signed for whom it goes to: from %s', (from) => {
		const { check } = checkIn(view, from);
		const to = otherPeer(from);
		expect(check.receiver).toBe(valueIn(view, to, 'ice-ufrag'));
		expect(check.sender).toBe(valueIn(view, from, 'ice-ufrag'));
		expect(check.password).toBe(valueIn(view, to, 'ice-pwd'));
	});

	it('has the role of whom it comes from, and only the controlling side nominates', () => {
		expect(checkIn(view, 'john').check).toMatchObject({
			role: 'controlling',
			useCandidate: true
		});
		expect(checkIn(view, 'jane').check).toMatchObject({
			role: 'controlled',
			useCandidate: false
		});
	});

	it('has the priority by which the other side has seen it, where nobody had signaled the candidate', () => {
		const early = after('jane-adds-candidate');
		const seen = early.peers.john
			.stats!.pairs.map(({ remote }) => remote)
			.find(({ type }) => type === 'prflx');
		expect(seen?.priority).toBeDefined();
		expect(checkIn(early, 'jane').check.priority).toBe(seen!.priority);
	});

	it('goes from and to the ends of the selected pair', () => {
		const { source, target, local, remote } = checkIn(view, 'john');
		const { selected } = view.peers.john.stats!;
		expect(local.port).toBe(selected!.local.port);
		expect(remote.port).toBe(selected!.remote.port);
		expect(source === null).toBe(!selected!.local.address);
		if (target) expect(target.port).toBe(selected!.remote.port);
	});

	it('is written, and says all that', async () => {
		const { check } = checkIn(view, 'john');
		const bytes = await bindingRequest({
			...check,
			transactionId: fromHex('00112233445566778899aabb'),
			tieBreaker: 1n
		});
		const fields = fieldsOf(readMessage(bytes));
		expect(fields.find(({ name }) => name === 'USERNAME')!.text).toBe(
			`${valueIn(view, 'jane', 'ice-ufrag')}:${valueIn(view, 'john', 'ice-ufrag')}`
		);
	});

	it.each([
		['john-creates-peer-connection', 'john', 'no local description'],
		['john-sets-local-description', 'john', 'does not know Jane’s ufrag'],
		['jane-sets-remote-description', 'jane', 'no local description']
	] as const)('is not there after %s, and it is said why', (step, from, why) => {
		const result = assembleCheck(after(step), from);
		expect(isCheck(result) ? null : result.why).toContain(why);
	});
});
