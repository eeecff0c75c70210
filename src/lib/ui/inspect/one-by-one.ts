import { nextTurn } from '$lib/call/next-turn';

/**
 * Hands on what comes in many pieces one by one, with a turn for everybody else between: messages that
 * wait are otherwise all delivered before anything that came after them.
 * @param take is given each piece, in order, and no two in one task
 */
export function oneByOne<T>(take: (piece: T) => void): (piece: T) => void {
	const waiting: T[] = [];
	let isAtWork = false;

	function next() {
		isAtWork = waiting.length > 0;
		if (!isAtWork) return;
		// Asked for first, so that a piece that is not taken does not keep back the others.
		void nextTurn().then(next);
		take(waiting.shift()!);
	}

	return (piece) => {
		waiting.push(piece);
		if (!isAtWork) next();
	};
}
