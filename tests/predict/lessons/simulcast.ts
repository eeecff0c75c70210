import type { TraceEntry } from '../../../src/lib/trace';
import type { Encoding } from '../../../src/lib/trace/view-peer';
import { altered, beside, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const SIMULCAST = walkedBy('simulcast');

const taking = 'simulcast/jane-sets-remote-description';
const answering = 'simulcast/jane-answers';

const isTrack = ({ kind, name, step }: TraceEntry) =>
	kind === 'event' && name === 'track' && step === taking;
const taken = SIMULCAST.find(
	({ kind, name, step }) => kind === 'call' && name === 'setRemoteDescription' && step === taking
)!;
const asked = (
	SIMULCAST.find(({ kind, name }) => kind === 'changed' && name === 'transceivers')!
		.data as unknown as {
		transceivers: { encodings: Encoding[] }[];
	}
).transceivers[0]!.encodings;

/** What John’s sender had after the answer. */
const leaving =
	(...left: readonly Encoding[]) =>
	() =>
		altered(SIMULCAST, (entry) => {
			const isJohns = entry.kind === 'changed' && entry.peer === 'john' && entry.step === answering;
			if (!isJohns || entry.name !== 'transceivers') return entry;
			const { transceivers } = entry.data as { transceivers: object[] };
			const changed = transceivers.map((one) => ({ ...one, encodings: left }));
			return { ...entry, data: { transceivers: changed } as never };
		});

export const ofSimulcast: readonly OfLesson[] = [
	[
		'three-in-one-track',
		SIMULCAST,
		taking,
		'one track',
		'setRemoteDescription took 40 ms. Three versions were offered, q, h, f, and track fired for one track.',
		{
			'three tracks': () =>
				altered(SIMULCAST, (entry) =>
					isTrack(entry)
						? [entry, ...[1, 2].map(() => beside(entry, { ...entry, kind: 'event' }))]
						: entry
				),
			refused: () =>
				altered(SIMULCAST, (entry) =>
					entry.call === taken.seq
						? {
								...entry,
								kind: 'error',
								data: { name: 'OperationError', message: 'There are too many versions.' }
							}
						: entry
				)
		}
	],
	[
		'first-encoding-stays',
		SIMULCAST,
		answering,
		'the first',
		'Before the answer his sender had three encodings, q, h, f. After it, it has one encoding: q.',
		{
			another: leaving(asked[2]!),
			all: leaving(...asked)
		}
	]
];
