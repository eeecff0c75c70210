import { chunk } from '../deck/chunk';
import { within } from '../offline/within';
import { broadcastCarrier } from '../tabs/carrier';
import { whyNotShare, type Obstacle } from '../tabs/sharing';
import type { TabChannel } from '../tabs/tab-channel';
import { bad, good, wordsOf, type Verdict } from './verdict';

export interface WindowsScope {
	/** Why windows cannot know of each other at all; null where they can. */
	whyNotShare: () => Promise<Obstacle | null>;
	/** How long what one end says may take to the other, in milliseconds. */
	patience: number;
}

const browserScope = (): WindowsScope => ({ whyNotShare, patience: 3000 });

/** What keeps windows apart, and what to do about it. */
const OBSTACLES: Readonly<Record<Obstacle, readonly [why: string, todo: string]>> = {
	insecure: [
		'At this address the browser keeps windows apart',
		'Open the site over https, or on localhost.'
	],
	unsupported: [
		'This browser has no Web Locks or no BroadcastChannel',
		'Bring the browser up to date, or take another one.'
	],
	blocked: [
		'This browser blocks site data for this address',
		'Allow this site to keep data (cookies) in the browser’s settings, load this page again, and check again.'
	],
	silent: [
		'The browser does not say whether windows may find each other',
		'Close all windows of the browser, open it again, and check again.'
	]
};

/** Lets two ends of a channel find each other, as the stage and the speaker's window do. */
export async function checkWindows(scope = browserScope()): Promise<Verdict> {
	const obstacle = await scope.whyNotShare();
	if (obstacle) {
		const [why, todo] = OBSTACLES[obstacle];
		return bad(`${why}: the speaker’s window would not see the stage.`, todo);
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

/** What windows speak through, fetched when it is tried. */
const channels = chunk(() => import('../tabs/tab-channel'), 'TabChannel');

/** In a room that nobody else knows. @throws TypeError where what they speak through cannot be fetched */
async function oneHearsAnother(): Promise<true> {
	const { TabChannel } = await channels();
	const room = crypto.randomUUID();
	const ends: TabChannel[] = [];
	try {
		return await new Promise<true>((resolve, reject) => {
			const end = (message: () => null) => {
				const hearing = {
					message,
					gone() {},
					otherVersion() {},
					stranger() {},
					refused() {},
					away() {},
					interrupted() {}
				};
				const channel = new TabChannel(broadcastCarrier(room), '', hearing);
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
