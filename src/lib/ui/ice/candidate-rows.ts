import type { MatrixCandidate } from '$lib/trace/pairs';
import type { CandidateLife } from './lives';

/** A row of the table of candidates, by a key of its own. */
export type CandidateRow =
	| { readonly key: string; readonly kind: 'life' | 'detail'; readonly life: CandidateLife }
	| { readonly key: string; readonly kind: 'other' | 'origin'; readonly one: MatrixCandidate };

/**
 * The rows of one side: those that were told of, below the open one its explanation, and those that
 * nobody signaled, each with where it comes from.
 */
export function candidateRows(
	lives: readonly CandidateLife[],
	others: readonly MatrixCandidate[],
	open: string | null
): CandidateRow[] {
	return [
		...lives.flatMap((life): CandidateRow[] => [
			{ key: life.label, kind: 'life', life },
			...(life.label === open ? [{ key: `${life.label} open`, kind: 'detail' as const, life }] : [])
		]),
		...others.flatMap((one): CandidateRow[] => [
			{ key: one.label, kind: 'other', one },
			{ key: `${one.label} origin`, kind: 'origin', one }
		])
	];
}

const HEIGHTS: Record<CandidateRow['kind'], number> = {
	life: 32,
	detail: 320,
	other: 30,
	origin: 48
};

/** How high a row that was never drawn will be, in pixels. */
export const heightOf = ({ kind }: CandidateRow) => HEIGHTS[kind];
