import type { Purpose } from './seal';

/** Where a member of a room speaks and hears at a broker (MQTT 3.1.1, 4.7). */
export interface Topics {
	/** What is said to all. */
	say: string;
	/** What is said to this member alone. */
	toThis: string;
	/** The place of this member: what it claims, kept by the broker. */
	place: string;
	/** The place of any member. */
	placeOf(member: string): string;
	/** The places of all. */
	places: string;
	/** Where something is published that was sealed for a purpose. */
	of(purpose: Purpose): string;
	/** The member whose place this is. */
	memberAt(place: string): string;
}

/** The topics of a member of a room. */
export function topicsOf(room: string, member: string): Topics {
	const top = `parley/1/${encodeURIComponent(room)}`;
	const [say, here] = [`${top}/say`, `${top}/here/`];
	const placeOf = (one: string) => here + one;
	const place = placeOf(member);
	return {
		say,
		toThis: `${top}/to/${member}`,
		place,
		placeOf,
		places: `${here}+`,
		of(purpose) {
			if (purpose === 'here') return place;
			return purpose === 'say' ? say : `${top}/to/${purpose.slice('to '.length)}`;
		},
		memberAt: (topic) => topic.slice(here.length)
	};
}
