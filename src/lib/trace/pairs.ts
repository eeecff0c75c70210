export { asideIn, candidatesOf, type KnownCandidate, type Side } from './known-candidates';
export type { MatrixCandidate } from './pair-ends';
export {
	controllingOf,
	exactPriority,
	obstaclesTo,
	pairMatrix,
	roleOf,
	selectedCell,
	type MatrixCell,
	type PairMatrix
} from './pair-matrix';
export { notReported, whyWinner } from './why-winner';
