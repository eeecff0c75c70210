import type { Moment } from '$lib/call/moments';
import type { Deck } from '$lib/deck/decks';

/**
 * When a talk is planned to come to a moment, in minutes from its beginning: its acts take the minutes
 * that they are planned for, and the moments of an act share them evenly.
 */
export function plannedAt(
	deck: Pick<Deck, 'acts' | 'slides'>,
	moments: readonly Moment[],
	at: number
): number {
	let minutes = 0;
	for (const act of deck.acts) {
		const own = moments.flatMap(({ slide }, index) =>
			deck.slides[slide]!.act === act.slug ? [index] : []
		);
		const passed = own.filter((index) => index < at).length;
		if (own.length > 0) minutes += (act.minutes * passed) / own.length;
	}
	return minutes;
}

/** How far a talk is from its plan, in words for a glance; a minute more or less is on time. */
export function paceWords(elapsed: number, planned: number): string {
	const off = elapsed - planned;
	if (Math.abs(off) < 60_000) return 'on time';
	return `${clockOf(Math.abs(off))} ${off > 0 ? 'late' : 'early'}`;
}

/** Milliseconds as minutes and seconds: `9:05`; an hour and more as `1:09:05`. */
export function clockOf(milliseconds: number): string {
	const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	return hours > 0
		? `${hours}:${two(minutes)}:${two(seconds % 60)}`
		: `${minutes}:${two(seconds % 60)}`;
}
