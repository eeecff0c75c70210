import type { Layout, Part } from './geometry';
import { sayEnvelope, sayLine, sayPoint } from './part-phrases';

/** A part of the picture that can be reached by the keys. */
export interface NamedPart {
	readonly key: string;
	/** For those who do not see it. */
	readonly name: string;
	readonly part: Part;
}

/** The tab that tells more of a part, by its kind. */
export const TAB_OF: Readonly<Record<Part['kind'], string>> = {
	envelope: 'wire',
	point: 'candidates',
	line: 'pairs'
};

/** The parts of a picture: messages, candidates, pairs, each in the order in which they came. */
export function partsOf({ envelopes, points, lines }: Layout): NamedPart[] {
	const ends = new Map(points.map(({ point }) => [point.key, `${point.kind} ${point.label}`]));
	return [
		...envelopes.map(({ envelope }) => ({
			key: envelope.key,
			name: sayEnvelope(envelope),
			part: { kind: 'envelope' as const, envelope }
		})),
		...points.map(({ point }) => ({
			key: point.key,
			name: sayPoint(point),
			part: { kind: 'point' as const, point }
		})),
		...lines.map(({ line }) => ({
			key: line.key,
			name: sayLine(line, { john: ends.get(line.john)!, jane: ends.get(line.jane)! }),
			part: { kind: 'line' as const, line }
		}))
	];
}

/** Where a key leads from the part at `index`; null where it leads nowhere. The parts are a ring. */
export function movedBy(key: string, index: number, length: number): number | null {
	if (length === 0) return null;
	switch (key) {
		case 'ArrowRight':
		case 'ArrowDown':
			return (index + 1) % length;
		case 'ArrowLeft':
		case 'ArrowUp':
			return (index - 1 + length) % length;
		case 'Home':
			return 0;
		case 'End':
			return length - 1;
		default:
			return null;
	}
}
