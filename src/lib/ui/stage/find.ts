/** What can be gone to: its number, counted from 1, and its title. */
export interface Findable {
	number: number;
	title: string;
}

/** Letters without their case and accents, and no quotes, so that what is typed fast is found. */
const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/[\u0300-\u036f'’‘"“”]/g, '')
		.toLowerCase();

/**
 * The slides that someone may mean: for a number the slide of this number, then those whose number
 * begins so; for words those whose titles have all of them, a title that begins so first. All for
 * nothing typed.
 */
export function find<Slide extends Findable>(slides: readonly Slide[], typed: string): Slide[] {
	const query = plain(typed).trim();
	if (/^\d+$/.test(query)) {
		const exact = slides.filter(({ number }) => number === Number(query));
		const others = slides.filter(
			(slide) => String(slide.number).startsWith(query) && !exact.includes(slide)
		);
		return [...exact, ...others];
	}
	const words = query.split(/\s+/);
	const found = slides.filter(({ title }) => words.every((word) => plain(title).includes(word)));
	const begins = (slide: Slide) => Number(plain(slide.title).startsWith(query));
	return found.sort((a, b) => begins(b) - begins(a));
}

/** As many of a list as there is room for, with the one that is chosen among them: in the middle, but at the ends. */
export function around<One>(list: readonly One[], chosen: number, room: number): readonly One[] {
	const first = Math.max(0, Math.min(chosen - Math.floor(room / 2), list.length - room));
	return list.slice(first, first + room);
}
