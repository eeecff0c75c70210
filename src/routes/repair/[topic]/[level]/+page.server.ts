import { error } from '@sveltejs/kit';
import { topics } from 'virtual:levels';
import { listed } from '$lib/deck/listed-levels';

const all = topics.flatMap((topic) => topic.levels.map((level) => ({ topic, level })));

export function entries() {
	return all.map(({ level }) => {
		const [topic, name] = level.slug.split('/') as [string, string];
		return { topic, level: name };
	});
}

/** What the page is opened with: its own level, whole. */
export function load({ params }) {
	const slug = `${params.topic}/${params.level}`;
	const at = all.findIndex(({ level }) => level.slug === slug);
	if (at < 0) error(404, `There is no level "${slug}".`);
	const { topic, level } = all[at]!;
	const after = all[at + 1]?.level;
	return {
		topic: listed(topic),
		level,
		following: after ? { slug: after.slug, title: after.title } : null
	};
}
