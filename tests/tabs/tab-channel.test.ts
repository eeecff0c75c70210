import { expect, it } from 'vitest';
import type { Carrier } from '../../src/lib/tabs/carrier';
import { tabLock } from '../../src/lib/tabs/locks';
import type { Message } from '../../src/lib/tabs/messages';
import { TabChannel } from '../../src/lib/tabs/tab-channel';

const HERE: Message = {
	type: 'here',
	seats: [],
	doing: 'reading',
	hosting: null,
	deck: 'full',
	ask: false
};

/** A carrier in memory: what is posted waits, with whom it is for, until it is brought in whatever order. */
function carrier() {
	const held = new Set<string>();
	const posted: { text: string; holder: string | undefined }[] = [];
	let hear: (text: string) => void = () => {};
	const made: Carrier = {
		line(_, hearing) {
			hear = hearing.text;
			return { post: (text, holder) => void posted.push({ text, holder }), close() {} };
		},
		locks: {
			hold(what) {
				held.add(what);
				return Promise.resolve(() => held.delete(what));
			},
			holdIfFree: () => Promise.resolve(null),
			whenFree: () => new Promise(() => {}),
			held: () => Promise.resolve(held)
		},
		end() {}
	};
	return { made, held, posted, bring: (text: string) => hear(text) };
}

async function tab() {
	const { made, ...rest } = carrier();
	const heard: Message[] = [];
	const channel = new TabChannel(made, 'a', {
		message(message) {
			heard.push(message);
			return null;
		},
		gone() {},
		otherVersion() {},
		refused() {},
		stranger() {},
		away() {},
		interrupted() {}
	});
	await channel.open();
	return { channel, heard, ...rest };
}

it('a channel says whom a message is for, where it is for one alone', async () => {
	const { channel, posted } = await tab();
	const to = crypto.randomUUID();
	channel.post(HERE);
	channel.post(HERE, to);
	channel.post({ type: 'ask', to });
	channel.post({ type: 'sync', host: to });
	channel.post({ type: 'entries', term: 1, to: null, entries: [] });
	channel.post({ type: 'entries', term: 1, to, entries: [] });
	const holder = tabLock(to);
	expect(posted.map((one) => one.holder)).toEqual([
		undefined,
		holder,
		holder,
		holder,
		undefined,
		holder
	]);
});

it('a channel loses nothing where what is for one comes before what was said to all, or after', async () => {
	const [one, other] = [await tab(), await tab()];
	other.held.add(tabLock(one.channel.id));
	const said: Message[] = [{ type: 'ask', to: other.channel.id }, HERE, { ...HERE, ask: true }];
	for (const message of said) one.channel.post(message);
	const [asks, here, again] = one.posted.map(({ text }) => text);
	for (const text of [here!, again!, asks!]) other.bring(text);
	await expect.poll(() => other.heard).toEqual([said[1], said[2], said[0]]);
	// Nothing is heard twice, whichever way it went.
	for (const text of [again!, asks!]) other.bring(text);
	expect(other.heard).toHaveLength(3);
	expect(other.channel.refused.old).toBe(2);
});
