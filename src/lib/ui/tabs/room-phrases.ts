import type { RoomView } from '$lib/tabs/room';
import { placeOf } from './place';
import { where } from './seat-phrases';

/** What differs between a room within this browser and one that reaches beyond it, in words. */
const WORDS = {
	tab: {
		here: where('tab', 'this'),
		elsewhere: where('tab', 'another'),
		place: 'tab',
		/** Why somebody who was there may not be any more. */
		whyGone: 'the tab was closed, reloaded, or has crashed',
		/** Why somebody who is there may not answer. */
		whySilent: 'Browsers may put a tab in the background to sleep: bring it to the front.'
	},
	machine: {
		here: where('machine', 'this'),
		elsewhere: where('machine', 'another'),
		place: 'machine',
		whyGone: 'the page was closed or reloaded, or its network is down',
		whySilent:
			'Its browser may put the page to sleep, or the network between you is down: the walk goes on once it is back.'
	}
} as const;

/** How it is said in a room where somebody is, and what may keep them from there. */
export const roomWordsOf = (room: Pick<RoomView, 'by'>) => WORDS[placeOf(room)];

/** What the first page says otherwise where somebody came to it by a link to a seat. */
export interface WelcomeWords {
	/** What becomes of the two peer connections. */
	run: string;
	needs: string;
	leaves: string;
}

/** What is true of a call in a room, and not of one in a tab of its own. */
export function welcomeWords(room: Pick<RoomView, 'by' | 'own'>): Partial<WelcomeWords> {
	const isFar = placeOf(room) === 'machine';
	return {
		...(room.own.length < 2 && {
			run: isFar ? 'run, one on each of two machines' : 'run, one in each of two tabs'
		}),
		...(room.by === 'broker' && {
			needs:
				'No account, no camera: a test pattern will do. A broker brings what one machine says to the other.'
		}),
		...(isFar && {
			leaves:
				'What the two say goes from one to the other encrypted, your addresses among it, and so do sound and picture.'
		})
	};
}
