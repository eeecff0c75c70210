import { altered, beside, walkedBy } from '../recorded';
import type { OfLesson } from './row';

const DATA = walkedBy('data-channels');

const offered = 'data-channels/jane-sets-offer';
const second = 'data-channels/john-creates-pointer';

const ended = DATA.find(
	({ kind, name, step }) => kind === 'step' && name === 'end' && step === offered
)!;
const firing = (name: string) => () =>
	altered(DATA, (entry) =>
		entry === ended
			? [beside(entry, { kind: 'event', name, peer: 'jane', data: { channel: 0 } }), entry]
			: entry
	);

const open = DATA.find(
	({ peer, name, step }) => peer === 'john' && name === 'channel.open' && step === second
)!;
/** The channel is not open before John has sent so many messages. */
const sending = (count: number) => () =>
	altered(DATA, (entry) =>
		entry === open
			? [
					...Array.from({ length: count }, (_, at) =>
						beside(entry, {
							kind: 'sent',
							name: 'message',
							peer: 'john',
							data: { id: 1000 + at, message: { channel: 'pointer' } }
						})
					),
					entry
				]
			: entry
	);

export const ofDataChannels: readonly OfLesson[] = [
	[
		'section-brings-no-channel',
		DATA,
		offered,
		'none',
		'Her description has three sections now, the last for data, and neither datachannel nor track fired.',
		{ datachannel: firing('datachannel'), track: firing('track') }
	],
	[
		'signaling-of-channel',
		DATA,
		second,
		'none',
		'The channel was open 1 ms after it was made. No messages had been sent by the wire.',
		{ one: sending(1), two: sending(2) }
	]
];
