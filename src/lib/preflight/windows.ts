import { within } from '../offline/within';
import { TabLocks } from '../tabs/locks';
import { canShare } from '../tabs/room';
import { TabChannel } from '../tabs/tab-channel';
import { bad, good, wordsOf, type Verdict } from './verdict';

export interface WindowsScope {
	/** Whether windows of this origin can know of each other at all. */
	canShare: () => boolean;
	/** How long what one end says may take to the other, in milliseconds. */
	patience: number;
}

const browserScope = (): WindowsScope => ({ canShare, patience: 3000 });

/** Lets two ends of a channel find each other, as the stage and the speaker's window do. */
export async function checkWindows(scope = browserScope()): Promise<Verdict> {
	if (!scope.canShare()) {
		return bad(
			'At this address windows cannot find each other: the speaker’s window would not see the stage.',
			'Open the site over https, or on localhost.'
		);
	}
	try {
		if (await within(scope.patience, oneHearsAnother())) {
			return good('The stage and the speaker’s window find each other.');
		}
		return bad(
			'What one window says does not reach another.',
			'Allow this site to keep data, open it outside a private window, and check again.'
		);
	} catch (error) {
		return bad(
			`Windows of this site cannot find each other. ${wordsOf(error)}`,
			'Allow this site to keep data, and check again.'
		);
	}
}

/** In a room that nobody else knows. */
async function oneHearsAnother(): Promise<true> {
	const room = crypto.randomUUID();
	const ends: TabChannel[] = [];
	try {
		return await new Promise<true>((resolve, reject) => {
			const end = (message: () => null) => {
				const hearing = { message, gone() {}, otherVersion() {}, refused() {} };
				const channel = new TabChannel(room, '', new TabLocks(room), hearing);
				ends.push(channel);
				return channel;
			};
			const speaker = end(() => null);
			const stage = end(() => {
				resolve(true);
				return null;
			});
			Promise.all([stage.open(), speaker.open()]).then(
				() => speaker.post({ type: 'sync', host: stage.id }),
				reject
			);
		});
	} finally {
		for (const channel of ends) channel.close();
	}
}
