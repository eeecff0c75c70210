import { error } from '@sveltejs/kit';
import { topics } from 'virtual:levels';
import { loadLesson } from '$lib/deck/lesson-loads';

const all = topics.flatMap((topic) => topic.levels.map((level) => ({ topic, level })));

export function entries() {
	return all.map(({ level }) => {
		const [topic, name] = level.slug.split('/') as [string, string];
		return { topic, level: name };
	});
}

export async function load({ params }) {
	const slug = `${params.topic}/${params.level}`;
	const at = all.findIndex(({ level }) => level.slug === slug);
	if (at < 0) error(404, `There is no level "${slug}".`);
	const { topic, level } = all[at]!;
	const after = all[at + 1]?.level;
	return {
		topic,
		level,
		following: after ? { slug: after.slug, title: after.title } : null,
		lesson: await loadLesson(level.lesson)
	};
}
