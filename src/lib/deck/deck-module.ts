import type { Content } from './content.ts';

/**
 * A module with all of a deck; or, where none is named, what there is to be known of each before it is
 * chosen, and how its module is imported.
 *
 * @throws a `RangeError` for a deck that there is not
 */
export function deckModule({ decks }: Content, wanted: string | null): string {
	if (wanted === null) {
		const listed = decks.map(({ name, title, lesson, recording }) => {
			return { name, title, lesson, recording };
		});
		const loads = decks.map(
			({ name }) => `${JSON.stringify(name)}: () => import('virtual:deck/${name}')`
		);
		return `export const decks = ${JSON.stringify(listed)};\nexport const loads = { ${loads.join(', ')} };`;
	}
	const deck = decks.find(({ name }) => name === wanted);
	if (!deck) throw new RangeError(`There is no deck "${wanted}".`);
	return `export const deck = ${JSON.stringify(deck)};`;
}
