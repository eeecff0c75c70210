import type { TraceEntry } from '../../../src/lib/trace';
import { altered, recordingOf } from '../recorded';
import type { OfLesson } from './row';

const STUN_AND_TURN = recordingOf('stun-and-turn');

const inVain = 'stun-and-turn/john-asks-in-vain';
const answering = 'stun-and-turn/jane-answers-again';

const isRefusal = ({ step, name }: TraceEntry) => step === inVain && name === 'icecandidateerror';
const set = STUN_AND_TURN.find(
	({ step, kind, name }) => step === inVain && kind === 'call' && name === 'setLocalDescription'
)!;
const found = STUN_AND_TURN.find(
	({ step, kind, name, data }) =>
		step === inVain &&
		kind === 'event' &&
		name === 'icecandidate' &&
		JSON.stringify(data).includes(' typ srflx')
)!;
const AGREED = STUN_AND_TURN.find(
	({ step, kind, name }) =>
		step === answering && kind === 'result' && name === 'setRemoteDescription'
)!;
/** A report of the relay, which is all that was used before. */
const relayed = STUN_AND_TURN.find(
	({ kind, peer, seq, data }) =>
		kind === 'stats' &&
		peer === 'john' &&
		seq < AGREED.seq &&
		(data as { selected?: unknown } | undefined)?.selected
)!;

export const ofStunAndTurn: readonly OfLesson[] = [
	[
		'refusal-told',
		STUN_AND_TURN,
		inVain,
		'an event',
		'icecandidateerror 401 for turn:192.0.2.1:3478?transport=udp; the candidates beside it: host, srflx.',
		{
			nothing: () => altered(STUN_AND_TURN, (entry) => (isRefusal(entry) ? [] : entry)),
			'a rejected promise': () =>
				altered(STUN_AND_TURN, (entry) =>
					entry.call === set.seq
						? {
								...entry,
								kind: 'error',
								data: { name: 'OperationError', message: 'The relay refuses.' }
							}
						: entry
				),
			'a relayed candidate': () =>
				altered(STUN_AND_TURN, (entry) =>
					entry.seq === found.seq
						? {
								...entry,
								data: JSON.parse(
									JSON.stringify(entry.data).replaceAll(' typ srflx', ' typ relay')
								) as TraceEntry['data'] & {}
							}
						: entry
				)
		}
	],
	[
		'straight-or-relayed',
		STUN_AND_TURN,
		answering,
		'straight',
		'The pair that is used: host to host.',
		{
			relayed: () =>
				altered(STUN_AND_TURN, (entry) =>
					entry.kind === 'stats' && entry.peer === 'john' && entry.seq > AGREED.seq
						? { ...entry, data: relayed.data! }
						: entry
				)
		}
	]
];
