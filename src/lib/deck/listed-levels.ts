import type { ListedTopic, Topic } from '../levels/level.ts';

/** A topic with what is said of its levels where others are shown. */
export function listed({ levels, ...topic }: Topic): ListedTopic {
	return { ...topic, levels: levels.map(({ slug, title, summary }) => ({ slug, title, summary })) };
}
