import type { LineHearing } from '../signaling/line';
import type { Room, RoomHearing } from '../signaling/room';
import type { Carrier } from './carrier';
import { ClaimedLocks } from './claimed-locks';

/**
 * Between machines: by a room.
 * @param make makes the room, which is entered here
 * @throws as the room is made or entered
 */
export async function roomCarrier(make: (hearing: RoomHearing) => Room): Promise<Carrier> {
	const lines = new Map<string, Set<LineHearing>>();
	const on = (name: string) => lines.get(name) ?? [];
	const refused = () => {
		for (const hearing of on('')) hearing.refused();
	};
	const toAll = (what: 'away' | 'interrupted') => {
		for (const hearings of lines.values()) for (const hearing of hearings) hearing[what]();
	};
	const room: Room = make({
		said(line, text) {
			for (const hearing of on(line)) hearing.text(text);
		},
		claimed(member, claims) {
			if (!locks.heard(member, claims)) refused();
		},
		refused,
		away() {
			locks.away();
			toAll('away');
		},
		interrupted: () => toAll('interrupted')
	});
	const locks = new ClaimedLocks({
		member: room.member,
		claim: (claims) => room.claim(claims)
	});
	await room.enter(locks.written);
	return {
		locks,
		line(name, hearing) {
			const hearings = lines.get(name) ?? new Set();
			lines.set(name, hearings.add(hearing));
			let isOpen = true;
			return {
				post(text, holder) {
					if (!isOpen) return;
					const to = holder === undefined ? null : locks.holderOf(holder);
					// Of whom nothing is known yet may be here all the same.
					if (to === null) room.say(name, text);
					else if (to !== room.member) room.say(name, text, to);
					// A room brings nothing back: whoever else is on the line in this very tab hears it here.
					const others = [...hearings].filter((one) => one !== hearing);
					for (const one of others) queueMicrotask(() => hearings.has(one) && one.text(text));
				},
				close() {
					isOpen = false;
					hearings.delete(hearing);
					if (hearings.size === 0) lines.delete(name);
				}
			};
		},
		end: () => room.end()
	};
}
