import type { Deck, TalkPart } from './content.ts';

/** A deck before it is known what it is a part of. */
export type Loose = Omit<Deck, 'talk'>;

/**
 * Strings decks together to talks: each is given the parts of its talk in their order, itself among them.
 *
 * @param then the name of the deck that each goes on with, by its own
 * @returns all that is wrong, by the name of the deck that says so: a deck that there is not, two that go on with
 * the same one, a talk that never ends
 */
export function strung(
	decks: readonly Loose[],
	then: ReadonlyMap<string, string>
): { value: Deck[]; faults: [deck: string, fault: string][] } {
	const faults: [string, string][] = [];
	const before = new Map<string, string>();
	for (const [name, next] of then) {
		const other = before.get(next);
		if (!decks.some((deck) => deck.name === next)) {
			faults.push([name, `then is "${next}", and there is no such deck`]);
		} else if (other !== undefined) {
			faults.push([name, `then is "${next}", with which "${other}" goes on already`]);
		} else before.set(next, name);
	}
	for (const name of then.keys()) {
		if (comesBack(name, then))
			faults.push([name, 'goes on and on: no deck of the talk is its last']);
	}
	const partOf = (name: string): TalkPart => {
		const { title, minutes } = decks.find((deck) => deck.name === name)!;
		return { name, title, minutes };
	};
	const value = decks.map((deck) => {
		const talk = faults.length > 0 ? [deck.name] : chain(deck.name, then, before);
		return { ...deck, talk: talk.map(partOf) };
	});
	return { value, faults };
}

/** Whether what a deck goes on with leads to it again. */
function comesBack(name: string, then: ReadonlyMap<string, string>): boolean {
	const passed = new Set<string>();
	for (let next = then.get(name); next !== undefined; next = then.get(next)) {
		if (next === name) return true;
		if (passed.has(next)) return false;
		passed.add(next);
	}
	return false;
}

/** The names of the parts, from the first to the last, of the talk that a deck belongs to. */
function chain(
	name: string,
	then: ReadonlyMap<string, string>,
	before: ReadonlyMap<string, string>
): string[] {
	const names = [name];
	for (let one = before.get(name); one !== undefined; one = before.get(one)) names.unshift(one);
	for (let one = then.get(name); one !== undefined; one = then.get(one)) names.push(one);
	return names;
}
