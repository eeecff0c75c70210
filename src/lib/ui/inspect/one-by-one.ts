/**
 * Hands on what comes in many pieces one by one, with a turn for everybody else between: messages that
 * wait are otherwise all delivered before anything that came after them. No timer is used, which would wait
 * for a second in a page that nobody sees.
 * @param take is given each piece, in order, and no two in one task
 */
export function oneByOne<T>(take: (piece: T) => void): (piece: T) => void {
	const waiting: T[] = [];
	let turns: MessageChannel | null = null;

	function next() {
		if (waiting.length === 0) {
			turns?.port1.close();
			turns = null;
			return;
		}
		if (turns === null) {
			turns = new MessageChannel();
			turns.port1.onmessage = next;
		}
		// Asked for first, so that a piece that is not taken does not keep back the others.
		turns.port2.postMessage(null);
		take(waiting.shift()!);
	}

	return (piece) => {
		waiting.push(piece);
		if (turns === null) next();
	};
}
