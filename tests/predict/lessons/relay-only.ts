import type { PeerName, TraceEntry } from '../../../src/lib/trace';
import { altered, beside, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const RELAY_ONLY = walkedBy('relay-only');

const gathering = 'relay-only/john-sets-local-description';
const answering = 'relay-only/jane-answers';

const inStep = (step: string, is: (entry: TraceEntry) => boolean) =>
	RELAY_ONLY.find((entry) => entry.step === step && is(entry))!;

const set = inStep(
	gathering,
	({ kind, name }) => kind === 'call' && name === 'setLocalDescription'
);
const begun = inStep(
	gathering,
	({ kind, data }) =>
		JSON.stringify(data ?? null).includes('"iceGatheringState":"gathering"') && kind === 'changed'
);
const end = inStep(answering, ({ kind, name }) => kind === 'step' && name === 'end');

/** His browser found a candidate of this type. */
const finding = (type: string) => () =>
	altered(RELAY_ONLY, (entry) =>
		entry.seq === begun.seq
			? [
					entry,
					beside(entry, {
						kind: 'event',
						name: 'icecandidate',
						peer: 'john',
						data: {
							candidate: {
								candidate: `candidate:1 1 udp 41885439 192.0.2.7 50000 typ ${type}`,
								sdpMid: '0',
								sdpMLineIndex: 0,
								usernameFragment: 'abcd'
							}
						}
					})
				]
			: entry
	);

/** Both came to this state while the step waited. */
const reaching = (state: string) => () =>
	altered(RELAY_ONLY, (entry) =>
		entry.seq === end.seq
			? [
					...(['john', 'jane'] satisfies PeerName[]).map((peer) =>
						beside(entry, {
							kind: 'changed',
							name: 'connectionState',
							peer,
							data: { connectionState: state }
						})
					),
					entry
				]
			: entry
	);

export const ofRelayOnly: readonly OfLesson[] = [
	[
		'nothing-gathered',
		RELAY_ONLY,
		gathering,
		'nothing',
		'When iceGatheringState was complete, no candidates had been found.',
		{
			'his own': finding('host'),
			'a relayed one': finding('relay'),
			refused: () =>
				altered(RELAY_ONLY, (entry) =>
					entry.call === set.seq
						? {
								...entry,
								kind: 'error',
								data: { name: 'InvalidAccessError', message: 'There is no server.' }
							}
						: entry
				)
		}
	],
	[
		'agreed-no-path',
		RELAY_ONLY,
		answering,
		'new',
		'6.0 s after John had taken the answer, his connectionState read new, and Jane’s new.',
		{ failed: reaching('failed'), connected: reaching('connected') }
	]
];
