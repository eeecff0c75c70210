import { expect, it } from 'vitest';
import { answerOf, candidate, offerOf } from '../diagnose/made-call';
import { headOf } from './concluded';
import { dumpIn } from './made';
import { internalsDump, offered, states, type Logged } from './made-dump';

/** An answer that was changed on its way: the offerer was told another user name for ICE. */
const TOLD = answerOf({ ufrag: 'zzzz' });
const JOHN: Logged[] = [
	...offered({ answer: TOLD }),
	...states(0.2, 'checking', 'connecting'),
	...states(15, 'failed')
];
const JANE: Logged[] = [
	[0.05, 'setRemoteDescription', offerOf()],
	[0.06, 'setRemoteDescriptionOnSuccess'],
	[0.07, 'createAnswer', {}],
	[0.08, 'createAnswerOnSuccess', answerOf()],
	[0.09, 'setLocalDescription', answerOf()],
	[0.1, 'setLocalDescriptionOnSuccess'],
	[0.11, 'onicecandidate', candidate('203.0.113.7', 50_002, 'typ host', 'bbbb')],
	[0.13, 'addIceCandidate', candidate('192.168.7.4')]
];

it('who was told another user name for ICE talked with whom it talked with', () => {
	const dump = dumpIn(internalsDump([{ log: JOHN }, { log: JANE }]));
	expect(dump.connections.map(({ partner }) => partner)).toEqual(['8-2', '8-1']);
});

it('and both are shown, though of one alone it is known that it failed', async () => {
	const head = await headOf(internalsDump([{ log: JOHN }, { log: JANE }]));
	const findings = head.kind === 'unknown' ? [] : head.conclusions[0]!.findings;
	expect(findings[0]).toMatchObject({ id: 'ice.ufrag-differs', severity: 'breaks the call' });
});

it('of two that may be meant nobody is', () => {
	const other = internalsDump([{ log: JOHN }, { log: JANE }, { log: JANE }]);
	expect(dumpIn(other).connections[0]!.partner).toBeNull();
});
