import type { Json } from '../../../src/lib/trace';
import { altered, beside, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const REPLACED = walkedBy('replace-track');

const replacing = 'replace-track/john-replaces-track';
const adding = 'replace-track/john-adds-track';

const call = REPLACED.find(({ kind, step }) => kind === 'call' && step === adding)!;
const asked = REPLACED.find(({ name, step }) => name === 'negotiationneeded' && step === adding)!;

/** With one thing more at the end of a step. */
const more =
	(step: string, one: Pick<Parameters<typeof beside>[1], 'kind' | 'name' | 'peer'>, data: Json) =>
	() =>
		altered(REPLACED, (entry) =>
			entry.step === step && entry.kind === 'step' && entry.name === 'end'
				? [beside(entry, { ...one, data }), entry]
				: entry
		);

export const ofReplaceTrack: readonly OfLesson[] = [
	[
		'nobody-is-told',
		REPLACED,
		replacing,
		'nothing',
		'replaceTrack took 4 ms. No messages went by the wire, and track did not fire at Jane’s.',
		{
			'an offer': more(
				replacing,
				{ kind: 'sent', name: 'description', peer: 'john' },
				{ id: 1000, message: { description: { type: 'offer', sdp: 'v=0\r\n' } } }
			),
			'a track': more(replacing, { kind: 'event', name: 'track', peer: 'jane' }, { kind: 'video' })
		}
	],
	[
		'beside-needs-offer',
		REPLACED,
		adding,
		'an offer is due',
		'negotiationneeded fired 48 ms after addTrack was called.',
		{
			'nothing is due': () => altered(REPLACED, (entry) => (entry === asked ? [] : entry)),
			refused: () =>
				altered(REPLACED, (entry) =>
					entry.call === call.seq
						? {
								...entry,
								kind: 'error',
								data: { name: 'InvalidAccessError', message: 'A sender has it.' }
							}
						: entry
				)
		}
	]
];
