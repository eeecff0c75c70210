import { altered, beside, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const GLARE = walkedBy('glare');

const taking = 'glare/jane-gives-way';
const answering = 'glare/jane-answers';

const call = GLARE.find(({ kind, step }) => kind === 'call' && step === taking)!;
const taken = GLARE.find((entry) => entry.call === call.seq)!;
const asked = GLARE.find(
	({ name, peer, step }) => name === 'negotiationneeded' && peer === 'jane' && step === answering
)!;

export const ofGlare: readonly OfLesson[] = [
	[
		'own-offer-taken-back',
		GLARE,
		taking,
		'by way of stable',
		'In one call her signalingState went from have-local-offer to stable and to have-remote-offer, within 96 ms.',
		{
			'at once': () =>
				altered(GLARE, (entry) =>
					entry.step === taking && entry.kind === 'changed' && entry.peer === 'jane'
						? reworded(entry, '"signalingState":"stable"', '"signalingState":"have-remote-offer"')
						: entry
				),
			refused: () =>
				altered(GLARE, (entry) =>
					entry === taken
						? {
								...entry,
								kind: 'error',
								data: { name: 'InvalidStateError', message: 'Another offer is out.' }
							}
						: entry
				)
		}
	],
	[
		'wish-after-glare',
		GLARE,
		answering,
		'her browser asks',
		'Her answer has three sections, as many as the offer; negotiationneeded fired at her side, < 1 ms after she was stable.',
		{
			'in her answer': () =>
				altered(GLARE, (entry) =>
					entry.step === answering && entry.kind === 'changed'
						? reworded(entry, /(m=video[^"]*)(?=")/, '$1m=video 9 UDP/TLS/RTP/SAVPF 96\\r\\n')
						: entry
				),
			'his browser asks': () =>
				altered(GLARE, (entry) =>
					entry === asked
						? beside(entry, { kind: 'event', name: 'negotiationneeded', peer: 'john' })
						: entry
				),
			'nobody asks': () => altered(GLARE, (entry) => (entry === asked ? [] : entry))
		}
	]
];
