import { altered, reworded, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const DIRECTION = walkedBy('direction');

const answering = 'direction/jane-answers';
const resuming = 'direction/jane-sets-second-offer';

/** Her answer has changed her wish for the picture as well. */
const wishing = (direction: string) => () =>
	altered(DIRECTION, (entry) =>
		entry.step === answering && entry.peer === 'jane' && entry.name === 'transceivers'
			? reworded(entry, '"mid":"1","direction":"sendrecv"', `"mid":"1","direction":"${direction}"`)
			: entry
	);

const again = DIRECTION.find(({ name, step }) => name === 'track' && step === resuming)!;
const { id } = again.data as { id: string };

export const ofDirection: readonly OfLesson[] = [
	[
		'wish-in-answer',
		DIRECTION,
		answering,
		'as it was',
		'The offer says a=recvonly, and her answer a=sendonly. Her direction was sendrecv and is sendrecv; her currentDirection was sendrecv and is sendonly.',
		{ 'like her answer': wishing('sendonly'), 'like his offer': wishing('recvonly') }
	],
	[
		'track-again',
		DIRECTION,
		resuming,
		'the same track',
		'The id of her first track in this section begins with 638ecc0c; the event has fired again, with 638ecc0c.',
		{
			'a new track': () =>
				altered(DIRECTION, (entry) =>
					entry === again ? reworded(entry, id, '00000000-0000-4000-8000-000000000000') : entry
				),
			'no event': () => altered(DIRECTION, (entry) => (entry === again ? [] : entry))
		}
	]
];
