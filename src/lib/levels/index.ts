export { callFaults, courseOfLevel, slidesOfLevel, type LevelSlide } from './course.ts';
export { GOALS } from './goals/index.ts';
export type { Condition, Goal, Outcome, Reached, Standing } from './goals/goal.ts';
export {
	KINDS,
	variationOf,
	type Level,
	type LevelFault,
	type LevelKind,
	type ListedLevel,
	type ListedTopic,
	type Topic,
	type Variation
} from './level.ts';
export { judge, type Judgement, type Pointed } from './pointing.ts';
